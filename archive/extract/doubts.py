"""Why the lines taken for a text may not be the text, or not all of it, or not it alone.

Each doubt was calibrated on recorded and on invented pages: a page with one of them is wrong far more often
than a page without. None of them is asked of a text that a site's own rule names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import accumulate

from archive.byline import parse_byline
from archive.extract.density import is_aside
from archive.extract.layout import Box, Layout
from archive.extract.phrases import opens_tail
from archive.extract.second_opinion import agreement
from archive.extract.weights import Weights
from archive.fold import fold

_LEAST_AGREEMENT, _MUST_AGREE = 0.6, 0.8
_LEAST_SHARE = 0.35
"""Of the page's prose: where most of it stands elsewhere, this may be a teaser or a comment."""
_LEAST_PROSE = 8.0
_MOST_LINKED = 0.2
_FARTHEST = 25
"""Lines between a title and its text."""
_PROSE_LINE = 2.5
_FEWEST_HEADINGS, _FEWEST_REMARKS = 3, 2
_LINES_OF_BYLINE = 14
_OPENING_CHARS = 40
_REMARK = re.compile(
    r"^(?:(?:\d+ *楼|[#＃]\d+|沙发|板凳|地板)(?:\s|$|:)|(?:网友|匿名|游客|会员|用户)\S{0,12}(?:\s|:|$)"
    r"|.{0,20}(?:发表于|回复于|评论于|写道)|回复 *(?:\(|\d|$)|(?:支持|顶) *[\[(] *\d+)",
    re.MULTILINE,
)
"""Asked of the openings of all lines at once: to fold each by itself takes several times as long."""
_MOST_PASSED_OVER = 0.04
_MOST_IN_ASIDE, _LEAST_IN_BOX, _MOST_ABOVE = 0.3, 0.85, 0.2
_HEADINGS = ("h1", "h2", "h3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The lines taken for the text, and what they were chosen from."""

    layout: Layout
    weights: tuple[float, ...]
    """Of all lines, 0 for bylines and for asides that hold none of `lines`."""
    title: range
    """Numbers of the title's lines; empty where none is printed."""
    lines: tuple[int, ...]
    is_marked: bool
    """A CMS's own name marks the box."""
    asides: tuple[Box, ...]
    """Those of the page whose name says that they hold no text."""
    sums: tuple[float, ...]
    """Weight of the prose among `lines` before each line of the page, and, last, of all of it."""

    @property
    def prose(self) -> float:
        """Weight of the prose among `lines`."""
        return self.sums[-1]

    def prose_between(self, first: int, end: int) -> float:
        """Weight of the prose among those of `lines` that are numbered first to end, half-open."""
        return self.sums[end] - self.sums[first] if first < end else 0.0


def answer_of(
    layout: Layout, weights: Weights, title: range, lines: tuple[int, ...], *, is_marked: bool
) -> Answer:
    """Weigh `lines` against the page."""
    taken = set(lines)
    asides = tuple(filter(is_aside, layout.boxes))
    counted = _without_asides(
        _without_bylines(layout, weights, title), (box for box in asides if _holds_none(box, taken))
    )
    prose = (max(weight, 0.0) if number in taken else 0.0 for number, weight in enumerate(counted))
    return Answer(
        layout=layout,
        weights=counted,
        title=title,
        lines=lines,
        is_marked=is_marked,
        asides=asides,
        sums=tuple(accumulate(prose, initial=0.0)),
    )


def is_doubtful(answer: Answer) -> bool:
    """Tell whether there is any reason to look twice."""
    return any(doubt(answer) for doubt in _DOUBTS)


def _prose(answer: Answer, lines: Iterable[int]) -> float:
    return sum(max(answer.weights[number], 0.0) for number in lines)


def _without_bylines(layout: Layout, weights: Weights, title: range) -> list[float]:
    counted = list(weights.of_lines)
    for number in range(title.stop, min(title.stop + _LINES_OF_BYLINE, len(counted)) if title else 0):
        # A line that weighs nothing for it anyway need not be read.
        if counted[number] and parse_byline(layout.lines[number].text) is not None:
            counted[number] = 0.0
    return counted


def _without_asides(counted: list[float], asides: Iterable[Box]) -> tuple[float, ...]:
    for box in asides:
        counted[box.first : box.end] = [0.0] * (box.end - box.first)
    return tuple(counted)


def _holds_none(box: Box, lines: Collection[int]) -> bool:
    return not any(number in lines for number in range(box.first, box.end))


def _disagrees(answer: Answer) -> bool:
    """A second way finds other lines; of a short notice, where nothing else is sure, hardly other ones."""
    if answer.is_marked and answer.prose >= _LEAST_PROSE:
        return False
    least = _LEAST_AGREEMENT if answer.prose >= _LEAST_PROSE else _MUST_AGREE
    return agreement(answer.weights, answer.lines) < least


def _is_small_part(answer: Answer) -> bool:
    of_page = sum(weight for weight in answer.weights if weight > 0)
    return not answer.is_marked and answer.prose < _LEAST_SHARE * of_page


def _is_far_from_title(answer: Answer) -> bool:
    if not answer.title or not answer.lines:
        return False
    return answer.lines[-1] < answer.title.start or answer.lines[0] - answer.title.stop > _FARTHEST


def _passes_over_prose(answer: Answer) -> bool:
    """Between the title and the text stands prose that was not taken, more than a summary."""
    if not answer.title or not answer.lines or answer.is_marked:
        return False
    passed = _prose(answer, range(answer.title.stop, answer.lines[0]))
    return passed > max(_PROSE_LINE, _MOST_PASSED_OVER * answer.prose)


def _is_full_of_links(answer: Answer) -> bool:
    taken = [answer.layout.lines[number] for number in answer.lines]
    return sum(line.linked for line in taken) > _MOST_LINKED * sum(len(line.text) for line in taken)


def _holds_remarks(answer: Answer) -> bool:
    """Readers' comments stand among the lines."""
    openings = "\n".join(answer.layout.lines[number].text[:_OPENING_CHARS] for number in answer.lines)
    return len(_REMARK.findall(fold(openings))) >= _FEWEST_REMARKS


def _holds_several_texts(answer: Answer) -> bool:
    """Headings of one rank lead to other pages, or are spread over a page that prints no title."""
    lines, boxes = answer.layout.lines, answer.layout.boxes
    taken = [lines[number] for number in answer.lines if boxes[lines[number].box].tag in _HEADINGS]
    counted = [line for line in taken if not answer.title or 2 * line.linked > len(line.text)]
    ranks = Counter(boxes[line.box].tag for line in counted)
    return max(ranks.values(), default=0) >= _FEWEST_HEADINGS


def _holds_an_aside(answer: Answer) -> bool:
    """Much of the prose stands in a box that is named a comment, a notice or the like."""
    held = (
        answer.prose_between(box.first, box.end)
        for box in answer.asides
        if answer.lines and answer.lines[0] < box.first
    )
    return max(held, default=0.0) > _MOST_IN_ASIDE * answer.prose


def _goes_beyond_its_box(answer: Answer) -> bool:
    """The box that holds the title and prose of its own holds much less than was taken."""
    for box in reversed(answer.layout.boxes):
        if answer.is_marked or not answer.title:
            break
        if box.first <= answer.title.start < box.end:
            inside = answer.prose_between(answer.title.stop, box.end)
            if inside >= _LEAST_PROSE:
                return inside < _LEAST_IN_BOX * answer.prose
    return False


def _begins_above_title(answer: Answer) -> bool:
    above = answer.prose_between(0, answer.title.start)
    return bool(answer.title) and not answer.is_marked and above > _MOST_ABOVE * answer.prose


def _goes_on_behind_its_tail(answer: Answer) -> bool:
    """Prose follows a line that announces what is no part of an article: 免责声明, 相关新闻."""
    opened = (n for n in answer.lines if opens_tail(answer.layout.lines[n].text))
    first = next(opened, None)
    return first is not None and answer.prose_between(first, len(answer.weights)) > _PROSE_LINE


_DOUBTS = (
    _disagrees,
    _is_small_part,
    _is_far_from_title,
    _passes_over_prose,
    _is_full_of_links,
    _holds_remarks,
    _holds_several_texts,
    _holds_an_aside,
    _goes_beyond_its_box,
    _begins_above_title,
    _goes_on_behind_its_tail,
)
