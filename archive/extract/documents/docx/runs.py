"""The text of one paragraph of a Word document: its runs, symbols, formulas, and what its fields print."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from archive.extract.documents.docx.equations import equation_text
from archive.extract.documents.docx.styles import Styles
from archive.extract.documents.docx.symbols import symbol
from archive.extract.documents.docx.wordml import MC, W, value_of

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_UNSEEN = {W + name for name in ("pPr", "rPr", "del", "moveFrom", "rt", "txbxContent")} | {MC + "Fallback"}
_SIGNS = {
    W + "tab": " ",
    W + "ptab": " ",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    _M + "den": "/",
}
_TEXTS = (W + "t", _M + "t")
_NOTE_MARKS = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}


class RunReader:
    """Reads the paragraphs of one document in their order."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[list[str]] = []
        self.notes: list[tuple[str, str]] = []
        """Part and id of the notes that were marked so far."""

    def text_of(self, paragraph: etree._Element) -> str:
        """Return what a `w:p` shows, with line breaks."""
        self._fields = []
        return "".join(self._pieces(paragraph, is_hidden=self._styles.hides_runs(paragraph)))

    def _pieces(self, element: etree._Element, *, is_hidden: bool) -> Iterator[str]:
        for child in element:
            if child.tag in _UNSEEN or (child.tag == W + "r" and self._is_hidden(child, is_hidden)):
                continue
            if child.tag in _TEXTS:
                yield self._shown(child.text or "")
            elif child.tag == W + "sym":
                yield symbol(value_of(child, "font"), value_of(child, "char"))
            elif child.tag in _NOTE_MARKS:
                self.notes.append((_NOTE_MARKS[child.tag], value_of(child, "id")))
                yield f"[{len(self.notes)}]"
            elif child.tag == W + "instrText":
                self._instruct(child.text or "")
            elif child.tag == W + "fldChar":
                yield self._field_text(value_of(child, "fldCharType"))
            else:
                yield _SIGNS.get(child.tag, "")
                yield from self._pieces(child, is_hidden=is_hidden)

    def _is_hidden(self, run: etree._Element, is_hidden: bool) -> bool:
        stated = self._styles.hides(run)
        return is_hidden if stated is None else stated

    def _shown(self, text: str) -> str:
        if text and self._fields:
            self._fields[-1] = []  # the field has a result, so its instruction is not needed
        return text

    def _instruct(self, instruction: str) -> None:
        if self._fields:
            self._fields[-1].append(instruction)

    def _field_text(self, place: str) -> str:
        """What a field prints without having a result: the encircled characters of Chinese Word."""
        if place == "begin":
            self._fields.append([])
        elif place == "end" and self._fields:
            return equation_text("".join(self._fields.pop()))
        return ""
