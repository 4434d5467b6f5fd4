"""Texts that a page holds for its own script: in a hidden `<textarea>`, or as a string in JSON.

Such a page shows its text only in a browser, yet its bytes hold all of it. The text is put where a reader of
the page would see it, so that everything behind this reads one kind of page.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from lxml import etree

from archive.extract.hidden import is_hidden

_STRING = re.compile(r"[:=(,]\s*+(?:\"((?:[^\"\\]++|\\.)*+)\"|'((?:[^'\\]++|\\.)*+)')", re.DOTALL)
"""Behind the sign that leads a value: a quote in a comment or in a pattern (/[\"']/) begins none, and an
escaped one never does, so that a row of them takes no longer than its length."""
_SHORTEST = 200
"""Characters of a text as it is written in a script."""
_LEAST_HAN, _FEWEST_SENTENCES = 80, 2
_HAN = re.compile("[一-鿿]")
_SENTENCE_END = re.compile("[。！？]")
_LIKE_LONGEST = 0.5
"""Of the longest text; of several alike the first is the page's, the others are of related articles."""
_TO_FILL_IN = re.compile(r"\{\{|<%|\$\{")
"""What a template has for a script to fill in."""
_MARKUP = re.compile(r"<(?:p|br|div|section)\b[^<>]*>", re.IGNORECASE)
_WRITTEN_MARKUP = re.compile(r"&lt;(?:p|br|div|section|/p)\b", re.IGNORECASE)


def show_held_text(tree: etree._Element) -> bool:
    """Put what `tree` holds for its script where it is shown; tell whether it held any."""
    areas = [area for area in tree.iter("textarea") if _holds_text(area)]
    for area in areas:
        _show(area, area.text or "")
    held = "" if areas else _first_of_longest(list(_held_by_scripts(tree)))
    body = tree.find(".//body")
    if held and body is not None:
        _show(etree.SubElement(body, "div"), held)
    return bool(areas or (held and body is not None))


def _holds_text(area: etree._Element) -> bool:
    """Tell whether a textarea is a text's; a form's (发表评论) is shown, to be filled in."""
    is_of_a_form = next(area.iterancestors("form"), None) is not None and not is_hidden(area)
    return not is_of_a_form and _is_marked_text(area.text or "")


def _first_of_longest(texts: Sequence[str]) -> str:
    least = _LIKE_LONGEST * max(map(_count_han, texts), default=0)
    return next((text for text in texts if _count_han(text) >= least), "")


def _held_by_scripts(tree: etree._Element) -> Iterator[str]:
    for script in tree.iter("script"):
        text = script.text or ""
        yield from filter(_is_text, _strings(unquote(text) if text.lstrip()[:3] == "%7B" else text))


def _strings(script: str) -> Iterator[str]:
    for found in _STRING.finditer(script):
        written = found[1] or (found[2] or "").replace(r"\'", "'").replace('"', r"\"")
        if len(written) >= _SHORTEST and (text := _decoded(written)):
            # JSON within JSON.
            yield from _strings(text) if text.lstrip()[:1] in ("{", "[") else (text,)


def _decoded(written: str) -> str | None:
    """Read a string as JSON writes it; None for what only looks like one."""
    try:
        text = str(json.loads(f'"{written}"', strict=False))
    except ValueError:
        return None
    return html.unescape(text) if _WRITTEN_MARKUP.search(text) else text


def _is_marked_text(text: str) -> bool:
    return _MARKUP.search(text) is not None and _is_text(text)


def _is_text(text: str) -> bool:
    if _TO_FILL_IN.search(text):
        return False
    return _count_han(text) >= _LEAST_HAN and len(_SENTENCE_END.findall(text)) >= _FEWEST_SENTENCES


def _count_han(text: str) -> int:
    return len(_HAN.findall(text))


def _show(place: etree._Element, text: str) -> None:
    """Put a box with the text as marked up in the place of an element; each unmarked line is one."""
    marked = text if _MARKUP.search(text) else html.escape(text, quote=False).replace("\n", "<br>")
    shown = etree.fromstring(f"<div>{marked}</div>", etree.HTMLParser(remove_comments=True)).find(".//div")
    around = place.getparent()
    if shown is not None and around is not None:
        shown.tail = place.tail
        around.replace(place, shown)
