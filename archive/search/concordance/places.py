"""Where all matches of a request stand, in the order of a concordance: twenty bytes a match."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from archive.search.concordance.survey import Survey

Sort: TypeAlias = Literal["left", "right", "date"]


class Place(NamedTuple):
    """One match."""

    article_id: int
    field: int
    """Index into `archive.search.concordance.matched_texts.FIELDS`."""
    start: int
    end: int
    number: int
    """Among all matches, text by text, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """All matches."""

    sort: Sort
    """The order in which they stand."""
    numbers: array[int]
    """Four of each match: those of a `Place`; the same in all orders."""
    order: array[int]
    """Which match comes first, which second …"""
    articles: int
    """How many articles hold them."""

    def __len__(self) -> int:
        return len(self.order)

    def between(self, first: int, last: int) -> Iterator[Place]:
        """Yield the places `first` to `last`, `last` not included."""
        for line in self.order[first:last]:
            article_id, field, start, end = self.numbers[4 * line : 4 * line + 4]
            yield Place(article_id, field, start, end, line)

    def is_behind(self, count: int, number: int) -> bool:
        """Whether `count` matches or more stand before match `number` in its text."""
        earlier = 4 * (number - count)
        return (
            earlier >= 0 and self.numbers[earlier : earlier + 2] == self.numbers[4 * number : 4 * number + 2]
        )


def sorted_places(found: Survey, sort: Sort) -> Places:
    """Return the matches by date or by what stands beside them; by date where that was not kept."""
    if sort == "date" or found.contexts is None:
        return Places(sort="date", numbers=found.numbers, order=found.by_date, articles=found.articles)
    order = array("I", found.contexts.order(sort, found.by_date))
    return Places(sort=sort, numbers=found.numbers, order=order, articles=found.articles)
