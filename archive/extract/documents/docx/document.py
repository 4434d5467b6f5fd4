"""Word documents: the text that a reader sees on the page, in its order.

Headers and footers are left out, and so are the properties: the author named there is whoever installed Word.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from archive.errors import InputError
from archive.extract.documents.docx.blocks import BlockReader
from archive.extract.documents.docx.package import WordPackage, read_package
from archive.extract.documents.letterhead import titled
from archive.extract.media import OLE
from archive.model import Block, Extraction, ReaderWarning

MAX_MEMBERS = 5_000
MAX_UNPACKED = 200 * 1024 * 1024
MAX_XML = 40 * 1024 * 1024
"""A book of a million characters needs about half of this."""


def extract_docx(body: bytes, url: str) -> Extraction:
    """Return paragraphs, headings, table rows, text boxes and notes of a .docx.

    Automatic numbers (一、 （一） 1.) are written out. Text boxes follow the paragraph they hang on; notes
    stand at the end, behind the number that marks them. Hidden and deleted text is left out. The title is
    told below a document's number, else it is the first line, as in a plain text: the style "Title" is as
    often on a vendor's banner.
    A document of pictures only is `unreadable` with the warning `scan_without_text`.
    Raises InputError when it is damaged, locked with a password or unpacks to more than a text can need,
    MemoryError where the machine has too little for it.
    """
    if body.startswith(OLE):
        raise _locked(url)
    with _faults_named(url):
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            _refuse_bomb(package, url)
            document = read_package(package)
        reader = BlockReader(document)
        return _extraction(url, document, list(reader.read()), reader.warnings)


def _extraction(
    url: str, document: WordPackage, blocks: list[Block], warnings: list[ReaderWarning]
) -> Extraction:
    if any(block.text.strip() for block in blocks):
        return titled(Extraction(url=url, kind="article", blocks=tuple(blocks), warnings=tuple(warnings)))
    if document.has_pictures:
        return Extraction(url=url, kind="unreadable", warnings=("scan_without_text",))
    return Extraction(url=url, kind="empty")


def _refuse_bomb(package: zipfile.ZipFile, url: str) -> None:
    """Ask the zip's own table: `zipfile` unpacks no member beyond the size stated there."""
    members = package.infolist()
    largest_xml = max((member.file_size for member in members if _is_xml(member)), default=0)
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or largest_xml > MAX_XML:
        raise InputError(
            f"{url} unpacks to {len(members)} parts of {unpacked:,} bytes, more than a text can need",
            remedy="If it is genuine, save its text as .txt and import that",
        )


def _is_xml(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith((".xml", ".rels"))


@contextmanager
def _faults_named(url: str) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError) as error:
        raise _damaged(url, f"its zip container can't be read: {error}") from error
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise _damaged(url, f"its XML can't be read: {error}") from error
    except RuntimeError as error:  # so says `zipfile` of members with a password
        raise _locked(url) from error
    except KeyError as error:
        raise _damaged(url, f"it is no Word document in .docx form: {error.args[0]}") from error


def _locked(url: str) -> InputError:
    return InputError(
        f"{url} is locked with a password",
        remedy="Open it in Word, remove the password (File, Info, Protect Document) and save it again",
    )


def _damaged(url: str, why: str) -> InputError:
    return InputError(
        f"{url} is damaged ({why})", remedy="Fetch it again, or open it in Word and save it as .docx"
    )
