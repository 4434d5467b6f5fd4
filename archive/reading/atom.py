"""Atom feeds (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid5
from xml.etree import ElementTree

MIME: Final = "application/atom+xml; charset=utf-8"

_NAMESPACE: Final = "http://www.w3.org/2005/Atom"
_ENTRIES: Final = UUID("5d0b5f0c-6f0a-4a8e-9f5e-2b7f3c1d8e46")
"""Names in it are ours: keys of articles, and what happened to them."""
_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened to one article."""

    id: str
    """A URI that is never given to another entry, and that moves with the archive; see `entry_id`."""
    title: str
    link: str
    updated: str
    """UTC."""
    author: str
    summary: str
    category: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A list of entries, the latest first."""

    title: str
    address: str
    """Of the feed itself."""
    page: str
    """Of the page that shows the same."""
    archive_updated: str
    """UTC; when something last came into the archive: what a feed without entries says of itself."""
    entries: tuple[Entry, ...]


def entry_id(name: str) -> str:
    """Return the URN (RFC 9562, version 5) of what `name` names, wherever the archive is served."""
    return uuid5(_ENTRIES, name).urn


def write_atom(feed: Feed) -> bytes:
    """Return the feed as XML; characters that XML can't hold are left out."""
    root = ElementTree.Element("feed", {"xmlns": _NAMESPACE})
    updated = max((entry.updated for entry in feed.entries), default=feed.archive_updated)
    _add(root, [("id", feed.address), ("title", feed.title), ("updated", updated)])
    ElementTree.SubElement(root, "link", {"rel": "self", "href": feed.address})
    ElementTree.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    for entry in feed.entries:
        _add_entry(root, entry)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add_entry(feed: ElementTree.Element, entry: Entry) -> None:
    element = ElementTree.SubElement(feed, "entry")
    _add(element, [("id", entry.id), ("title", entry.title), ("updated", entry.updated)])
    _add(ElementTree.SubElement(element, "author"), [("name", entry.author)])
    ElementTree.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.link})
    if entry.category:
        ElementTree.SubElement(element, "category", {"term": _fit(entry.category)})
    _add(element, [("summary", entry.summary)])


def _add(element: ElementTree.Element, texts: Iterable[tuple[str, str]]) -> None:
    for name, text in texts:
        ElementTree.SubElement(element, name).text = _fit(text)


def _fit(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
