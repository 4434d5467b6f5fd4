"""Whether a text is written in Simplified or in Traditional characters."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_SAMPLE = 3_000
_FEWEST = 2


def _find(manuscript: Manuscript) -> Findings:
    """Count the different characters that only one script has; the greater number decides."""
    simplified_only, traditional_only = _one_script()
    characters = set(manuscript.text[:_SAMPLE])
    simplified = len(characters & simplified_only)
    traditional = len(characters & traditional_only)
    if max(simplified, traditional) < _FEWEST:
        return NOTHING
    return Findings(fields={"script": "Traditional" if traditional > simplified else "Simplified"})


@cache
def _one_script() -> tuple[frozenset[str], frozenset[str]]:
    text = files("archive.data").joinpath("gbk_traditional.tsv").read_text("utf-8")
    pairs = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    simplified = frozenset(pair[0] for pair in pairs)
    traditional = frozenset(pair[1] for pair in pairs)
    return simplified - traditional - _BOTH, traditional - simplified


_BOTH = frozenset(
    "后里面干于系制复发历台只征松板表云谷斗丑范郁卷别采向累致吁伙准凶占舍借家朱术秋郁咸沈姜余游"
)
"""Simplified forms of something else that Traditional texts write too (皇后, 公里)."""

RULE = rule("script", 1, _find)
