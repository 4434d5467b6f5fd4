"""The names of firms' own campaigns at their places, and which of them are one name written in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.catalogue.text import squeeze

_SHORTEST_MISPRINTED = 8
_SHORTEST_IN_LONGER = 4
_PROJECT = re.compile("(?:工程|行动)$")


@dataclass(frozen=True, slots=True)
class Own:
    """A name at a place of the text."""

    name: str
    start: int
    end: int
    confidence: float


def joined_variants(found: Sequence[Own]) -> list[Own]:
    """Give one campaign one name: that which the text writes most, and first among equals.

    晋位升级我争先 beside 晋位升级勇争先, which differs in one character; 头雁工程 beside 书记头雁工程.
    """
    counts = Counter(own.name for own in found)
    leading: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: -counts[name]):
        leading[name] = next((other for other in leading.values() if _are_one(name, other)), name)
    return [replace(own, name=leading[own.name]) for own in found]


def _are_one(name: str, other: str) -> bool:
    one, two = squeeze(name), squeeze(other)
    if len(one) == len(two):
        differing = sum(a != b for a, b in zip(one, two, strict=True))
        return differing <= 1 and len(one) >= _SHORTEST_MISPRINTED
    shorter, longer = sorted((one, two), key=len)
    return (
        len(shorter) >= _SHORTEST_IN_LONGER
        and longer.endswith(shorter)
        and _PROJECT.search(shorter) is not None
    )
