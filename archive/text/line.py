"""Lines of a manuscript, and the two edges of it where furniture stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

LONGEST_FURNITURE = 120
"""Characters; a longer line is prose, whatever it looks like."""
_LONGEST_LABEL = 8
_MARK = re.compile(r"[,。:;!?]")
_DEEPEST_EDGE = 60
"""Lines; no page has more furniture than this on one side that a general rule could know."""


class Line(NamedTuple):
    """One line, without its line break, in offsets of the present text."""

    start: int
    end: int
    text: str
    folded: str

    def moved(self, by: int) -> Line:
        """Return the same line of a text that begins `by` code points earlier."""
        return self._replace(start=self.start + by, end=self.end + by)


def lines_from_start(text: str, folded: str, start: int = 0) -> Iterator[Line]:
    """Yield the lines in their order, one at a time; the first one begins at `start`."""
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Line(start, end, text[start:end], folded[start:end])
        start = end + 1


def lines_holding(text: str, folded: str, words: Iterable[str]) -> Iterator[Line]:
    """Yield, in their order, the lines whose folded text holds one of the `words`."""
    for start in sorted({start for word in words for start in _starts_of_lines(folded, word)}):
        end = folded.find("\n", start)
        end = len(folded) if end < 0 else end
        yield Line(start, end, text[start:end], folded[start:end])


def lines_matching(text: str, folded: str, sign: re.Pattern[str]) -> Iterator[Line]:
    """Yield, in their order, the lines in whose folded text `sign`, which matches no line break, is found."""
    found = sign.search(folded)
    while found:
        line = next(lines_from_start(text, folded, folded.rfind("\n", 0, found.start()) + 1))
        yield line
        found = sign.search(folded, line.end)


def _starts_of_lines(folded: str, word: str) -> Iterator[int]:
    """Yield where the lines with `word` start; one with many of them is found once."""
    at = folded.find(word) if word[0] in folded and word[-1] in folded else -1
    while at >= 0:
        yield folded.rfind("\n", 0, at) + 1
        end = folded.find("\n", at)
        at = folded.find(word, end) if end >= 0 else -1


def lines_from_end(text: str, folded: str) -> Iterator[Line]:
    """Yield the lines in reverse order, one at a time."""
    end = len(text)
    while end >= 0:
        start = text.rfind("\n", 0, end) + 1
        yield Line(start, end, text[start:end], folded[start:end])
        end = start - 1


def head_of(text: str, folded: str, start: int) -> tuple[Line, ...]:
    """Return the lines from `start` to the first line of prose, at most `_DEEPEST_EDGE`."""
    lines = islice(lines_from_start(text, folded, start), _DEEPEST_EDGE)
    return tuple(takewhile(lambda line: not is_prose(line), lines))


def tail_of(text: str, folded: str) -> tuple[Line, ...]:
    """Return the lines behind the last line of prose, at most `_DEEPEST_EDGE`, in their order."""
    lines = islice(lines_from_end(text, folded), _DEEPEST_EDGE)
    return tuple(takewhile(lambda line: not is_prose(line), lines))[::-1]


def is_prose(line: Line) -> bool:
    """Tell whether a line has a full stop before its end, or is too long for furniture."""
    return len(line.text) > LONGEST_FURNITURE or "。" in line.folded


def labels_below(lines: Sequence[Line], most: int) -> Sequence[Line]:
    """Return the short lines, at most `most`, that `lines` begin with; none where nothing longer follows."""
    labels = tuple(takewhile(_is_label, lines))
    return labels if len(labels) <= most and len(labels) < len(lines) else ()


def _is_label(line: Line) -> bool:
    return len(line.text) <= _LONGEST_LABEL and not _MARK.search(line.folded)


def opens_a_quotation(text: str, start: int) -> bool:
    """Tell whether a writer quotes the words from `start` on: …常写着“（未完，全文共2231字）”."""
    return text[max(0, start - 1) : start] in ("“", "‘", "「", "『")


def with_its_line(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span, with one line break more where it has a line of `text` to itself."""
    begins = start == 0 or text[start - 1] == "\n"
    if begins and text[end : end + 1] == "\n":
        return start, end + 1
    if begins and end == len(text):
        return max(0, start - 1), end
    return start, end


def runs(lines: Iterable[Line]) -> list[tuple[Line, Line]]:
    """Return the first and the last of each run of lines that follow each other; `lines` ascend."""
    found: list[tuple[Line, Line]] = []
    for line in lines:
        if found and line.start == found[-1][1].end + 1:
            found[-1] = found[-1][0], line
        else:
            found.append((line, line))
    return found
