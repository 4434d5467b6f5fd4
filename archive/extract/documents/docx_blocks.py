"""The body of a Word document as blocks, read from its XML.

python-docx passes over content controls, text boxes and notes, where the forms of the 2010s keep whole texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docx.document import Document
from lxml import etree

from archive.extract.documents.docx_numbering import Numbering
from archive.extract.documents.docx_styles import Styles
from archive.extract.documents.wordml import MC, W, value_of
from archive.model import Block, BlockKind, ReaderWarning
from archive.outline import find_heading

_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_UNSEEN = {W + name for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "rt", "txbxContent")} | {
    MC + "Fallback"
}
_SIGNS = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_NOTE_MARKS = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_LONGEST_HEADING = 60


class BlockReader:
    """Reads one document once."""

    def __init__(self, document: Document) -> None:
        self._body = document.element.body
        self._parts = {
            relation.reltype.rpartition("/")[2]: relation.target_part
            for relation in document.part.rels.values()
            if not relation.is_external
        }
        self._styles = Styles.read(self._root_of("styles"))
        self._numbering = Numbering.read(self._root_of("numbering"))
        self._notes: list[tuple[str, str]] = []
        self.warnings: list[ReaderWarning] = []
        """Complete when `read` has ended."""

    def read(self) -> Iterator[Block]:
        """Yield the blocks of the body, then the notes in the order of their marks."""
        yield from self._blocks_in(self._body)
        for number, (part, note_id) in enumerate(list(self._notes), start=1):
            for block in self._note(part, note_id):
                yield replace(block, text=f"[{number}] {block.text.strip()}")

    def _blocks_in(self, container: etree._Element) -> Iterator[Block]:
        for child in container:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield from self._table(child)
            elif child.tag in _WRAPPERS:
                yield from self._blocks_in(child)
            elif child.tag == W + "altChunk":
                self.warnings.append("embedded_document_not_read")

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        style = self._styles.of(paragraph)
        text = "".join(self._pieces(paragraph))
        label = self._numbering.next_label(style) if text.strip() else None
        for index, line in enumerate(text.split("\n")):
            numbered = (label or "") + line if index == 0 else line
            kind, level = _kind(numbered, style.heading, is_bullet=label == "")
            yield Block(kind=kind, text=numbered, level=level)
        for box in _text_boxes(paragraph):
            yield from self._blocks_in(box)

    def _pieces(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            if child.tag in _UNSEEN or self._styles.is_hidden(child):
                continue
            if child.tag == W + "t":
                yield child.text or ""
            elif child.tag in _SIGNS:
                yield _SIGNS[child.tag]
            elif child.tag in _NOTE_MARKS:
                self._notes.append((_NOTE_MARKS[child.tag], value_of(child, "id")))
                yield f"[{len(self._notes)}]"
            else:
                yield from self._pieces(child)

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
        root = self._root_of(part)
        for note in root if root is not None else ():
            if value_of(note, "id") == note_id:
                yield from self._blocks_in(note)

    def _root_of(self, name: str) -> etree._Element | None:
        part = self._parts.get(name)
        if part is None:
            return None
        return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The boxes that hang on a paragraph; Word writes each twice, the second time for its older versions."""
    for child in element:
        if child.tag == W + "txbxContent":
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
