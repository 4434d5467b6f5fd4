"""What a file holds, as the readers want it: one capture, or all those of a WARC file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from archive.article import read
from archive.errors import InputError
from archive.extract.media import Media
from archive.ingest.files import read_file, readable
from archive.ingest.warc import exchanges_in
from archive.model import Capture, Extraction
from archive.store.clock import now
from archive.store.exchange import Exchange

_OWN_ADDRESS = re.compile("^urn:sha256:[0-9a-f]{64}")
_REASONS = {
    "scan_without_text": "it is a scan, pictures of pages without a text layer",
    "text_layer_unreadable": "its fonts don't name the characters that they draw",
}
_UNREAD = ("empty", "unreadable")


def found_in(path: Path) -> Iterator[Exchange | InputError]:
    """Yield the text at `path`, or the pages of a WARC file among its faults.

    Raises InputError where nothing at all can be read.
    """
    file = read_file(path)
    if file.media is Media.WARC:
        yield from exchanges_in(path)
    else:
        yield file.exchange(now())


def captures_in(path: Path) -> Iterator[Capture]:
    """Yield what `path` holds; the first fault met in a WARC file is raised when the rest is through."""
    faults = []
    for found in found_in(path):
        if isinstance(found, InputError):
            faults.append(found)
        else:
            yield found.capture()
    if faults:
        raise faults[0]


def read_capture(capture: Capture, path: Path) -> Extraction:
    """Return what a reader makes of a capture found in `path`.

    Raises InputError, which names the file, where it is damaged, locked or without any text.
    """
    try:
        extraction = read(capture)
        if extraction.kind in _UNREAD:
            raise _textless(extraction)
    except InputError as error:
        what = _OWN_ADDRESS.sub(lambda _: readable(str(path)), error.what)
        raise InputError(what, remedy=error.remedy) from error
    return extraction


def _textless(extraction: Extraction) -> InputError:
    told = [_REASONS[warning] for warning in extraction.warnings if warning in _REASONS]
    if not told:
        return InputError(f"{extraction.url} holds no text", remedy="Open it and see what it is")
    return InputError(
        f"{extraction.url} holds no text that can be read: {'; '.join(told)}",
        remedy="Run it through OCR first",
    )
