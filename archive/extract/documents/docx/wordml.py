"""Names in the XML of Word documents."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def value_of(element: etree._Element | None, attribute: str = "val") -> str:
    """Return the attribute in Word's namespace; empty where the element or the attribute is missing."""
    return "" if element is None else element.get(W + attribute, "")


def number_of(element: etree._Element | None, default: int) -> int:
    """Return the element's value as a number, or `default` where there is none."""
    value = value_of(element)
    return int(value) if value.isascii() and value.isdigit() else default


def is_on(mark: etree._Element | None) -> bool:
    """Tell whether a property is there and on: `<w:vanish/>`, but not `<w:vanish w:val="0"/>`."""
    return mark is not None and value_of(mark) not in ("0", "false", "off")
