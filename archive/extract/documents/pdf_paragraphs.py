"""Printed lines back to paragraphs: a PDF knows where its lines stand, not which belong together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

_INDENT = ("\u3000", "  ")
_SENTENCE_END = re.compile(r"[。！？；：!?;:…][”’」』）)]?$")
_FULL = 0.9
"""A full line may be this much shorter than others, since none begins with a comma or ends with a bracket."""
_OPENING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]"
    r"|第[一二三四五六七八九十]+[章条节部]|[①-⑳]|附件?[:：]"
)
_CLOSING = re.compile(r"[，。、；：！？”’」』）》]")
"""No paragraph begins with one."""
_FEWEST_WIDE = 20
"""Characters of a line that may be full."""
_FEWEST_IN_COLUMN = 12
"""Characters of one in a column, where such lines are most of the text, and the text is prose."""
_SENTENCE = re.compile("。")
_LINES_A_SENTENCE = 8
"""Lists of slogans and of names have lines of one width too, but no sentences."""


def join_paragraphs(lines: Sequence[str]) -> list[str]:
    """Join each line to the one before it where that one is full and this one goes on.

    In doubt a line stays by itself: the cleaner joins hard wraps too, and logs it.
    """
    width = _page_width(lines)
    is_indented = any(line.startswith(_INDENT) for line in lines)
    paragraphs: list[str] = []
    last = ""
    for line in lines:
        if last and _goes_on(last, line, width, is_indented=is_indented):
            paragraphs[-1] += _seam(last, line) + line.strip()
        else:
            paragraphs.append(line)
        last = line
    return paragraphs


def _goes_on(last: str, line: str, width: float, *, is_indented: bool) -> bool:
    if _CLOSING.match(line):
        return True
    if not width or _width(last) < _FULL * width:
        return False
    if line.startswith(_INDENT) or _OPENING.match(line):
        return False
    return is_indented or not _SENTENCE_END.search(last)


def _seam(last: str, line: str) -> str:
    """Words of Latin letters were parted by the line's end, Chinese ones weren't."""
    return " " if re.search(r"[A-Za-z,.;]$", last) and re.match("[A-Za-z]", line) else ""


def _page_width(lines: Sequence[str]) -> float:
    """The commonest width of long lines: full lines are alike, ends of paragraphs and table rows aren't."""
    widths = Counter(round(width) for line in lines if (width := _width(line)) >= _FEWEST_IN_COLUMN)
    wide = {width: count for width, count in widths.items() if width >= _FEWEST_WIDE}
    among = widths if _is_in_columns(widths, lines) else wide
    return max(among, key=lambda width: (among[width], width), default=0)


def _is_in_columns(widths: Mapping[int, int], lines: Sequence[str]) -> bool:
    """Tell whether a text is set in narrow columns: most of its lines are of one width, and it is prose."""
    width = max(widths, key=lambda width: (widths[width], width), default=0)
    full = sum(count for each, count in widths.items() if _FULL * width <= each <= width)
    sentences = sum(len(_SENTENCE.findall(line)) for line in lines)
    return 2 * full > len(lines) and _LINES_A_SENTENCE * sentences >= len(lines)


def _width(line: str) -> float:
    """In Han characters; Latin letters and digits take half of one."""
    return sum(0.5 if character.isascii() else 1.0 for character in line)
