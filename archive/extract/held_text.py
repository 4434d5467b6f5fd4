"""Texts that a page holds for its own script: in a hidden `<textarea>`, or as a string in JSON.

Such a page shows its text only in a browser, yet its bytes hold all of it. The text is put where a reader of
the page would see it, so that everything behind this reads one kind of page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from lxml import etree

from archive.extract.held_facts import Held, held_strings
from archive.extract.hidden import is_hidden
from archive.extract.page import Page
from archive.extract.shells import MOST_CHARACTERS, may_be_shell
from archive.model import Extraction

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
_FEW_BLOCKS = 20
"""Counted first: to join the text of every page costs more than all the rest of the question."""
_OF_SITE = re.compile(
    r"版[权權]|copyright|©|[转轉][载載]|[备備]案|加[载載]|浏览器|瀏覽器|javascript", re.IGNORECASE
)
"""In what a site says below every text, or until one is there."""


def may_hold_text(page: Page, extraction: Extraction) -> bool:
    """Tell whether a page shows so little that its text may be its script's to show."""
    if extraction.kind != "article":
        return extraction.kind in ("shell", "empty")
    is_short = len(extraction.blocks) <= _FEW_BLOCKS and len(extraction.text) < MOST_CHARACTERS
    if not is_short or _has_sentence(extraction.text):
        return False
    return may_be_shell(page.text) or "textarea" in page.text


def _has_sentence(text: str) -> bool:
    """Tell whether a short text says something of its own: it is then what the page is for."""
    return any("。" in line and not _OF_SITE.search(line) for line in text.split("\n"))


def show_held_text(tree: etree._Element) -> Held | None:
    """Put what `tree` holds for its script where it is shown; return it, None where there is none."""
    areas = [area for area in tree.iter("textarea") if _holds_text(area)]
    for area in areas:
        _show(area, area.text or "")
    if areas:
        return Held("", {})
    held = _first_of_longest(list(_held_by_scripts(tree)))
    body = tree.find(".//body")
    if held is None or body is None:
        return None
    _show(etree.SubElement(body, "div"), held.text)
    return held


def _holds_text(area: etree._Element) -> bool:
    """Tell whether a textarea is a text's; a form's (发表评论) is shown, to be filled in."""
    is_of_a_form = next(area.iterancestors("form"), None) is not None and not is_hidden(area)
    text = area.text or ""
    is_text = _is_text(text) if area.get("readonly") is not None else _is_marked_text(text)
    return is_text and not is_of_a_form


def _first_of_longest(texts: Sequence[Held]) -> Held | None:
    least = _LIKE_LONGEST * max((_count_han(held.text) for held in texts), default=0)
    return next((held for held in texts if _count_han(held.text) >= least), None)


def _held_by_scripts(tree: etree._Element) -> Iterator[Held]:
    for script in tree.iter("script"):
        text = script.text or ""
        strings = held_strings(unquote(text) if text.lstrip()[:3] == "%7B" else text, _SHORTEST)
        yield from (held for held in strings if _is_text(held.text))


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
