"""What belongs to the box with the most prose, where that is only a part of the text.

One paragraph among captions, the one sentence of a notice, or a sheet of a document: viewers (wenku,
pdf2htmlEX) set a box for each page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from archive.extract.body.asides import is_aside
from archive.extract.body.phrases import is_button, is_foot
from archive.extract.body.split_text import around_parts
from archive.extract.body.weights import PROSE_LINE, Weights
from archive.extract.layout import Box, Layout, Line

_LINES_OF_NOTICE = 8
_LINES_OF_BYLINE = 4
_MORE_AROUND = 1.5
"""Times the prose of a paragraph: with that, what is around it is the text."""
_PLAIN = frozenset(("p", "ul", "ol", "table", "blockquote", "h2", "h3", "h4", "h5", "h6"))
_SHEET = re.compile(r" (?:(?:reader|doc|pdf|wk)?[-_]?page(?:[-_]?no)?[-_]?\d*|pf\d*|sheet[-_]?\d*) ")
"""Posts and replies are never named so."""


def around_part(layout: Layout, weights: Weights, counted: Sequence[float], title: range, best: int) -> int:
    """Return the number of the box around box `best` and what belongs to it, `best` where nothing does."""
    ways = (
        _around_sheets(layout, best),
        around_parts(layout, weights, title, best),
        _around_paragraph(layout, weights, counted, title, best),
        _around_notice(layout, title, best),
    )
    return next((around for around in ways if around != best), best)


def _around_sheets(layout: Layout, best: int) -> int:
    """Return the box around all sheets of a document, where this one is in a sheet."""
    here = best
    while here > 0:
        parent = layout.boxes[here].parent
        if _is_sheet(layout.boxes[here].marks) and _sheets_in(layout, parent) > 1:
            return parent
        here = parent
    return best


def _sheets_in(layout: Layout, parent: int) -> int:
    return sum(box.parent == parent and _is_sheet(box.marks) for box in layout.boxes[parent + 1 :])


@lru_cache(maxsize=4096)
def _is_sheet(marks: str) -> bool:
    """Tell whether classes and id, lower case and each between blanks, are those of a document's page."""
    return _SHEET.search(marks) is not None


def _around_notice(layout: Layout, title: range, best: int) -> int:
    """Return the box below the title that holds a single line with an address and a signature, else `best`.

    A notice of one sentence (各部门： … 综合办公室) is worth less than its sentence. Where the box around
    holds no link, button or site's foot, all of it is the text.
    """
    box = layout.boxes[best]
    around = layout.boxes[box.parent]
    is_one_of_few = box.end - box.first == 1 and 1 < around.end - around.first <= _LINES_OF_NOTICE
    if not (title and is_one_of_few and around.first >= title.stop) or is_aside(around):
        return best
    lines = layout.lines[around.first : around.end]
    is_whole = not any(line.linked or is_button(line.text) or is_foot(line.text) for line in lines)
    return box.parent if is_whole else best


def _around_paragraph(
    layout: Layout, weights: Weights, counted: Sequence[float], title: range, best: int
) -> int:
    """Return the box around a single paragraph where more of the text stands beside it, else the paragraph.

    Under photographs a sentence or two stand each, and pagers between them cost more than they are worth. A
    notice of one paragraph has its address, list and signature beside it, which are worth nothing.
    """
    number = best if layout.boxes[best].tag == "p" else _cell(layout, best)
    box = layout.boxes[number]
    if box.parent <= 0 or (box.tag != "p" and not _has_neighbour(layout, weights, number)):
        return best
    around = layout.boxes[box.parent]
    if _is_under_title(counted, around, box, title):
        return best if _has_loose_links(layout, box.parent) else box.parent
    prose, own = (sum(w for w in counted[b.first : b.end] if w > 0) for b in (around, box))
    is_text = prose >= _MORE_AROUND * own and not weights.is_mostly_links(around)
    return box.parent if is_text else best


def _is_under_title(counted: Sequence[float], around: Box, paragraph: Box, title: range) -> bool:
    """Tell whether a box begins below the title with no prose between: menus and buttons may be."""
    if not title or paragraph.first <= title.start:
        return False
    between = counted[title.stop : around.first]
    return len(between) <= _LINES_OF_BYLINE or max(between) < PROSE_LINE


def _has_loose_links(layout: Layout, number: int) -> bool:
    """Tell whether most lines right in a box lead away; those in lists of their own are left out later."""
    box = layout.boxes[number]
    lines = layout.lines[box.first : box.end]
    loose = [line for line in lines if line.box == number or _is_only_line_of_part(layout, line, number)]
    return 2 * sum(line.is_link for line in loose) > len(loose)


def _is_only_line_of_part(layout: Layout, line: Line, number: int) -> bool:
    part = layout.boxes[_cell(layout, line.box)]
    return part.parent == number and part.end - part.first == 1


def _cell(layout: Layout, number: int) -> int:
    """Return the outermost box with the same lines."""
    box = layout.boxes[number]
    while box.parent > 0:
        around = layout.boxes[box.parent]
        if (around.first, around.end) != (box.first, box.end):
            break
        number, box = box.parent, around
    return number


def _has_neighbour(layout: Layout, weights: Weights, number: int) -> bool:
    """Tell whether a box of one line stands in a row of text: paragraphs set in `div` or in rows of a table.

    Beside it stands another like it, or behind it what needs no such box: a caption, a list, a table.
    """
    box = layout.boxes[number]
    if box.end - box.first != 1:
        return False
    beside = [layout.lines[at] for at in (box.first - 1, box.end) if 0 <= at < len(layout.lines)]
    if any(_is_like(layout, number, line) for line in beside if not line.is_link):
        return True
    is_last = box.end == len(layout.lines) or box.end in weights.tail_openings
    return not is_last and _is_plain(layout, box.parent, layout.lines[box.end])


def _is_like(layout: Layout, number: int, line: Line) -> bool:
    box, other = layout.boxes[number], layout.boxes[_cell(layout, line.box)]
    alike = (other.parent, other.tag, other.marks) == (box.parent, box.tag, box.marks)
    return alike and other.end - other.first == 1


def _is_plain(layout: Layout, parent: int, line: Line) -> bool:
    """Tell whether a line right in box `parent`, or in a list or table there, is one of the text."""
    if line.is_link or is_button(line.text):
        return False
    number = line.box
    while layout.boxes[number].parent > parent:
        number = layout.boxes[number].parent
    box = layout.boxes[number]
    return box.parent == parent and box.tag in _PLAIN and not box.marks.strip()
