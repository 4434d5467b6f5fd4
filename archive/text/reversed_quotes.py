"""Quotation marks the wrong way round: `”强素质“活动`, in a text that never has them right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_MARK = re.compile("[“”]")
_REVERSED = re.compile("”[^“”\n。！？；]{1,30}“")
_FEWEST = 2


def _find(manuscript: Manuscript) -> Findings:
    first = _MARK.search(manuscript.text)
    if first is None or first[0] == "“":
        return NOTHING
    pairs = list(_REVERSED.finditer(manuscript.text))
    is_all = 2 * len(pairs) == len(_MARK.findall(manuscript.text))
    return Findings(changes=_changes(pairs)) if len(pairs) >= _FEWEST and is_all else NOTHING


def _changes(pairs: list[re.Match[str]]) -> Iterator[Change]:
    for pair in pairs:
        yield Change(pair.start(), pair.start() + 1, "“", 0.9)
        yield Change(pair.end() - 1, pair.end(), "”", 0.9)


RULE = rule("reversed_quotes", 1, _find)
