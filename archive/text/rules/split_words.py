"""A blank inside a word of running prose: `成立领导小 组，` where 领导小组 stands elsewhere in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_BLANK = re.compile(" (?=[一-鿿])")
_BEFORE = re.compile("[一-鿿]{3}")
_MOST = 300
"""Blanks looked at; a text with more is a table."""


def _find(manuscript: Manuscript) -> Findings:
    return Findings(changes=_changes(manuscript.text))


def _changes(text: str) -> Iterator[Change]:
    """The characters around the blank, three and one, must stand together elsewhere: names never do."""
    for _, match in zip(range(_MOST), _BLANK.finditer(text), strict=False):
        word = text[max(0, match.start() - 3) : match.start()] + text[match.end()]
        if _BEFORE.match(word) and _is_in_prose(text, match.start()) and word in text:
            yield Change(match.start(), match.end(), confidence=0.9)


def _is_in_prose(text: str, position: int) -> bool:
    """Tell whether a full stop stands in the line, and this is the only blank for some way."""
    start, end = text.rfind("\n", 0, position) + 1, text.find("\n", position)
    line = text[start : end if end >= 0 else len(text)]
    around = text[max(start, position - 12) : position + 12].partition("\n")[0]
    return "。" in line and around.count(" ") == 1


RULE = rule("split_words", 1, _find)
