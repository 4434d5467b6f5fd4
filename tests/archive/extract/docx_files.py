"""Documents made for a test, and what is read of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from archive.extract.documents.docx.document import extract_docx
from archive.model import Extraction

URL = "urn:sha256:00"
NAMES = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def extraction_of(document: WordDocument) -> Extraction:
    written = io.BytesIO()
    document.save(written)
    return extract_docx(written.getvalue(), URL)


def lines_of(document: WordDocument) -> list[str]:
    return [block.text for block in extraction_of(document).blocks]


def with_xml(*fragments: str) -> WordDocument:
    """A document whose body is these elements."""
    document = Document()
    for fragment in fragments:
        name, _, rest = fragment.partition(">")
        document.element.body.insert_element_before(parse_xml(f"{name} {NAMES}>{rest}"), "w:sectPr")
    return document


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def rewritten(body: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            if (data := change(name, old.read(name))) is not None:
                new.writestr(name, data)
    return written.getvalue()
