"""A machine's English of the text, printed under it by resellers of journal articles and by SEO copies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_HAN = re.compile("[一-鿿]")
_WORD = re.compile("[A-Za-z]{2,}")
_PLAIN = re.compile(r"\b(?:the|of|and|to|in|is|are|for|that|with)\b", re.IGNORECASE)
_REFERENCE = re.compile(r"\s*(?:\[\d|\d{1,2}[.、)]|https?:)")
_FEWEST_WORDS = 30
_FEWEST_HAN = 100
_PLAIN_SHARE = 0.12
_DEEPEST = 200


def _find(manuscript: Manuscript) -> Findings:
    lines = manuscript.last_lines(_DEEPEST)
    english = list(takewhile(lambda line: not _HAN.search(line.text), lines))
    if not _is_translation(english) or not _is_chinese(manuscript.text[: english[-1].start]):
        return NOTHING
    return Findings(changes=manuscript.without(english), flags=["machine_translated"])


def _is_translation(lines: Sequence[Line]) -> bool:
    text = "\n".join(line.text for line in lines)
    words = len(_WORD.findall(text))
    is_running = len(_PLAIN.findall(text)) >= _PLAIN_SHARE * words
    return words >= _FEWEST_WORDS and is_running and not any(_REFERENCE.match(line.text) for line in lines)


def _is_chinese(text: str) -> bool:
    return len(_HAN.findall(text[-20 * _FEWEST_HAN :])) >= _FEWEST_HAN


RULE = rule("machine_english", 1, _find)
