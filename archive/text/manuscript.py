"""A text under repair: what stands now, how it folds, and how each span of it came from the raw text.

Every rule is a function of a `Manuscript` that proposes changes in its present offsets; the manuscript turns
them into edits of the raw text, so that no rule knows what was done before it, and nothing done is forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from archive.fold import fold
from archive.model import EditLog, RuleId
from archive.text.change import Change
from archive.text.changes import Changes
from archive.text.edit_log import log_changes
from archive.text.line import (
    Line,
    head_of,
    lines_from_end,
    lines_from_start,
    lines_holding,
    lines_matching,
    runs,
    tail_of,
)

_ASCII = frozenset(map(chr, range(128)))
_NEAR = 12
"""Lines at each end that one rule after the other looks at; they are cut out once."""


@dataclass(frozen=True)
class Manuscript:
    """The present text of `raw`, folded beside it, with the edits that lie between."""

    folded: str
    """`archive.fold.fold(text)`: same length, so its offsets are those of `text`."""
    edits: EditLog
    title_end: int = 0
    """Length of the title that the page told, with which the raw text begins; 0: it told none."""
    byline_end: int = 0
    """Where the byline ends that the page told below its title, in the raw text; 0: it told none."""

    @classmethod
    def of(cls, raw: str, *, title: str = "", byline: str = "") -> Manuscript:
        """Begin with the raw text as it is."""
        is_told = bool(byline) and raw.startswith(f"{title}\n{byline}\n")
        end = len(title) + 1 + len(byline) if is_told else 0
        return cls(fold(raw), EditLog(raw=raw, text=raw), len(title), end)

    @cached_property
    def title_is_given(self) -> bool:
        """The page told its title, and it is the first line: no rule doubts it.

        One that showed nothing is gone, and the first line is another one.
        """
        return self.title_end > 0 and self.edits.end_of(self.title_end - 1) > 0

    @cached_property
    def told_byline(self) -> tuple[Line, ...]:
        """What is left of the byline that the page told."""
        if not self.byline_end or not self.title_is_given:
            return ()
        start, end = self.edits.end_of(self.title_end - 1), self.edits.position_of(self.byline_end)
        return tuple(line for line in self.head if start < line.start and line.end <= end)

    @cached_property
    def raw(self) -> str:
        """The text that the page had."""
        return self.edits.raw

    @cached_property
    def text(self) -> str:
        """What stands now."""
        return self.edits.text

    @cached_property
    def first_line(self) -> Line:
        """The first line; empty in an empty text."""
        return next(lines_from_start(self.text, self.folded))

    @cached_property
    def head(self) -> tuple[Line, ...]:
        """The lines before the prose, where a page's upper furniture stands; a given title is no part."""
        start = self.first_line.end + 1 if self.title_is_given else 0
        return head_of(self.text, self.folded, start)

    @cached_property
    def tail(self) -> tuple[Line, ...]:
        """The lines behind the prose, where a page's lower furniture stands; never the first line."""
        return tuple(line for line in tail_of(self.text, self.folded) if line.start > 0)

    @cached_property
    def edges(self) -> tuple[Line, ...]:
        """The lines of `head` and `tail`, each once."""
        return tuple(dict.fromkeys((*self.head, *self.tail)))

    def first_lines(self, most: int) -> Iterator[Line]:
        """Yield the first lines in their order."""
        return islice(self._first if most <= _NEAR else lines_from_start(self.text, self.folded), most)

    def last_lines(self, most: int) -> Iterator[Line]:
        """Yield the last lines, the last one first."""
        return islice(self._last if most <= _NEAR else lines_from_end(self.text, self.folded), most)

    @cached_property
    def _first(self) -> tuple[Line, ...]:
        return tuple(islice(lines_from_start(self.text, self.folded), _NEAR))

    @cached_property
    def _last(self) -> tuple[Line, ...]:
        return tuple(islice(lines_from_end(self.text, self.folded), _NEAR))

    def has_any(self, words: Iterable[str]) -> bool:
        """Tell whether one of the `words`, none empty, stands in the folded text: the cheapest test.

        One character is searched for ten times as fast as two, and most words fail by their first or last.
        """
        folded, absent = self.folded, self._absent
        for word in words:
            if word[0] in absent or word[-1] in absent:
                continue
            if word[0] in folded and word[-1] in folded and word in folded:
                return True
        return False

    @cached_property
    def _absent(self) -> frozenset[str]:
        """What the folded text lacks of ASCII, where most signs of codes are from."""
        return _ASCII - frozenset(self.folded.encode("ascii", "ignore").decode())

    def lines_with(self, words: Iterable[str]) -> Iterator[Line]:
        """Yield, in their order, the lines whose folded text holds one of the `words`."""
        return lines_holding(self.text, self.folded, words)

    def lines_matching(self, sign: re.Pattern[str]) -> Iterator[Line]:
        """Yield, in their order, the lines in whose folded text `sign` is found; it matches no line break."""
        return lines_matching(self.text, self.folded, sign)

    def without(self, lines: Iterable[Line]) -> Iterator[Change]:
        """Return the changes that take whole lines out, each run of lines in one."""
        return (self.without_run(first, last) for first, last in runs(sorted(set(lines))))

    def without_run(self, first: Line, last: Line) -> Change:
        """Return the change that takes the lines from `first` to `last` out, with one line break."""
        if last.end < len(self.text):
            return Change(first.start, last.end + 1)
        return Change(max(0, first.start - 1), last.end)

    def change(self, rule: RuleId, changes: Iterable[Change]) -> Manuscript:
        """Return the manuscript after `changes`; of two that overlap the earlier one counts."""
        wanted = Changes.for_text(changes, len(self.text))
        if not wanted:
            return self
        text = wanted.made_in(self.text)
        folded = wanted.folded().made_in(self.folded)
        return Manuscript(
            folded, log_changes(self.edits, wanted, text, rule), self.title_end, self.byline_end
        )
