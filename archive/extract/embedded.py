"""Pictures and frames in a text: what they say stands in no line, so address and name are recorded."""

from __future__ import annotations

from lxml import etree

from archive.extract.element_text import collapse
from archive.extract.file_links import resolve
from archive.model import Embedded

_SOURCES = ("data-src", "data-original", "_src", "original", "src")
"""Pages that load a picture late keep a blank one in `src`."""
_FRAMES = ("iframe", "frame", "embed", "video")


def find_embedded(element: etree._Element, base_url: str) -> tuple[Embedded, ...]:
    """Return the pictures and frames inside `element`, in page order, each address once."""
    found: dict[str, Embedded] = {}
    for inner in element.iter("img", *_FRAMES):
        url = resolve(base_url, next(filter(None, map(inner.get, _SOURCES)), None))
        if url and url not in found:
            found[url] = _read(inner, url)
    return tuple(found.values())


def _read(element: etree._Element, url: str) -> Embedded:
    if element.tag == "img":
        return Embedded(kind="image", url=url, name=collapse(element.get("alt") or ""))
    return Embedded(kind="frame", url=url, name=collapse(element.get("title") or ""))
