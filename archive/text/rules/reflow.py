"""Paragraphs broken inside a sentence: `力争有十个基层党支部建设⏎的先进经验` becomes one line again.

Joined is only what no writer breaks: a long line that ends in mid-sentence before one that goes on with a
particle or a mark no paragraph begins with. Headings, salutations and short lines stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.outline import heading_level
from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_SHORTEST = 60
_BREAK = re.compile(
    r"\n(?<=[一-鿿a-z0-9,、%”》)]\n)(?<![。!?…][”》)]\n)(?=[的地得了和与及或、,。;:!?)”》])(?!"
    r"的确|地[方面质区点位理测勘震域下表]|得[到知益分]|了[解却]|和[谐平睦]|与[此会时其]|及[时早格]|或许)"
)
"""A paragraph may begin with 地面, 及时 or 与会; 的先进经验 goes on with one."""
_SALUTATION = re.compile(r"(?:同志们|各位|各单位)")


def _find(manuscript: Manuscript) -> Findings:
    return Findings(changes=_joins(manuscript))


def _joins(manuscript: Manuscript) -> Iterator[Change]:
    folded = manuscript.folded
    for match in _BREAK.finditer(folded):
        start = folded.rfind("\n", max(0, match.start() - _SHORTEST), match.start())
        if start < 0 and match.start() >= _SHORTEST and not _is_unlike_prose(folded, match.end()):
            yield Change(match.start(), match.end())


def _is_unlike_prose(folded: str, start: int) -> bool:
    end = folded.find("\n", start)
    line = folded[start : end if end >= 0 else len(folded)][:100]
    return bool(heading_level(line) or _SALUTATION.match(line))


RULE = rule("reflow", 3, _find)
