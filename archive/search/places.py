"""Where all matches of a request stand, in the order of a concordance: numbers alone, sixteen bytes a match.

The texts are read once, one after the other; only those of the lines shown are read again.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, TypeAlias

from archive.fold import fold
from archive.search.matched_texts import MatchedText, Search, matched_texts

Sort: TypeAlias = Literal["left", "right", "date"]

SORTABLE: Final = 250_000
"""More lines than these stand by date, whatever was asked: what stands beside them would fill the memory."""


class Place(NamedTuple):
    """One match."""

    article_id: int
    field: int
    """Index into `archive.search.matched_texts.FIELDS`."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Places:
    """All matches."""

    sort: Sort
    """The order in which they stand."""
    numbers: array[int]
    """Four of each match: those of a `Place`."""

    def __len__(self) -> int:
        return len(self.numbers) // 4

    def between(self, first: int, last: int) -> Iterator[Place]:
        """Yield the places `first` to `last`, `last` not included."""
        for at in range(first, min(last, len(self))):
            yield Place(*self.numbers[4 * at : 4 * at + 4])


def find_places(cursor: sqlite3.Cursor, search: Search, sort: Sort, width: int) -> Places:
    """Return where the words stand, ordered by date or by up to `width` characters beside them."""
    keys, numbers = _Keys(sort, width), array("I")
    for found in matched_texts(cursor, search):
        of_text = (found.article_id, found.field)
        numbers.extend([number for span in found.spans for number in (*of_text, *span)])
        keys.add(found)
    if sort == "date" or len(numbers) // 4 > SORTABLE:
        return Places("date", numbers)
    return Places(sort, array("I", _ordered(numbers, keys.all())))


def _ordered(numbers: array[int], keys: list[bytes]) -> Iterator[int]:
    for line in sorted(range(len(keys)), key=keys.__getitem__):
        yield from numbers[4 * line : 4 * line + 4]


class _Keys:
    """What lines are sorted by; many are folded and encoded at once, since one by one takes twice as long."""

    def __init__(self, sort: Sort, width: int) -> None:
        self.sort = sort
        self.width = width
        self.contexts: list[str] = []
        self.keys: list[bytes] = []

    def add(self, found: MatchedText) -> None:
        if self.sort == "date" or len(self.keys) > SORTABLE:
            return
        self.contexts.extend(self._left(found) if self.sort == "left" else self._right(found))
        if len(self.contexts) > 1000:
            self._flush()

    def all(self) -> list[bytes]:
        self._flush()
        return self.keys

    def _left(self, found: MatchedText) -> Iterable[str]:
        return (found.text[max(0, start - self.width) : start][::-1] for start, _ in found.spans)

    def _right(self, found: MatchedText) -> Iterable[str]:
        return (found.text[end : end + self.width] for _, end in found.spans)

    def _flush(self) -> None:
        if self.contexts:
            lines = [context.replace("\n", " ") for context in self.contexts]
            self.keys += fold("\n".join(lines)).encode("gb18030", "replace").split(b"\n")
            self.contexts.clear()
