"""Shells: pages that their scripts must fill first. Judged here alone, for the reader and for the browser.

The reader names a page so when it is sure (`is_shell`). The browser also tries pages of which nobody can say
more than that they have a script and show next to nothing (`may_be_shell`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from archive.extract.body.families import marks_body
from archive.extract.notices import waits_for_script
from archive.extract.page import Page
from archive.extract.walk import read_layout
from archive.model import Extraction

_ROOTS = frozenset(("app", "root", "__nuxt", "__next", "main", "container", "content", "article", "detail"))
"""Where the frameworks put what they draw."""

MOST_CHARACTERS = 200
"""Of a shell: a menu's few words, a line that asks for JavaScript."""

_TAG = re.compile(r"<(/?[a-z][a-z0-9-]*)[^<>]*>?|<!--", re.IGNORECASE)
_UNSHOWN = frozenset(("script", "style", "noscript", "template", "title", "textarea"))


def is_shell(tree: etree._Element, lines: Iterable[str]) -> bool:
    """Tell whether a page without a text awaits it: its box is empty, or one of its `lines` says so."""
    return tree.find(".//script") is not None and (_is_hollow(tree) or _waits(tree, lines))


def is_unfilled_text(source: str, extraction: Extraction) -> bool:
    """Tell whether a page may show a text to a browser that its reader did not find."""
    if extraction.kind == "article" and len(extraction.text) >= MOST_CHARACTERS:
        return False
    return extraction.kind == "shell" or (extraction.kind != "not_found" and may_be_shell(source))


def is_unfilled_list(page: Page) -> bool:
    """Tell whether a list that links to nothing may link to something in a browser."""
    lines = (line.text for line in read_layout(page.tree).lines)
    return may_be_shell(page.text) or is_shell(page.tree, lines)


def may_be_shell(source: str) -> bool:
    """Tell whether an HTML page has a script, and less text than an article or a list would have.

    Linear, whatever the source: it is asked of pages that a hostile server may have sent.
    """
    shown, at, has_script = 0, 0, False
    while tag := _TAG.search(source, at):
        shown += _length(source[at : tag.start()])
        if shown >= MOST_CHARACTERS:
            return False
        name = (tag[1] or "").lower()
        has_script = has_script or name == "script"
        at = _end(source, name, tag)
    return has_script and shown + _length(source[at:]) < MOST_CHARACTERS


def _end(source: str, name: str, tag: re.Match[str]) -> int:
    """Where the next thing that is shown may begin: behind a tag, a comment, a script with all it holds."""
    if not name:
        end = source.find("-->", tag.end())
    elif name in _UNSHOWN:
        closing = re.compile(f"</{name}", re.IGNORECASE).search(source, tag.end())
        end = closing.start() if closing else -1
    else:
        end = tag.end()
    return len(source) if end < 0 else end


def _length(text: str) -> int:
    return len("".join(text.split()))


def _waits(tree: etree._Element, lines: Iterable[str]) -> bool:
    return waits_for_script(lines) or waits_for_script(_texts(tree.iter("noscript")))


def _texts(elements: Iterator[etree._Element]) -> Iterator[str]:
    return ("".join(map(str, element.itertext())) for element in elements)


def _is_hollow(tree: etree._Element) -> bool:
    """Tell whether the box that is to hold the text holds none."""
    return any(
        _names_text(box) and not any(map(str.strip, _inner(box))) for box in tree.iter("div", "section")
    )


def _names_text(box: etree._Element) -> bool:
    name = (box.get("id") or "").lower()
    return name in _ROOTS or marks_body(f" {box.get('class') or ''} {name} ".lower())


def _inner(box: etree._Element) -> Iterator[str]:
    return map(str, box.itertext("div", "p", "span", "section", "a", "h1", "h2", "font"))
