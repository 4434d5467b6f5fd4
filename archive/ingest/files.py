"""One file of a researcher's disk, read once and told from what can't be read as a text."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from archive.errors import InputError
from archive.extract.media import SAMPLE_BYTES, Media, sniff
from archive.ingest.foreign import name_of_format

MAX_BYTES = 64 * 1024 * 1024
"""A .docx with its photographs stays below; a WARC file may have any size, since it is read record by record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """A file that holds a text."""

    path: Path
    body: bytes
    """Empty of a WARC file."""
    media: Media


def read_file(path: Path) -> ImportedFile:
    """Return the file at `path`, its type told by its content.

    Raises InputError when it is missing, not to be read, no regular file, empty, larger than `MAX_BYTES`,
    an old .doc, or no text at all (a picture or an archive, whatever its name).
    """
    try:
        with _open_regular(path) as stream:
            head = stream.read(SAMPLE_BYTES)
            if sniff(head) is Media.WARC:
                return ImportedFile(path=path, body=b"", media=Media.WARC)
            body = head + stream.read(MAX_BYTES + 1 - len(head))
    except FileNotFoundError:
        raise InputError(f"{path} does not exist", remedy="Check the name, and that the disk is there") from None
    except OSError as error:
        raise InputError(
            f"{path} can't be read ({error.strerror})", remedy="Check that you may read it, and that its disk is sound"
        ) from error
    return _text_file(path, body)


def _open_regular(path: Path) -> BinaryIO:
    """Refuse a pipe or a device, which might never end."""
    stream = open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK))  # noqa: PTH123
    if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        return stream
    stream.close()
    raise InputError(f"{path} is not a regular file", remedy="Name a file or a folder")


def _text_file(path: Path, body: bytes) -> ImportedFile:
    if len(body) > MAX_BYTES:
        raise InputError(f"{path} is larger than {MAX_BYTES:,} bytes", remedy="Split it, or save its text as .txt")
    media = sniff(body, path.name)
    match media:
        case Media.EMPTY:
            raise InputError(f"{path} is empty", remedy="Fetch it again")
        case Media.DOC:
            raise InputError(f"{path} is a Word file of before 2007 (.doc)", remedy="Save it as .docx and import that")
        case Media.BINARY:
            raise InputError(
                f"{path} is {name_of_format(body)}, whatever its name says",
                remedy="Import text, HTML, .docx, .pdf or WARC files",
            )
    return ImportedFile(path=path, body=body, media=media)
