"""Reading WARC files: one record at its offset, or all of a file."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import unquote

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from archive.errors import DamageError
from archive.store.exchange import Exchange, RecordType
from archive.store.visit import VisitKind
from archive.store.warc import Place, Record

EVIDENCE = ("response", "resource", "revisit")
"""The kinds of records that become captures."""

_TORN = (
    *(ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError, zlib.error),
    *(AttributeError, TypeError),
)
"""What warcio raises on a record that is cut; the last two where the cut goes through its headers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record as it stands in a file."""

    record: Record
    place: Place
    intact: bool
    """All its bytes are there and have the digest that it states of them (a revisit has none of its own)."""


def read(path: Path, offset: int) -> Found:
    """Return the record at `offset`; `DamageError` where there is none, or not an intact one."""
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            iterator = ArchiveIterator(stream, check_digests=True)
            found = _found(next(iterator), iterator)
    except FileNotFoundError:
        raise _damage(path, offset, "the file is missing") from None
    except StopIteration:
        raise _damage(path, offset, "the file ends before it") from None
    except _TORN as error:
        raise _damage(path, offset, str(error)) from error
    if not found.intact:
        raise _damage(path, offset, "its bytes do not have the digest that it states")
    return found


def read_all(path: Path) -> Iterator[Found]:
    """Yield the evidence in a file, in order; a torn tail ends it without an error."""
    with path.open("rb") as stream:
        iterator = ArchiveIterator(stream, check_digests=True)
        try:
            for raw in iterator:
                if raw.rec_type in EVIDENCE:
                    yield _found(raw, iterator)
        except _TORN:
            return


def head_of(path: Path) -> dict[str, str]:
    """Return the fields of the warcinfo record that a file begins with; empty if it begins otherwise."""
    with path.open("rb") as stream:
        try:
            first = next(ArchiveIterator(stream))
        except (StopIteration, *_TORN):
            return {}
        if first.rec_type != "warcinfo":
            return {}
        lines = first.content_stream().read().decode("utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if ": " in line)


def _found(raw: ArcWarcRecord, iterator: ArchiveIterator) -> Found:
    exchange = _exchange(raw, raw.raw_stream.read())
    return Found(
        record=Record(
            exchange=exchange,
            kind=cast(VisitKind, raw.rec_headers.get_header("Campaign-Kind", "other")),
            requested_url=raw.rec_headers.get_header("Campaign-Requested-URI", exchange.url),
        ),
        place=Place(offset=iterator.get_record_offset(), length=iterator.get_record_length()),
        intact=raw.digest_checker.passed is True or raw.rec_type == "revisit",
    )


def _exchange(raw: ArcWarcRecord, wire: bytes) -> Exchange:
    head, http = raw.rec_headers, raw.http_headers
    headers = tuple(http.headers) if http else ()
    file_name = head.get_header("Campaign-File-Name")
    return Exchange(
        url=head.get_header("WARC-Target-URI"),
        captured_at=head.get_header("WARC-Date"),
        record_type=cast(RecordType, raw.rec_type),
        status=int(http.get_statuscode()) if http else None,
        status_line=http.statusline if http else "",
        headers=headers,
        wire=wire,
        mime=_mime(headers) if http else head.get_header("Content-Type"),
        file_name=None if file_name is None else unquote(file_name),
    )


def _mime(headers: tuple[tuple[str, str], ...]) -> str | None:
    values = [value for name, value in headers if name.lower() == "content-type"]
    return values[-1].partition(";")[0].strip().lower() or None if values else None


def _damage(path: Path, offset: int, reason: str) -> DamageError:
    return DamageError(
        f"The record at byte {offset} of {path} can't be read: {reason}",
        remedy="Put the file back from a backup; `campaign-archive check` lists all damaged records",
    )
