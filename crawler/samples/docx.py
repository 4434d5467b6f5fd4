"""A .docx as an office would attach it to a page: title, paragraphs, a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from docx import Document

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def make_docx(title: str, paragraphs: Sequence[str], table: Sequence[Sequence[str]] | None = None) -> bytes:
    """Title as a heading, then the paragraphs, then the table's rows; the same input makes the same bytes."""
    document = Document()
    document.add_heading(title, level=0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        cells = document.add_table(rows=len(table), cols=len(table[0]))
        for row, texts in zip(cells.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    written = io.BytesIO()
    document.save(written)
    return _without_times(written.getvalue())


def _without_times(package: bytes) -> bytes:
    """The zip keeps the minute of writing, which would change the digest from run to run."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return written.getvalue()
