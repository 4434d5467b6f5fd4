"""What is read of one capture, by a crawl and by a rebuild alike: it needs the record and the rules alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from archive import article
from archive.errors import InputError, MachineError
from archive.extract.rules import Rules, versions
from archive.model import Article, Extraction
from archive.store.failures import text_failure
from archive.store.warc import Record, reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of one capture."""

    extraction: Extraction | None = None
    """None where there is nothing to read: a listing, an error, a damaged document."""
    composed: Article | None = None
    """The article that the page is alone."""
    failure: str | None = None
    """Why the page gave nothing; None where it simply holds no text."""


UNREAD = Reading()


def read_at(path: Path, offset: int, rules: Rules) -> Reading:
    """Return what is read at `offset` of a WARC file; `DamageError` where no intact record stands.

    Pure: the same file and rules give the same.
    """
    return read_record(reader.read(path, offset).record, rules)


def read_record(record: Record, rules: Rules) -> Reading:
    """Return what is read of one record; an error of the page is told, one of the machine is raised."""
    try:
        extraction = article.read(record.exchange.capture(), versions(rules))
        is_whole = record.kind == "article" and extraction.kind == "article" and not extraction.next_part
        return Reading(extraction=extraction, composed=article.compose([extraction]) if is_whole else None)
    except InputError as error:
        return Reading(failure=text_failure(error))
    except (MemoryError, ImportError, MachineError):
        # Of the machine, not of the page: read again with more memory, it gives its text. The readers of
        # documents are loaded with the first document; where memory is short, the loader says ImportError.
        raise
    except Exception as error:  # noqa: BLE001 — a bug that one page shows must not end the rebuild
        return Reading(failure=text_failure(error))
