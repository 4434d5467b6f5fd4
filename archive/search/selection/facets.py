"""Counting matches by site, year, genre, completeness and script, each as if it were not itself filtered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from archive.search.condition import Condition, all_conditions
from archive.search.query.filters import FACETS, UNDATED, Facet

FacetCounts: TypeAlias = Mapping[Facet, tuple[tuple[str, int], ...]]
"""For each facet its values, the most frequent first; without a value none counts, but `UNDATED`."""

COLUMNS: Final[Mapping[Facet, str]] = {
    "site": "articles.site",
    "year": f"coalesce(substr(articles.published_at, 1, 4), '{UNDATED}')",
    "genre": "articles.genre",
    "completeness": "articles.completeness",
    "script": "articles.script",
}
"""The SQL of each facet's value."""

_Value: TypeAlias = str | int | None
Group: TypeAlias = Sequence[_Value]
"""One value of each facet in the order of `FACETS`, then how many articles have them all."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """A facet must have one of the values; without values nothing fulfils it."""

    facet: Facet
    values: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What the groups add up to."""

    matched: int
    """Articles that match the words, whatever the filters say."""
    total: int
    """Articles that match words and filters."""
    counts: FacetCounts


def tally(groups: Iterable[Group], constraints: Sequence[Constraint]) -> Tally:
    """Add up all groups in one pass."""
    counters: tuple[dict[_Value, int], ...] = tuple(defaultdict(int) for _ in FACETS)
    required = _required(constraints)
    matched = total = 0
    for *values, size in groups:
        count = int(size or 0)
        matched += count
        failed = [place for place, allowed in required if values[place] not in allowed]
        if not failed:
            total += count
            for counter, value in zip(counters, values, strict=True):
                counter[value] += count
        elif len(failed) == 1:
            counters[failed[0]][values[failed[0]]] += count
    counts = {facet: _ranked(counter) for facet, counter in zip(FACETS, counters, strict=True)}
    return Tally(matched=matched, total=total, counts=counts)


def years_within(years: Iterable[str], first: int | None, last: int | None) -> frozenset[str]:
    """Return the years that lie between `first` and `last`, both included; None is open."""
    lowest, highest = first or 0, 9999 if last is None else last
    return frozenset(year for year in years if year.isdigit() and lowest <= int(year) <= highest)


def fulfilled(constraints: Iterable[Constraint]) -> Condition:
    """Return which articles fulfil all constraints."""
    return all_conditions(map(_condition, constraints))


def _condition(constraint: Constraint) -> Condition:
    places = ", ".join("?" * len(constraint.values))
    return Condition(f"{COLUMNS[constraint.facet]} IN ({places})", sorted(constraint.values))


def _required(constraints: Iterable[Constraint]) -> list[tuple[int, frozenset[str]]]:
    """For each facet that is filtered its place in a group, and the values that all constraints allow."""
    allowed: dict[Facet, frozenset[str]] = {}
    for each in constraints:
        allowed[each.facet] = allowed.get(each.facet, each.values) & each.values
    return [(FACETS.index(facet), values) for facet, values in allowed.items()]


def _ranked(counter: Mapping[_Value, int]) -> tuple[tuple[str, int], ...]:
    counted = ((str(value), count) for value, count in counter.items() if value is not None)
    return tuple(sorted(counted, key=lambda each: -each[1]))
