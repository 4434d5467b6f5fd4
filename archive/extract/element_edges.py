"""A line with a bar wherever only the edge of an element parts two words.

Pages made by programs set `<span>2019-06-24</span><span>青山煤矿</span>` without a blank: a style sheet parts
them, and the text alone does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from archive.extract.element_text import collapse
from archive.extract.layout import Layout

_EDGE = "\ue000"
_PARTING = frozenset(("span", "i", "em", "small", "time", "label"))
"""Not those that mark a word inside a name: `<a>`, `<b>`, `<font>`."""
_UNSHOWN = frozenset(("script", "style", "noscript", "template", "input", "select", "textarea", "button"))
_EDGES = re.compile(rf"(?P<colon>[:：]?)(?P<blank>\s*)(?:{_EDGE}\s*)+")


def text_parted_at_edges(layout: Layout, number: int) -> str:
    """Return a line's text parted by bars; as it is where its box holds other lines, or what is hidden."""
    line = layout.lines[number]
    box = layout.boxes[line.box]
    if box.end - box.first > 1 or not any(inner.tag in _PARTING for inner in box.element.iter()):
        return line.text
    marked = "".join(_marked(box.element)).strip(f" {_EDGE}\n\t")
    text = collapse(_EDGES.sub(_parting, marked))
    return text if _bare(text) == _bare(line.text) else line.text


def _marked(element: etree._Element) -> Iterator[str]:
    edge = _EDGE if element.tag in _PARTING else ""
    yield edge
    if element.tag not in _UNSHOWN and isinstance(element.tag, str):
        yield element.text or ""
        for inner in element:
            yield from _marked(inner)
            yield inner.tail or ""
    yield edge


def _parting(edges: re.Match[str]) -> str:
    if any(map(str.isspace, edges[0])):
        return f"{edges['colon']} "
    return edges["colon"] or "|"


def _bare(text: str) -> str:
    return "".join(text.split()).replace("|", "")
