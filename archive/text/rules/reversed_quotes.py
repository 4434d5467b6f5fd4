"""Quotation marks the wrong way round: `”强素质“活动`, in a text that never has them right.

A piece cut out of a sound text may begin inside a quotation and end in another (素质”活动，开展“保安):
then what seems quoted stands between two quotations. It has commas, what is quoted hardly ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_MARK = re.compile("[“”]")
_REVERSED = re.compile("”[^“”\n。！？；]{1,30}“")
_COMMA = re.compile("[，；：。！？\\n]")
_FEWEST = 2


def _find(manuscript: Manuscript) -> Findings:
    first = _MARK.search(manuscript.text)
    if first is None or first[0] == "“":
        return NOTHING
    pairs = list(_REVERSED.finditer(manuscript.text))
    is_all = 2 * len(pairs) == len(_MARK.findall(manuscript.text))
    is_reversed = len(pairs) >= _FEWEST and is_all and _quotes_phrases(manuscript.text, pairs)
    return Findings(changes=_changes(pairs)) if is_reversed else NOTHING


def _quotes_phrases(text: str, pairs: list[re.Match[str]]) -> bool:
    """Tell whether the commas stand outside of what seems quoted, between the first mark and the last."""
    inside = sum(len(_COMMA.findall(pair[0])) for pair in pairs)
    between = len(_COMMA.findall(text, pairs[0].start(), pairs[-1].end())) - inside
    return inside < between


def _changes(pairs: list[re.Match[str]]) -> Iterator[Change]:
    for pair in pairs:
        yield Change(pair.start(), pair.start() + 1, "“", 0.9)
        yield Change(pair.end() - 1, pair.end(), "”", 0.9)


RULE = rule("reversed_quotes", 2, _find)
