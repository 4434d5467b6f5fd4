"""Why the lines taken for a text may not be the text, or not all of it, or not it alone.

Each doubt was calibrated on recorded and on invented pages: a page with one of them is wrong far more often
than a page without. None of them is asked of a text that a site's own rule names.
"""

from __future__ import annotations

import re
from collections import Counter

from archive.extract.body.answer import Answer
from archive.extract.body.remark_heads import are_stamped
from archive.extract.body.second_opinion import agreement
from archive.extract.body.weights import prose_of
from archive.extract.layout import Box, Line
from archive.fold import written_forms
from archive.outline import heading_level

_LEAST_AGREEMENT, _MUST_AGREE = 0.6, 0.8
_LEAST_SHARE = 0.35
"""Of the page's prose: where most of it stands elsewhere, this may be a teaser or a comment."""
_LEAST_PROSE = 8.0
_MOST_LINKED = 0.2
_FARTHEST = 25
"""Lines between a title and its text."""
_PROSE_LINE = 2.5
_FEWEST_HEADINGS, _FEWEST_REMARKS = 3, 2
_OPENING_CHARS = 40


def _in_both_scripts(pattern: str) -> str:
    return re.sub("[一-鿿]", lambda han: _any_form_of(han[0]), pattern)


def _any_form_of(characters: str) -> str:
    return f"[{re.escape(written_forms(characters))}]"


_BLANK, _COLON, _HASH = _any_form_of(" "), _any_form_of(":"), _any_form_of("#")
_OPENING, _BRACKET = _any_form_of("("), _any_form_of("([")
_REMARK = re.compile(
    _in_both_scripts(
        rf"\n(?:(?:\d+{_BLANK}*楼|{_HASH}\d+|沙发|板凳|地板)(?=\s|{_COLON})"
        rf"|(?:网友|匿名|游客|会员|用户)\S{{0,12}}(?=\s|{_COLON})|.{{0,20}}(?:发表于|回复于|评论于|写道)"
        rf"|回复{_BLANK}*(?:{_OPENING}|\d|(?=\n))|(?:支持|顶){_BLANK}*{_BRACKET}{_BLANK}*\d+)"
    )
)
"""Asked of the openings of all lines at once, as printed: to fold them takes several times as long. Each
stands behind a line break, to which a search leaps."""
_MOST_PASSED_OVER = 0.04
_MOST_IN_ASIDE, _LEAST_IN_BOX, _MOST_ABOVE = 0.3, 0.85, 0.2
_SENTENCE = re.compile("[。！？!?…]")
_HEADINGS = ("h1", "h2", "h3", "dt")


def is_doubtful(answer: Answer) -> bool:
    """Tell whether there is any reason to look twice."""
    return any(doubt(answer) for doubt in _DOUBTS)


def _disagrees(answer: Answer) -> bool:
    """A second way finds other lines; of a short notice, where nothing else is sure, hardly other ones."""
    if answer.is_marked and answer.prose >= _LEAST_PROSE:
        return False
    least = _LEAST_AGREEMENT if answer.prose >= _LEAST_PROSE else _MUST_AGREE
    return agreement(_below_title(answer), answer.lines) < least


def _below_title(answer: Answer) -> tuple[float, ...]:
    """The weights, 0 for all down to the title where the text follows it: neither way looks there."""
    if not answer.title or not answer.lines or answer.lines[0] < answer.title.start:
        return answer.weights
    return (0.0,) * answer.title.stop + answer.weights[answer.title.stop :]


def _is_small_part(answer: Answer) -> bool:
    """More prose stands beside the text in the box that holds it with its title; without one, on the page."""
    around = _box_with_title(answer)
    beside = sum(weight for weight in answer.weights[around.first : around.end] if weight > 0)
    return not answer.is_marked and answer.prose < _LEAST_SHARE * beside


def _box_with_title(answer: Answer) -> Box:
    """Return the smallest box around the title and all that was taken."""
    boxes = answer.layout.boxes
    if not answer.title or not answer.lines:
        return boxes[0]
    first, last = min(answer.title.start, answer.lines[0]), max(answer.title.start, answer.lines[-1])
    box = boxes[answer.layout.lines[answer.title.start].box]
    while box.parent >= 0 and not box.first <= first <= last < box.end:
        box = boxes[box.parent]
    return box


def _is_far_from_title(answer: Answer) -> bool:
    if not answer.title or not answer.lines:
        return False
    return answer.lines[-1] < answer.title.start or answer.lines[0] - answer.title.stop > _FARTHEST


def _passes_over_prose(answer: Answer) -> bool:
    """Between the title and the text stands prose that was not taken, more than a summary."""
    if not answer.title or not answer.lines or answer.is_marked:
        return False
    between = range(answer.title.stop, answer.lines[0])
    passed = prose_of(answer.weights, (number for number in between if _is_sentence(answer, number)))
    return passed > max(_PROSE_LINE, _MOST_PASSED_OVER * answer.prose)


def _is_sentence(answer: Answer, number: int) -> bool:
    """Tell a sentence from a player's hint or a form's fields, whose punctuation weighs something too."""
    return (
        answer.weights[number] >= _PROSE_LINE
        and _SENTENCE.search(answer.layout.lines[number].text) is not None
    )


def _is_full_of_links(answer: Answer) -> bool:
    taken = [answer.layout.lines[number] for number in answer.lines]
    return sum(line.linked for line in taken) > _MOST_LINKED * sum(len(line.text) for line in taken)


def _holds_remarks(answer: Answer) -> bool:
    """Readers' comments stand among the lines."""
    lines = answer.layout.lines
    openings = [lines[number].text[:_OPENING_CHARS] for number in answer.lines]
    heads = _REMARK.findall("\n".join(("", *openings, "")))
    return len(heads) >= _FEWEST_REMARKS or are_stamped(openings)


def _holds_several_texts(answer: Answer) -> bool:
    """Headings of one rank are teasers' links, or of the title's own rank, or stand on a page without one."""
    lines, boxes = answer.layout.lines, answer.layout.boxes
    tags = ((lines[number], boxes[lines[number].box].tag) for number in answer.lines)
    counted = (tag for line, tag in tags if tag in _HEADINGS and _heads_a_text(answer, line, tag))
    return max(Counter(counted).values(), default=0) >= _FEWEST_HEADINGS


def _heads_a_text(answer: Answer, line: Line, tag: str) -> bool:
    if line.is_link:
        return True
    if answer.is_marked or heading_level(line.text):
        return False
    return not answer.title or tag == answer.layout.boxes[answer.layout.lines[answer.title.start].box].tag


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
    lines = answer.layout.lines
    # A link to one other text may stand between paragraphs.
    opened = [n for n in answer.tail_openings.intersection(answer.lines) if not lines[n].is_link]
    return bool(opened) and answer.prose_between(min(opened), len(answer.weights)) > _PROSE_LINE


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
