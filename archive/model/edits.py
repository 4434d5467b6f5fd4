"""What lies between a raw text and a clean one: single edits, and the log that holds thousands of them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, overload


class RuleId(NamedTuple):
    """By whom a change is proposed."""

    name: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One span of the raw text that was removed, replaced or inserted into.

    The edits of a text are disjoint and ascending; a removal takes in the repairs inside it.
    """

    rule: str
    rule_version: int
    start: int
    end: int
    removed: str
    """The raw text's characters from start to end."""
    put: str
    """What stands there now; empty for a removal."""
    confidence: float = 1.0
    """1.0 where the mechanism leaves no doubt."""


def _offsets() -> array[int]:
    return array("I")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class EditLog(Sequence[Edit]):
    """All edits of one text, each as a span of the raw text and the span of the clean one that it became.

    A page of a mirror has an edit every dozen bytes. In columns one takes 26 bytes; as an object, which is
    made when it is asked for, it takes thirty times its place in the text. The columns are as long as the
    log and ascend; who holds a log leaves them as they are.
    """

    raw: str = ""
    text: str = ""
    raw_starts: array[int] = field(default_factory=_offsets)
    raw_ends: array[int] = field(default_factory=_offsets)
    starts: array[int] = field(default_factory=_offsets)
    """Code points in `text`."""
    ends: array[int] = field(default_factory=_offsets)
    rules: array[int] = field(default_factory=lambda: array("H"))
    """Places in `rule_ids`."""
    confidences: array[float] = field(default_factory=lambda: array("d"))
    rule_ids: tuple[RuleId, ...] = ()

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Edit]:
        return map(self._edit, zip(*self.columns(), strict=True))

    @overload
    def __getitem__(self, at: int) -> Edit: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Edit, ...]: ...
    def __getitem__(self, at: int | slice) -> Edit | tuple[Edit, ...]:
        if isinstance(at, slice):
            return tuple(map(self._edit, zip(*(column[at] for column in self.columns()), strict=True)))
        return self._edit(tuple(column[at] for column in self.columns()))

    def __eq__(self, other: object) -> bool:
        """Tell whether `other`, a log or a tuple, holds the same edits."""
        if not isinstance(other, EditLog | tuple):
            return NotImplemented
        return len(self) == len(other) and all(mine == its for mine, its in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def of_rules(self, wanted: Callable[[RuleId], bool]) -> Iterator[Edit]:
        """Yield the edits of the rules that are `wanted`; the others cost next to nothing."""
        wanted_rules = [wanted(rule) for rule in self.rule_ids]
        return (self[number] for number, rule in enumerate(self.rules) if wanted_rules[rule])

    def columns(self) -> tuple[array[Any], ...]:
        """Return one row's values in their order: spans of both texts, place of the rule, confidence."""
        return self.raw_starts, self.raw_ends, self.starts, self.ends, self.rules, self.confidences

    def raw_offset(self, position: int) -> int:
        """Return where the character at `position` stood in the raw text; in an edit, the edit's start."""
        number = bisect_right(self.starts, position) - 1
        if number < 0:
            return position
        if position < self.ends[number]:
            return self.raw_starts[number]
        return position - self.ends[number] + self.raw_ends[number]

    def position_of(self, raw_offset: int) -> int:
        """Return where the raw character at `raw_offset` stands now; if it is gone, where it would."""
        number = bisect_right(self.raw_starts, raw_offset) - 1
        if number < 0:
            return raw_offset
        if raw_offset < self.raw_ends[number]:
            return self.starts[number]
        return raw_offset - self.raw_ends[number] + self.ends[number]

    def end_of(self, raw_offset: int) -> int:
        """Return where that ends which stands in the place of the raw character at `raw_offset`, or is it."""
        number = bisect_right(self.raw_starts, raw_offset) - 1
        if number >= 0 and raw_offset < self.raw_ends[number]:
            return self.ends[number]
        return self.position_of(raw_offset) + 1

    def _edit(self, row: tuple[Any, ...]) -> Edit:
        raw_start, raw_end, start, end, rule, confidence = row
        name, version = self.rule_ids[rule]
        return Edit(
            rule=name,
            rule_version=version,
            start=raw_start,
            end=raw_end,
            removed=self.raw[raw_start:raw_end],
            put=self.text[start:end],
            confidence=confidence,
        )
