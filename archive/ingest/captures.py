"""What a file holds, as the readers want it: one capture, or all those of a WARC file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archive.errors import InputError
from archive.extract.media import Media
from archive.ingest.files import read_file
from archive.ingest.warc import exchanges_in
from archive.model import Capture
from archive.store.clock import now
from archive.store.exchange import Exchange


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
