"""Who wrote or published a text where no byline says it: a box for its author, a blog's title, an account."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from archive.byline import names_nobody, names_outlet, read_lone_source, read_loose, read_source_alone
from archive.dates import parse_date
from archive.extract.element_text import text_of
from archive.extract.layout import Box, Layout
from archive.extract.page import Page
from archive.fold import fold
from archive.model import FieldName

_NAMED = re.compile(r"author|zuozhe|writer|\bauthi\b")
_OF_OTHERS = re.compile(r"comment|reply|recommend|hot|rank|list|authorit")
_ABOVE = 14
"""Lines over a text where boards print who posted it."""
_LAST_LINES, _LONGEST_SOURCE, _AROUND = 4, 40, " ()（）[]【】|"
_NAME = re.compile(r"[\w·.\-]{2,16}(?: [A-Za-z.\-]{1,16}){0,2}")
_NO_NAME = re.compile(r"\d+|.*(?:作者|楼主|编辑|报道|发[表布]|阅读|关注|专栏|文章|专家)")
_OF_BLOG = re.compile(
    r"[_\-–|]\s*(?P<owner>[^_\-–|]{2,16}?)(?:的\s?(?:日志|日记|博客|blog|部落格|空间|专栏))?\s*[_\-–|]+"
    r"[^_\-–|]*(?:博客|blog|部落格)[^_\-–|]*$"
)
"""河边的树_老石头_新浪博客; 河边的树 - 老石头的日志 - 网易博客"""


def author_of_box(
    layout: Layout, body_first: int, site_name: str | None = None
) -> Mapping[FieldName, str | int]:
    """Return the name in the box just above the text whose class or id says that it has the author's.

    It is an author's of any form, or the account of an outlet: the source, unless it is `site_name`, which
    some sites print above all that they copy. Empty where no such box has a name.
    """
    for number in range(max(0, body_first - _ABOVE), body_first):
        if any(_names_author(box) for box in _opened_by(layout, number) if box.end <= body_first):
            text = layout.lines[number].text
            loose = read_loose(text) or {}
            if "author" in loose:
                return {"author": loose["author"]}
            if _may_be_name(text):
                is_source = names_outlet(text)
                return {} if is_source and text == site_name else {"source" if is_source else "author": text}
    return {}


def _may_be_name(text: str) -> bool:
    if not _NAME.fullmatch(text) or _NO_NAME.fullmatch(fold(text)):
        return False
    return not names_nobody(text) and parse_date(text) is None


def _opened_by(layout: Layout, number: int) -> Iterator[Box]:
    """Yield the boxes that begin with a line, outwards."""
    box = layout.boxes[layout.lines[number].box]
    while box.first == number and box.parent >= 0:
        yield box
        box = layout.boxes[box.parent]


def _names_author(box: Box) -> bool:
    return bool(box.marks and _NAMED.search(box.marks) and not _OF_OTHERS.search(box.marks))


def find_source_beside(
    layout: Layout, byline: Collection[int], start: int, body_first: int
) -> tuple[int, str] | None:
    """Return the number of a line right above or below a byline's that names the source alone, and the name.

    Templates set it without a key in a box of its own: 2010-06-03 | 青山日报. It stands below line `start`,
    where the title ends, and above the text's box or with the byline in one that holds no sentence: a line
    of the text may be a unit's name, too.
    """
    pairs = ((line, number) for line in sorted(byline) for number in (line - 1, line + 1))
    for line, number in pairs:
        if number in byline or not start <= number < len(layout.lines) or layout.lines[number].linked:
            continue
        name = read_lone_source(layout.lines[number].text)
        is_above = max(line, number) < body_first
        if name and (is_above or not _holds_sentence(layout, _box_around(layout, number, line))):
            return number, name
    return None


def _box_around(layout: Layout, number: int, other: int) -> Box:
    """Return the smallest box that holds two lines."""
    box = layout.boxes[layout.lines[number].box]
    while not box.first <= other < box.end:
        box = layout.boxes[box.parent]
    return box


def _holds_sentence(layout: Layout, box: Box) -> bool:
    return any("。" in line.text for line in layout.lines[box.first : box.end])


def source_below(layout: Layout, body_end: int) -> Mapping[FieldName, str | int]:
    """Return the source that the last lines of a text, or the first below it, state alone: 来源：青山日报."""
    for line in layout.lines[max(0, body_end - _LAST_LINES) : body_end + _LAST_LINES]:
        is_short = len(line.text) <= _LONGEST_SOURCE
        if is_short and (stated := read_source_alone(line.text.strip(_AROUND))):
            return stated
    return {}


def account_of(page: Page) -> Mapping[FieldName, str | int]:
    """Return the WeChat account that published a page as its source; empty on other pages.

    Where the text names whom it was taken from (来源：), that is the source, and the account only copied it.
    """
    named = page.tree.find(".//*[@id='js_name']") if "js_name" in page.text else None
    name = text_of(named) if named is not None else ""
    return {"source": name} if name else {}


def author_of_blog(head: str) -> Mapping[FieldName, str | int]:
    """Return whose blog it is that a page's `<title>` names between the text's title and the site's."""
    found = _OF_BLOG.search(fold(head))
    return {"author": head[slice(*found.span("owner"))]} if found else {}
