"""Printed lines back to paragraphs: a PDF knows where its lines stand, not which belong together."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from archive.extract.documents.pdf.lines import PrintedLine

_SENTENCE_END = re.compile(r"[。！？；：!?;:…][”’」』）)]?$")
_OPENING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)"
    r"|第[一二三四五六七八九十]+[章条节部]|[①-⑳]|附件?[:：]|[•●■◆▪★➢○◇□]\s?\S"
)
_CLOSING = re.compile(r"[，。、；：！？”’」』）》]")
"""No paragraph begins with one."""
_MARK = re.compile("[，。、；：]")
_SUBTITLE = ("—", "-", "（", "(")
_INDENT = (1.2, 4.5)
"""Ems: of a first line, from the margin of its column."""
_SHORT_BY = 2.3
"""Ems that a full line may lack: its last word, or a character whose closing mark may not begin a line."""
_WORD = re.compile(r"[!-~]+")
_FEWEST_WIDE = 20
"""Ems of a line that may be full."""
_FEWEST_IN_COLUMN = 12
"""Ems of one in a narrow column, where most are full."""
_LINES_A_SENTENCE = 8
_SAME_START = 0.5
"""Ems by which lines under one another may differ: a closing mark is narrower than its place."""
_WIDE_GAP, _WIDEST_GAP = 1.25, 4.0
"""Times the usual distance of lines: between paragraphs; more is a picture's place or a page's."""
_FEWEST_GAPS = 3
_LARGE = 1.15
"""A title's letters, to those of the text."""


def join_paragraphs(lines: Sequence[PrintedLine]) -> list[str]:
    """Join each line to the one before it where that one is full and this one goes on; and a title's lines.

    In doubt a line stays by itself: the cleaner joins hard wraps too, and logs it.
    """
    layout = _Layout(lines)
    paragraphs: list[str] = []
    first = lines[0] if lines else None
    for number, line in enumerate(lines):
        last = lines[number - 1] if number else None
        if first and last and (layout.goes_on(first, last, line) or layout.is_one_title(last, line)):
            paragraphs[-1] += _seam(last.text, line.text) + line.text.strip()
        else:
            paragraphs.append(line.text)
            first = line
    return paragraphs


class _Layout:
    """The margins of a text's columns, one for each size of letters."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        sizes: Counter[int] = Counter()
        starts: defaultdict[int, set[int]] = defaultdict(set)
        for line in lines:
            sizes[round(line.size)] += len(line.text)
            starts[round(line.size)].add(round(line.start))
        self._starts = {size: sorted(each) for size, each in starts.items()}
        self._size = max(sizes, key=lambda size: (sizes[size], size), default=0)
        columns: defaultdict[tuple[int, int], list[PrintedLine]] = defaultdict(list)
        for line in lines:
            columns[self._column(line)].append(line)
        self._ends = {column: _shared_end(each) for column, each in columns.items() if _is_prose(each)}
        self._is_indented = any(self._is_first(line) for line in lines)
        self._pitches = {} if self._is_indented else {k: _pitch(each) for k, each in columns.items()}

    def goes_on(self, first: PrintedLine, last: PrintedLine, line: PrintedLine) -> bool:
        """Tell whether `last` is full and `line` the next of its paragraph, which `first` began."""
        if _CLOSING.match(line.text):
            return True
        if round(last.size) != round(line.size) or not self._is_full(last, line):
            return False
        if _hangs(first, last, line):
            return True
        if (
            self._is_first(line)
            or _OPENING.match(line.text)
            or last.start + line.size < line.start < last.end
        ):
            return False
        pitch = self._pitches.get(self._column(last))
        if pitch and 0 < line.depth - last.depth < _WIDEST_GAP * pitch:
            return line.depth - last.depth <= _WIDE_GAP * pitch
        return self._is_indented or not _SENTENCE_END.search(last.text)

    def is_one_title(self, last: PrintedLine, line: PrintedLine) -> bool:
        """Tell whether both are in the same large letters, one centred under the other."""
        return (
            round(last.size) == round(line.size)
            and line.size > _LARGE * self._size
            and abs(last.start + last.end - line.start - line.end) < 2 * line.size
            and not line.text.startswith(_SUBTITLE)
            and not _SENTENCE_END.search(last.text)
        )

    def _is_full(self, last: PrintedLine, line: PrintedLine) -> bool:
        end = self._ends.get(self._column(last), math.inf)
        word = _WORD.match(line.text)
        lacking = _SHORT_BY + (len(word[0]) / 2 if word else 0)
        return last.end >= end - lacking * last.size

    def _column(self, line: PrintedLine) -> tuple[int, int]:
        return round(line.size), self._margin(line)

    def _is_first(self, line: PrintedLine) -> bool:
        return line.start - self._margin(line) > _INDENT[0] * line.size

    def _margin(self, line: PrintedLine) -> int:
        """Where the lines of its column begin: furthest out within the reach of an indent."""
        starts = self._starts[round(line.size)]
        reach = max(round(_INDENT[1] * line.size), 0)
        return starts[bisect_left(starts, round(line.start) - reach)]


def _hangs(first: PrintedLine, last: PrintedLine, line: PrintedLine) -> bool:
    """Tell whether a line stands below the text of an item whose number or bullet stands out to the left."""
    if not _OPENING.match(first.text) or _OPENING.match(line.text):
        return False
    if not _SAME_START < (line.start - first.start) / line.size < _INDENT[1]:
        return False
    if last is first:
        return not _SENTENCE_END.search(last.text)
    return abs(last.start - line.start) <= _SAME_START * line.size


def _pitch(column: Sequence[PrintedLine]) -> float | None:
    """The distance of lines within paragraphs, where wider gaps part these; None where none do."""
    gaps = sorted(line.depth - last.depth for last, line in pairwise(column) if line.depth > last.depth)
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    wide = sum(_WIDE_GAP * usual < gap < _WIDEST_GAP * usual for gap in gaps)
    return usual if wide >= _FEWEST_GAPS else None


def _shared_end(column: Sequence[PrintedLine]) -> float:
    """Where the longest lines end: the furthest that another comes near to."""
    ends = sorted((line.end for line in column), reverse=True)
    near = 1.2 * column[0].size
    return next((end for end, other in pairwise(ends) if end - other <= near), ends[0])


def _is_prose(column: Sequence[PrintedLine]) -> bool:
    """Slogans, names and the rows of tables end at one place too, but hold few marks and fewer sentences."""
    end, size = _shared_end(column), column[0].size
    full = [line for line in column if line.end >= end - _SHORT_BY * size]
    if 2 * sum(bool(_MARK.search(line.text)) for line in full) < len(full):
        return False
    width = (end - min(line.start for line in column)) / size
    if width >= _FEWEST_WIDE:
        return True
    sentences = sum(line.text.count("。") for line in column)
    return width >= _FEWEST_IN_COLUMN and 2 * len(full) > len(column) <= _LINES_A_SENTENCE * sentences


def _seam(last: str, line: str) -> str:
    """Words of Latin letters were parted by the line's end, Chinese ones weren't."""
    return " " if re.search(r"[A-Za-z,.;]$", last) and re.match("[A-Za-z]", line) else ""
