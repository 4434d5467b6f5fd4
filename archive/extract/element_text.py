"""The text of elements, whitespace collapsed."""

from __future__ import annotations

import re

from lxml import etree

_STRING = etree.XPath("string()", smart_strings=False)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff]+")
_BREAK_IN_HAN = re.compile(r"(?<=[⺀-鿿，。、；：！？）》”])\s*[\r\n]\s*(?=[⺀-鿿，。、；：！？（《“])")


def text_of(element: etree._Element) -> str:
    """Return all text inside an element, collapsed."""
    return collapse(str(_STRING(element)))


def collapse(text: str) -> str:
    """Return `text` as one line without control characters.

    A line break between two Han characters leaves no blank: there only the source was wrapped.
    """
    if not text.isprintable():
        if "\n" in text or "\r" in text:
            text = _BREAK_IN_HAN.sub("", text.strip())
        text = _CONTROL.sub(lambda run: " " if run[0].isspace() else "", text)
    return " ".join(text.split())
