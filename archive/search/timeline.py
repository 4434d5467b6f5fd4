"""Matches per year of up to five queries, with the articles they are a share of."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from archive.errors import CallError
from archive.search.index import current_index
from archive.search.query.filters import Facet
from archive.search.selection.request import SearchRequest
from archive.search.selection.selection import select_uncounted

MAX_QUERIES: Final = 5

Split: TypeAlias = Literal["site", "genre", "completeness"]
SPLITS: Final[tuple[Split, ...]] = get_args(Split)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """One year, or the articles without a date."""

    year: int | None
    """None: no date is printed."""
    articles: int
    """All articles of that year, whatever they say."""
    matches: tuple[int, ...]
    """Of each query the articles that match, in the order of the requests."""

    @property
    def shares(self) -> tuple[float, ...]:
        """Of each query the part of the year's articles that match, 0 to 1; 0 where there are none."""
        return tuple(matches / self.articles if self.articles else 0.0 for matches in self.matches)


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one value of the facet that a timeline is split by."""

    value: str
    """As in `articles`; empty for articles without one."""
    rows: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Counts per year."""

    queries: tuple[str, ...]
    """As typed, in the order of the requests."""
    rows: tuple[YearRow, ...]
    """Every year from the first to the last with an article, without a hole; undated articles last."""
    parts: tuple[Part, ...]
    """The same for each value of the split, the one with most articles first; empty without a split.

    `articles` is here the number of that value, so that the share is one of comparable articles."""


def timeline(
    db: sqlite3.Connection, requests: Sequence[SearchRequest], *, split: str | None = None
) -> Timeline:
    """Count the articles that match each request by year; sort and page of the requests are ignored.

    `split` is `site`, `genre` or `completeness`. Filters narrow the matches, not the articles they are a
    share of. Raises `CallError` for more than five requests or another split, and when the index is not
    the one this program reads.
    """
    _require_valid(requests, split)
    facets: tuple[Facet, ...] = (*(each for each in SPLITS if each == split), "year")
    with current_index(db) as cursor:
        everything = _counts(cursor, SearchRequest(), facets)
        matches = tuple(_counts(cursor, request, facets) for request in requests)
    counts = _Counts(everything, matches)
    return Timeline(
        queries=tuple(request.query for request in requests),
        rows=tuple(counts.rows(counts.values)),
        parts=tuple(Part(value, tuple(counts.rows([value]))) for value in counts.values) if split else (),
    )


_Key: TypeAlias = tuple[str, int | None]
"""Value of the split (empty without one) and year."""


@dataclass(frozen=True, slots=True)
class _Counts:
    everything: Counter[_Key]
    matches: tuple[Counter[_Key], ...]

    @property
    def values(self) -> list[str]:
        """The values of the split, the most frequent first."""
        sizes = Counter[str]()
        for (value, _), count in self.everything.items():
            sizes[value] += count
        return [value for value, _ in sizes.most_common()]

    def rows(self, values: Sequence[str]) -> Iterator[YearRow]:
        for year in self._years():
            keys = [(value, year) for value in values]
            yield YearRow(
                year=year,
                articles=sum(self.everything[key] for key in keys),
                matches=tuple(sum(counted[key] for key in keys) for counted in self.matches),
            )

    def _years(self) -> list[int | None]:
        years = {year for _, year in self.everything}
        dated = [year for year in years if year is not None]
        undated = [None] if None in years else []
        return [*range(min(dated), max(dated) + 1), *undated] if dated else [*undated]


def _counts(cursor: sqlite3.Cursor, request: SearchRequest, facets: Sequence[Facet]) -> Counter[_Key]:
    """`facets` are the split, if any, and the year."""
    counts = Counter[_Key]()
    for *value, printed, size in select_uncounted(cursor, request).count_by(cursor, facets):
        year = str(printed or "")
        counts[str((value and value[0]) or ""), int(year) if year.isdigit() else None] += int(size or 0)
    return counts


def _require_valid(requests: Sequence[SearchRequest], split: str | None) -> None:
    if len(requests) > MAX_QUERIES:
        raise CallError(
            f"A timeline compares at most {MAX_QUERIES} queries, not {len(requests)}",
            remedy="Leave some out",
        )
    if split not in {None, *SPLITS}:
        raise CallError(
            f"A timeline can't be split by {split}", remedy=f"Split by one of {', '.join(SPLITS)}"
        )
