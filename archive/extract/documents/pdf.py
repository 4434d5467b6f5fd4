"""PDF documents: their text layer, page furniture taken off and printed lines joined into paragraphs."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pypdf import PageObject, PasswordType, PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from archive.errors import InputError
from archive.extract.documents.pdf_furniture import without_furniture
from archive.extract.documents.pdf_paragraphs import join_paragraphs
from archive.model import Block, Extraction

MAX_PAGES = 1_000
MAX_CHARS = 5_000_000

_TAIL = 4_096
"""Where the end mark of a whole file stands; scanners and gateways leave a few bytes behind it."""
_FEWEST_PER_PAGE = 8
"""Characters: a page number and a scanner's stamp are no text."""
_UNREADABLE = re.compile("[\0-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]|/[a-z]{1,2}[0-9]+")
"""What comes out of a font that doesn't say which characters it draws."""
_MOST_UNREADABLE = 0.2
_BROKEN = (PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
_BROKEN_DEEPER = (RecursionError, NotImplementedError, OSError, struct.error, zlib.error)
"""pypdf: "broken PDF files might cause other Exceptions"."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its notes on odd objects are not for our user


def extract_pdf(body: bytes, url: str) -> Extraction:
    """Return the paragraphs of a PDF's text layer.

    Lines are joined where one is full and the next goes on; repeated headers and footers and page numbers
    are left out. A scan is `unreadable` with the warning `scan_without_text`, a text in fonts that don't name
    their characters with `text_layer_unreadable`; `pages_without_text` warns of single scanned pages.
    Raises InputError when the file is damaged, cut off, locked with a password or too long.
    """
    with _faults_named(url):
        reader = _open(body, url)
        pages = [_lines(text) for text in _page_texts(reader, url)]
        has_scanned_pages = any(
            not lines and _has_picture(page) for page, lines in zip(reader.pages, pages, strict=True)
        )
    if sum(len(line) for lines in pages for line in lines) < _FEWEST_PER_PAGE * len(pages):
        return Extraction(url=url, kind="unreadable", warnings=("scan_without_text",))
    if _is_unreadable(pages):
        return Extraction(url=url, kind="unreadable", warnings=("text_layer_unreadable",))
    paragraphs = join_paragraphs(without_furniture(pages))
    return Extraction(
        url=url,
        kind="article",
        blocks=tuple(Block(kind="paragraph", text=paragraph) for paragraph in paragraphs),
        warnings=("pages_without_text",) if has_scanned_pages else (),
    )


def _open(body: bytes, url: str) -> PdfReader:
    if b"%%EOF" not in body[-_TAIL:] and b"startxref" not in body[-_TAIL:]:
        raise _damaged(url, "its end is missing")
    reader = PdfReader(io.BytesIO(body))
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise InputError(
            f"{url} is locked with a password",
            remedy="Open it with its password, print it to a new PDF and import that",
        )
    if len(reader.pages) == 0:
        raise _damaged(url, "it holds no page")
    if len(reader.pages) > MAX_PAGES:
        raise InputError(
            f"{url} has {len(reader.pages):,} pages, the limit is {MAX_PAGES:,}",
            remedy="Split it into volumes",
        )
    return reader


def _page_texts(reader: PdfReader, url: str) -> Iterator[str]:
    total = 0
    for page in reader.pages:
        text = page.extract_text()
        total += len(text)
        if total > MAX_CHARS:
            raise InputError(
                f"{url} holds more than {MAX_CHARS:,} characters", remedy="Split it into volumes"
            )
        yield text


def _lines(page: str) -> list[str]:
    return [line for line in (line.rstrip() for line in page.splitlines()) if line]


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources")
    return resources is not None and "/XObject" in resources.get_object()


def _is_unreadable(pages: Sequence[Sequence[str]]) -> bool:
    text = "".join(line for lines in pages for line in lines)
    return sum(len(match) for match in _UNREADABLE.findall(text)) > _MOST_UNREADABLE * len(text)


@contextmanager
def _faults_named(url: str) -> Iterator[None]:
    try:
        yield
    except LimitReachedError as error:
        raise InputError(
            f"{url} unpacks to more than a text can need: {error}",
            remedy="If it is genuine, print it to a new PDF and import that",
        ) from error
    except DependencyError as error:
        raise InputError(f"{url} can't be read: {error}", remedy="Print it to a new PDF") from error
    except MemoryError as error:
        raise InputError(
            f"{url} asks for more memory than there is",
            remedy="Read it again where there is more; if that fails too, print it to a new PDF",
        ) from error
    except (*_BROKEN, *_BROKEN_DEEPER) as error:
        raise _damaged(url, f"{type(error).__name__}: {error}") from error


def _damaged(url: str, why: str) -> InputError:
    return InputError(
        f"{url} is damaged ({why})", remedy="Fetch it again, or open it and print it to a new PDF"
    )
