"""All that a rule proposes for one text, in columns: a page of a mirror has a change every dozen bytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from operator import attrgetter

from archive.fold import fold
from archive.text.change import Change
from archive.text.pieces import Pieces, join_pieces


def _offsets() -> array[int]:
    return array("I")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Changes of one text, 20 bytes each beside what they put.

    Who holds them leaves the columns as they are.
    """

    starts: array[int] = field(default_factory=_offsets)
    ends: array[int] = field(default_factory=_offsets)
    put: str = ""
    """All that is put, one behind the other."""
    put_ends: array[int] = field(default_factory=_offsets)
    confidences: array[float] = field(default_factory=lambda: array("d"))

    @classmethod
    def of(cls, changes: Iterable[Change]) -> Changes:
        """Gather `changes` as they come."""
        draft: Draft | None = None
        for change in changes:
            draft = draft or Draft()
            draft.add(change)
        return draft.done() if draft else NO_CHANGES

    @classmethod
    def for_text(cls, changes: Iterable[Change], length: int) -> Changes:
        """Gather what can be made of a text of `length`; of two that overlap the earlier one counts."""
        gathered = changes if isinstance(changes, Changes) else cls.of(changes)
        if gathered is NO_CHANGES or gathered._fit(length):
            return gathered
        ordered = gathered if gathered._ascend() else sorted(gathered, key=attrgetter("start", "end"))
        return cls.of(_fitting(ordered, length))

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Change]:
        put = self.put
        for start, end, put_start, put_end, confidence in self.rows():
            yield Change(start, end, put[put_start:put_end], confidence)

    def rows(self) -> Iterator[tuple[int, int, int, int, float]]:
        """Yield each change as its span, the span in `put` of what it puts, and its confidence."""
        put_starts = chain((0,), self.put_ends)
        return zip(self.starts, self.ends, put_starts, self.put_ends, self.confidences, strict=False)

    def folded(self) -> Changes:
        """Return the same changes for the folded text."""
        return replace(self, put=fold(self.put)) if self.put else self

    def made_in(self, text: str) -> str:
        """Return `text` with all changes made; they fit it."""
        return join_pieces(self._pieces(text))

    def _pieces(self, text: str) -> Iterator[str]:
        put, position = self.put, 0
        for start, end, put_start, put_end, _ in self.rows():
            yield text[position:start]
            if put_start < put_end:
                yield put[put_start:put_end]
            position = end
        yield text[position:]

    def _ascend(self) -> bool:
        return all(one <= other for one, other in pairwise(zip(self.starts, self.ends, strict=True)))

    def _fit(self, length: int) -> bool:
        """Tell whether `_fitting` would yield all of them."""
        position = 0
        for start, end, put_start, put_end, _ in self.rows():
            if not position <= start <= end or end - start == put_end - put_start == 0:
                return False
            position = end
        return position <= length


NO_CHANGES = Changes()
"""What most rules find in most texts."""


class Draft:
    """Changes that are still being gathered."""

    __slots__ = ("_confidences", "_ends", "_put", "_put_end", "_put_ends", "_starts")

    def __init__(self) -> None:
        self._starts, self._ends, self._put_ends = _offsets(), _offsets(), _offsets()
        self._confidences = array("d")
        self._put, self._put_end = Pieces(), 0

    def add(self, change: Change) -> None:
        """Gather one more."""
        start, end, put, confidence = change
        if put:
            self._put.add(put)
            self._put_end += len(put)
        self._starts.append(start)
        self._ends.append(end)
        self._put_ends.append(self._put_end)
        self._confidences.append(confidence)

    def done(self) -> Changes:
        """Return what was gathered."""
        return Changes(
            starts=self._starts,
            ends=self._ends,
            put=self._put.text(),
            put_ends=self._put_ends,
            confidences=self._confidences,
        )


def _fitting(changes: Iterable[Change], length: int) -> Iterator[Change]:
    """Yield what can be made: in order, inside the text, and not nothing."""
    end = 0
    for change in changes:
        if end <= change.start <= change.end <= length and (change.put or change.end > change.start):
            yield change
            end = change.end
