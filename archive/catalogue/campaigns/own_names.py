"""The names of firms' own campaigns at their places, and which of them are one name written in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from archive.catalogue.text import squeeze

_SHORTEST_MISPRINTED = 8
_SHORTEST_IN_LONGER = 4
_Form: TypeAlias = tuple[str, str]
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
    bearers: dict[_Form, str] = {}
    ranks = {name: rank for rank, name in enumerate(sorted(counts, key=lambda name: -counts[name]))}
    for name in ranks:
        squeezed = squeeze(name)
        alike = {bearers[form] for form in _sought(squeezed) if form in bearers}
        leading[name] = min(alike, key=ranks.__getitem__, default=name)
        if not alike:
            bearers |= {form: name for form in _borne(squeezed) if form not in bearers}
    return [replace(own, name=leading[own.name]) for own in found]


def _borne(squeezed: str) -> Iterator[_Form]:
    """Yield the forms of a name under which its variants look for it."""
    yield from _misprinted(squeezed)
    yield "whole", squeezed
    yield from (("end", end) for end in _ends(squeezed))


def _sought(squeezed: str) -> Iterator[_Form]:
    """Yield the forms of which one that another name bears makes both of them one."""
    yield from _misprinted(squeezed)
    yield "end", squeezed
    yield from (("whole", end) for end in _ends(squeezed))


def _misprinted(squeezed: str) -> Iterator[_Form]:
    """Yield what stands around each character: names of one length that share it differ in that character."""
    if len(squeezed) >= _SHORTEST_MISPRINTED:
        yield from ((squeezed[:place], squeezed[place + 1 :]) for place in range(len(squeezed)))


def _ends(squeezed: str) -> Iterator[str]:
    if _PROJECT.search(squeezed):
        yield from (squeezed[start:] for start in range(1, len(squeezed) - _SHORTEST_IN_LONGER + 1))
