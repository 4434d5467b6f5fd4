"""One file of a researcher's disk, read once and told from what can't be read as a text."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, is_zipfile

from archive.errors import InputError
from archive.extract.charset import decode
from archive.extract.media import SAMPLE_BYTES, Media, sniff
from archive.ingest.file_formats import name_of_format
from archive.store.exchange import Exchange

MAX_BYTES = 64 * 1024 * 1024
"""A .docx with its photographs stays below; a WARC file is read record by record and may be larger."""

_MIME = {
    Media.DOC: "application/msword",
    Media.HTML: "text/html",
    Media.MHT: "multipart/related",
    Media.TEXT: "text/plain",
    Media.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Media.PDF: "application/pdf",
    Media.WARC: "application/warc",
    Media.WACZ: "application/wacz",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """A file that holds a text."""

    path: Path
    body: bytes
    """Empty of a WARC or WACZ file."""
    media: Media

    def exchange(self, captured_at: str) -> Exchange:
        """Return it as evidence, under an address made of its bytes alone."""
        return Exchange(
            url=f"urn:sha256:{hashlib.sha256(self.body).hexdigest()}",
            captured_at=captured_at,
            record_type="resource",
            wire=self.body,
            mime=_MIME[self.media],
            file_name=readable(self.path.name),
        )


def readable(name: str) -> str:
    """Return a name that is no UTF-8, as old Chinese systems wrote them, decoded by evidence."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return decode(os.fsencode(name)).text
    return name


def read_file(path: Path) -> ImportedFile:
    """Return the file at `path`, its type told by its content.

    Raises InputError when it is missing, not to be read, no regular file, empty, larger than `MAX_BYTES`,
    or no text at all (a picture or an archive, whatever its name).
    """
    try:
        with _open_regular(path) as stream:
            body = stream.read(SAMPLE_BYTES)
            if sniff(body) is Media.WARC:
                return ImportedFile(path=path, body=b"", media=Media.WARC)
            if body.startswith(b"PK") and _is_wacz(stream):
                return ImportedFile(path=path, body=b"", media=Media.WACZ)
            stream.seek(len(body))
            body += stream.read(MAX_BYTES + 1 - len(body))
            if _is_cut_zip(stream, body):
                raise _refusal(
                    path, "is a ZIP file (.docx, .wacz …) that is cut or damaged", "Fetch it again"
                )
    except FileNotFoundError:
        raise _refusal(path, "does not exist", "Check the name, and that its disk is there") from None
    except OSError as error:
        remedy = "Check that you may read it, and that its disk is sound"
        raise _refusal(path, f"can't be read ({error.strerror})", remedy) from error
    return _text_file(path, body)


def _is_wacz(stream: BinaryIO) -> bool:
    try:
        return bool(warc_files_in(ZipFile(stream)))
    except (BadZipFile, NotImplementedError, ValueError):
        return False


def _is_cut_zip(stream: BinaryIO, body: bytes) -> bool:
    """Whether the list at the end of a ZIP is missing, and no document is known from what is there."""
    if not body.startswith(b"PK\x03\x04") or is_zipfile(stream):
        return False
    return len(body) > MAX_BYTES or sniff(body) is Media.BINARY


def warc_files_in(package: ZipFile) -> list[str]:
    """Return the names of the WARC files in a WACZ file, sorted, in whatever folder they are.

    None in any other ZIP, of a document or a collection of pictures.
    """
    return sorted(name for name in package.namelist() if name.endswith((".warc", ".warc.gz")))


def _open_regular(path: Path) -> BinaryIO:
    """Refuse a pipe or a device, which might never end."""
    stream = os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb")
    if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        return stream
    stream.close()
    raise _refusal(path, "is not a regular file", "Name a file or a folder")


def _text_file(path: Path, body: bytes) -> ImportedFile:
    if len(body) > MAX_BYTES:
        raise _refusal(path, f"is larger than {MAX_BYTES:,} bytes", "Split it, or save its text as .txt")
    media = sniff(body, path.name)
    if media is Media.EMPTY:
        raise _refusal(path, "is empty", "Fetch it again")
    if media is Media.BINARY:
        raise _refusal(
            path, f"is {name_of_format(body)}", "Import text, HTML, .docx, .pdf, WARC or WACZ files"
        )
    return ImportedFile(path=path, body=body, media=media)


def _refusal(path: Path, why: str, remedy: str) -> InputError:
    return InputError(f"{readable(str(path))} {why}", remedy=remedy)
