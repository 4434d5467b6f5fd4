"""A text printed twice, one after the other, by a template that shows it in two places."""

from __future__ import annotations

import re

from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_HAN = re.compile("[一-鿿]")
_DEEPEST = 12
_SHORTEST_LINE = 24
_SHORTEST_TEXT = 100
_SHARE = 0.4
_LONGEST_BETWEEN = 120
"""Characters of a title and byline that may be printed before the second time."""


def _find(manuscript: Manuscript) -> Findings:
    text = manuscript.text
    for line in manuscript.first_lines(_DEEPEST):
        again = text.find(f"\n{line.text}", line.end) + 1
        if not again or len(_HAN.findall(line.text)) < _SHORTEST_LINE:
            continue
        second = text[again:]
        end = line.start + len(second)
        # Paragraphs that are all alike overlap: they are no text and its repetition.
        stands_apart = 0 <= again - end <= _LONGEST_BETWEEN
        is_whole = len(second) >= max(_SHORTEST_TEXT, _SHARE * len(text)) and stands_apart
        if is_whole and text.startswith(f"{second}\n", line.start):
            return Findings(changes=[Change(end, len(text))])
    return NOTHING


RULE = rule("doubled_body", 2, _find)
