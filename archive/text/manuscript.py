"""A text under repair: what stands now, how it folds, and how each span of it came from the raw text.

Every rule is a function of a `Manuscript` that proposes changes in its present offsets; the manuscript turns
them into edits of the raw text, so that no rule knows what was done before it, and nothing done is forgotten.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import attrgetter

from archive.fold import fold
from archive.model import Edit
from archive.text.change import Change, RuleId
from archive.text.edit_log import log_changes, splice
from archive.text.line import Line, head_of, lines_from_start, lines_holding, runs, tail_of


@dataclass(frozen=True)
class Manuscript:
    """The present text of `raw`, folded beside it, with the edits that lie between."""

    raw: str
    text: str
    folded: str
    """`archive.fold.fold(text)`: same length, so its offsets are those of `text`."""
    edits: tuple[Edit, ...] = ()
    title_is_given: bool = False
    """The page told its title, and it is the first line: no rule doubts it."""

    @classmethod
    def of(cls, raw: str, *, title_is_given: bool = False) -> Manuscript:
        """Begin with the raw text as it is."""
        return cls(raw, raw, fold(raw), title_is_given=title_is_given)

    @cached_property
    def first_line(self) -> Line:
        """The first line; empty in an empty text."""
        return next(lines_from_start(self.text, self.folded))

    @cached_property
    def head(self) -> tuple[Line, ...]:
        """The lines before the prose, where a page's upper furniture stands; a given title is no part."""
        if not self.title_is_given:
            return head_of(self.text, self.folded)
        title = self.first_line
        shift = title.end + 1
        lines = head_of(self.text[shift : shift + 20_000], self.folded[shift : shift + 20_000])
        return tuple(line._replace(start=line.start + shift, end=line.end + shift) for line in lines)

    @cached_property
    def tail(self) -> tuple[Line, ...]:
        """The lines behind the prose, where a page's lower furniture stands; never the first line."""
        return tuple(line for line in tail_of(self.text, self.folded) if line.start > 0)

    def has_any(self, words: Iterable[str]) -> bool:
        """Tell whether one of the `words` stands in the folded text, by plain search: the cheapest test."""
        folded = self.folded
        return any(word in folded for word in words)

    def lines_with(self, words: Iterable[str]) -> Iterator[Line]:
        """Yield, in their order, the lines whose folded text holds one of the `words`."""
        yield from lines_holding(self.text, self.folded, words)

    def without(self, lines: Iterable[Line]) -> Iterator[Change]:
        """Yield the changes that take whole lines out, each run of lines in one."""
        for first, last in runs(sorted(set(lines))):
            if last.end < len(self.text):
                yield Change(first.start, last.end + 1)
            else:
                yield Change(max(0, first.start - 1), last.end)

    def change(self, rule: RuleId, changes: Iterable[Change]) -> Manuscript:
        """Return the manuscript after `changes`; of two that overlap the earlier one counts."""
        wanted = list(_disjoint(changes, len(self.text)))
        if not wanted:
            return self
        edits = tuple(log_changes(self.raw, self.text, self.edits, wanted, rule))
        text = splice(self.text, wanted)
        folded = splice(self.folded, (Change(c.start, c.end, fold(c.put)) for c in wanted))
        return Manuscript(self.raw, text, folded, edits, self.title_is_given)

    def raw_offset(self, position: int) -> int:
        """Return where the character at `position` stood in the raw text; in an edit, the edit's start."""
        number = bisect_right(self._edit_starts, position) - 1
        if number < 0:
            return position
        edit = self.edits[number]
        is_inside = position < self._edit_starts[number] + len(edit.put)
        return edit.start if is_inside else position - self._edit_starts[number] - len(edit.put) + edit.end

    def position_of(self, raw_offset: int) -> int:
        """Return where the raw character at `raw_offset` stands now; if it is gone, where it would."""
        number = bisect_right(self.edits, raw_offset, key=lambda edit: edit.start) - 1
        if number < 0:
            return raw_offset
        edit, start = self.edits[number], self._edit_starts[number]
        return start if raw_offset < edit.end else start + len(edit.put) + raw_offset - edit.end

    @cached_property
    def _edit_starts(self) -> list[int]:
        """Where each edit stands in the present text."""
        growth = accumulate((len(edit.put) - len(edit.removed) for edit in self.edits), initial=0)
        return [edit.start + shift for edit, shift in zip(self.edits, growth, strict=False)]


def _disjoint(changes: Iterable[Change], length: int) -> Iterator[Change]:
    """Yield what can be made: in order, inside the text, and not nothing."""
    end = 0
    ordered = sorted(changes, key=attrgetter("end"))
    ordered.sort(key=attrgetter("start"))
    for change in ordered:
        if end <= change.start <= change.end <= length and (change.put or change.end > change.start):
            yield change
            end = change.end
