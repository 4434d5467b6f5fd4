"""The body of a Word document as blocks, read from its XML.

Forms of the 2010s keep whole texts in content controls, text boxes and notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from archive.extract.documents.docx.numbering import Numbering
from archive.extract.documents.docx.package import WordPackage
from archive.extract.documents.docx.runs import RunReader
from archive.extract.documents.docx.styles import Style, Styles
from archive.extract.documents.docx.wordml import MC, W, value_of
from archive.model import Block, BlockKind, ReaderWarning
from archive.outline import find_heading

_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")} | {
    MC + name for name in ("AlternateContent", "Choice")
}
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_LONGEST_HEADING = 60


class BlockReader:
    """Reads one document once."""

    def __init__(self, document: WordPackage) -> None:
        self._body = document.body
        self._parts = document.parts
        self._styles = Styles.read(document.parts.get("styles"))
        self._numbering = Numbering.read(document.parts.get("numbering"))
        self._runs = RunReader(self._styles)
        self._carried = ""
        self.warnings: list[ReaderWarning] = []
        """Complete when `read` has ended."""

    def read(self) -> Iterator[Block]:
        """Yield the blocks of the body, then the notes in the order of their marks."""
        yield from self._blocks_in(self._body)
        for number, (part, note_id) in enumerate(list(self._runs.notes), start=1):
            for block in self._note(part, note_id):
                yield replace(block, text=f"[{number}] {block.text.strip()}")

    def _blocks_in(self, container: etree._Element) -> Iterator[Block]:
        for child in container:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield from self._carried_over()
                yield from self._table(child)
            elif child.tag in _WRAPPERS:
                yield from self._blocks_in(child)
            elif child.tag == W + "altChunk":
                self.warnings.append("embedded_document_not_read")
        yield from self._carried_over()

    def _carried_over(self) -> Iterator[Block]:
        if text := self._carried:
            self._carried = ""
            yield Block(kind="paragraph", text=text)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        text, self._carried = self._carried + self._runs.text_of(paragraph), ""
        if self._styles.is_run_on(paragraph):
            self._carried = text
        else:
            yield from self._lines(text, self._styles.of(paragraph))
        for box in _text_boxes(paragraph):
            if box.tag == _WORD_ART:
                yield Block(kind="paragraph", text=box.get("string", ""))
            else:
                yield from self._blocks_in(box)

    def _lines(self, text: str, style: Style) -> Iterator[Block]:
        counted = self._numbering.next_label(style)  # an empty paragraph is counted, too
        label = counted if text.strip() else None
        for index, line in enumerate(text.split("\n")):
            numbered = (label or "") + line if index == 0 else line
            kind, level = _kind(numbered, style.heading, is_bullet=label == "")
            yield Block(kind=kind, text=numbered, level=level)

    def _table(self, table: etree._Element) -> Iterator[Block]:
        rows = [list(_unwrapped(row, "tc")) for row in _unwrapped(table, "tr")]
        is_frame = all(len(cells) == 1 for cells in rows)
        for cells in rows:
            if is_frame:
                yield from self._blocks_in(cells[0])
            elif any(texts := [self._cell(cell) for cell in cells]):
                yield Block(kind="table_row", text="\t".join(texts))

    def _cell(self, cell: etree._Element) -> str:
        return " ".join(" ".join(block.text for block in self._blocks_in(cell)).split())

    def _note(self, part: str, note_id: str) -> Iterator[Block]:
        for note in self._parts.get(part, ()):
            if value_of(note, "id") == note_id:
                yield from self._blocks_in(note)


def _text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The boxes that hang on a paragraph; Word writes each twice, the second time for its older versions.

    The words of its old WordArt are the attribute of a shape: in them stands many a letterhead.
    """
    for child in element:
        if child.tag in (W + "txbxContent", _WORD_ART):
            yield child
        elif child.tag != MC + "Fallback":
            yield from _text_boxes(child)


def _unwrapped(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, some of them inside content controls."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child, name)


def _kind(text: str, styled_level: int, *, is_bullet: bool) -> tuple[BlockKind, int]:
    if styled_level and text.strip() and len(text) <= _LONGEST_HEADING:
        numbered = find_heading(text)
        return "heading", numbered.level if numbered else styled_level
    return ("list_item" if is_bullet else "paragraph"), 0
