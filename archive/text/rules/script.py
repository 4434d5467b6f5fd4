"""Whether a text is written in Simplified or in Traditional characters."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from archive.text.manuscript import Manuscript
from archive.text.mirror.gbk_table import traditional_forms
from archive.text.rule import NOTHING, Findings, rule

Script: TypeAlias = Literal["Simplified", "Traditional"]

_SAMPLE = 3_000
_FEWEST = 2
_PIECE = 100
"""Characters that are looked through at once: each that is found weighs as much as thirty in a text."""


def _find(manuscript: Manuscript) -> Findings:
    """Count the different characters that only one script has; the greater number decides."""
    sample = manuscript.text[:_SAMPLE]
    traditional = len(unlike(sample, "Traditional"))
    enough = max(traditional, _FEWEST)
    if _has_unlike(_one_script()["Simplified"], sample, enough):
        return Findings(fields={"script": "Simplified"})
    return Findings(fields={"script": "Traditional"}) if traditional >= _FEWEST else NOTHING


def _has_unlike(characters: re.Pattern[str], sample: str, enough: int) -> bool:
    """Tell whether so many unlike ones stand in the sample; it is read no further than to them."""
    seen: set[str] = set()
    for match in characters.finditer(sample):
        seen.add(match[0])
        if len(seen) >= enough:
            return True
    return False


def unlike(text: str, script: Script) -> frozenset[str]:
    """Return the different characters of a text that the other script does not have."""
    blocks = (text[start : start + _SAMPLE] for start in range(0, len(text), _SAMPLE))
    return frozenset().union(*(_unlike_in_block(block, script) for block in blocks))


@lru_cache(maxsize=8)
def _unlike_in_block(text: str, script: Script) -> frozenset[str]:
    characters, found = _one_script()[script], set[str]()
    for start in range(0, len(text), _PIECE):
        found.update(characters.findall(text, start, start + _PIECE))
    return frozenset(found)


@cache
def _one_script() -> dict[Script, re.Pattern[str]]:
    simplified, traditional = set(traditional_forms()), set(traditional_forms().values())
    return {
        "Simplified": _any_of(simplified - traditional - _BOTH),
        "Traditional": _any_of(traditional - simplified),
    }


def _any_of(characters: Set[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(characters))}]")


_BOTH = frozenset(
    "后里面干于系制复发历台只征松板表云谷斗丑范郁卷别采向累致吁伙准凶占舍借家朱术秋郁咸沈姜余游"
)
"""Simplified forms of something else that Traditional texts write too (皇后, 公里)."""

RULE = rule("script", 1, _find)
