"""The text of elements, whitespace collapsed."""

from __future__ import annotations

import re

from lxml import etree

_STRING = etree.XPath("string()", smart_strings=False)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff]+")
_LINE_BREAK = re.compile(r"\s*[\r\n]\s*")
_HAN = re.compile("[⺀-鿿，。、；：！？（）《》“”]")


def text_of(element: etree._Element) -> str:
    """Return all text inside an element, collapsed."""
    return collapse(str(_STRING(element)))


def collapse(text: str) -> str:
    """Return `text` as one line without control characters.

    A line break between two Han characters leaves no blank: there only the source was wrapped.
    """
    text = text.strip()
    if "\n" in text or "\r" in text:
        text = _LINE_BREAK.sub(_rejoin, text)
    text = " ".join(text.split())
    return text if text.isprintable() else " ".join(_CONTROL.sub("", text).split())


def _rejoin(break_: re.Match[str]) -> str:
    around = break_.string[break_.start() - 1], break_.string[break_.end()]
    return "" if all(map(_HAN.match, around)) else " "
