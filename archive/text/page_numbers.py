"""Numbers of printed pages that a converted document left in its text.

領導們都反 1⏎復強調…… 反 2⏎映……          a page's end inside a sentence
- 1 -        3 / 8        PAGE PAGE 41        PAGE \\* MERGEFORMAT 3
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_FIELD = re.compile(r"(?:PAGE\s{1,3}){1,2}(?:\\\*\s?MERGEFORMAT\s?)?\d{1,4}\b")
_IN_SENTENCE = re.compile(r"[ \u3000]{1,4}(?P<page>\d{1,3})[ \u3000]{0,4}\n(?=[一-鿿])")
_BEHIND_A_NUMBER = re.compile(r"\n(?<=[\d\]]\n)")
_AT_A_BREAK = re.compile(r"\n(?<=[\d \u3000]\n)")
_ALONE = re.compile(r"^[-—–][ \u3000]{0,2}(?P<page>\d{1,3})[ \u3000]{0,2}[-—–](?:\n|\Z)", re.MULTILINE)
_WITH_WORDS = re.compile(r"^[….· \t-]*第\s?(?P<page>\d{1,3})\s?页[….· \t-]*(?:\n|\Z)", re.MULTILINE)
_WORDS = re.compile(r"第\s?\d{1,3}\s?页[….· \t-]*(?:\n|\Z)")
_OF_ALL = re.compile(
    r"^\[?(?:page\s)?(?P<page>\d{1,3})\s?(?:/|of)\s?(?P<all>\d{1,3})\]?(?:\n|\Z)",
    re.MULTILINE | re.IGNORECASE,
)
"""3 / 8 and Page 3 of 8 count too, where all name the same last page."""
_MID_SENTENCE = re.compile("[一-鿿，、]")
_DASHES = ("-", "—", "–")
_BEFORE_ALONE = tuple(f"\n{dash}" for dash in _DASHES)
_FEWEST = 2
_SHORTEST_LINE = 15


def _find(manuscript: Manuscript) -> Findings:
    text = manuscript.text
    fields = _FIELD.finditer(text) if "PAGE" in text else ()
    changes = [Change(match.start(), match.end()) for match in fields]
    if _AT_A_BREAK.search(text):
        changes += _counted([match for match in _IN_SENTENCE.finditer(text) if _ends_a_line(text, match)])
    if any(dash in text for dash in _BEFORE_ALONE) or text.startswith(_DASHES):
        changes += _counted(list(_ALONE.finditer(text)))
    changes += _counted(list(_WITH_WORDS.finditer(text)) if _WORDS.search(text) else [])
    of_all = list(_OF_ALL.finditer(text)) if _ends_in_number(text) and ("/" in text or " of " in text) else []
    if len({match["all"] for match in of_all}) == 1:
        changes += _counted(of_all)
    return Findings(changes=changes)


def _ends_in_number(text: str) -> bool:
    return bool(_BEHIND_A_NUMBER.search(text)) or text[-1:].isdigit() or text.endswith("]")


def _ends_a_line(text: str, match: re.Match[str]) -> bool:
    is_long = text.rfind("\n", max(0, match.start() - _SHORTEST_LINE), match.start()) < 0
    return is_long and bool(_MID_SENTENCE.match(text, match.start() - 1))


def _counted(matches: Sequence[re.Match[str]]) -> Iterator[Change]:
    """Pages count upwards by one; a lone number, or numbers that leap, belong to the text."""
    pages = [int(match["page"]) for match in matches]
    if len(pages) >= _FEWEST and all(b - a == 1 for a, b in pairwise(pages)):
        for match in matches:
            yield Change(match.start(), match.end())


RULE = rule("page_numbers", 2, _find)
