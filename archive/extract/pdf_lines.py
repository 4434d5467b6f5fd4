"""Printed lines back to paragraphs: a PDF knows where its lines stand, not which belong together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from archive.outline import heading_level

_DECORATED_NUMBER = re.compile(
    r"\s*(?:[-—–－―·]+\s*\d{1,4}\s*[-—–－―·]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*"
)
_BARE_NUMBER = re.compile(r"\s*(\d{1,4})\s*")
_NUMBER = re.compile("[0-9]{1,9}")
_EDGE_LINES = 2
_FEWEST_PAGES = 3
_REPEATED_SHARE = 0.6
_INDENT = ("\u3000", "  ")
_SENTENCE_END = re.compile(r"[。！？；：!?;:…][”’」』）)]?$")
_FULL = 0.9
"""A full line may be this much shorter than others, since none begins with a comma or ends with a bracket."""
_OPENING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]"
    r"|第[一二三四五六七八九十]+[章条节部]|[①-⑳]|附件?[:：]"
)
_FEWEST_WIDE = 20
"""Characters: where no line is longer, nothing tells that a line is full."""


def without_furniture(pages: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of all pages, less the page numbers and what repeats at the edges of most pages.

    A bare number is a page number only where it counts along with the pages.
    """
    repeated = _repeated_edges(pages)
    offset = _number_offset(pages)
    return [
        line
        for page, lines in enumerate(pages)
        for position, line in enumerate(lines)
        if not (
            _is_edge(position, lines)
            and (
                _DECORATED_NUMBER.fullmatch(line)
                or _wildcarded(line) in repeated
                or (offset is not None and _bare_number(line) == page + offset)
            )
        )
    ]


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
    if not width or _width(last) < _FULL * width:
        return False
    if line.startswith(_INDENT) or _OPENING.match(line) or heading_level(last):
        return False
    return is_indented or not _SENTENCE_END.search(last)


def _seam(last: str, line: str) -> str:
    """Words of Latin letters were parted by the line's end, Chinese ones weren't."""
    return " " if re.search(r"[A-Za-z,.;]$", last) and re.match("[A-Za-z]", line) else ""


def _page_width(lines: Sequence[str]) -> float:
    """The commonest width of long lines: full lines are alike, ends of paragraphs and table rows aren't."""
    widths = Counter(round(width) for line in lines if (width := _width(line)) >= _FEWEST_WIDE)
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _width(line: str) -> float:
    """In Han characters; Latin letters and digits take half of one."""
    return sum(0.5 if character.isascii() else 1.0 for character in line)


def _is_edge(position: int, lines: Sequence[str]) -> bool:
    return position < _EDGE_LINES or position >= len(lines) - _EDGE_LINES


def _edges(pages: Sequence[Sequence[str]]) -> Iterator[set[str]]:
    for lines in pages:
        yield {line for position, line in enumerate(lines) if _is_edge(position, lines)}


def _repeated_edges(pages: Sequence[Sequence[str]]) -> set[str]:
    """The forms of headers and footers: on most pages, their numbers the same or counting the pages.

    The rows of a long table are alike at every edge too, but their numbers go their own way.
    """
    seen: dict[str, list[tuple[int, list[int]]]] = {}
    for page, edges in enumerate(_edges(pages)):
        for line in edges:
            seen.setdefault(_wildcarded(line), []).append((page, [int(n) for n in _NUMBER.findall(line)]))
    fewest = max(_FEWEST_PAGES, _REPEATED_SHARE * len(pages))
    return {form for form, found in seen.items() if len(found) >= fewest and _is_regular(found)}


def _is_regular(found: Sequence[tuple[int, Sequence[int]]]) -> bool:
    columns = zip(*(numbers for _, numbers in found), strict=True)
    pages = [page for page, _ in found]
    return all(
        len(set(column)) == 1 or len({n - page for n, page in zip(column, pages, strict=True)}) == 1
        for column in columns
    )


def _wildcarded(line: str) -> str:
    return _NUMBER.sub("0", "".join(line.split()))


def _number_offset(pages: Sequence[Sequence[str]]) -> int | None:
    """How far printed page numbers are ahead of the pages' positions; None where none count along."""
    ahead = Counter(
        number - page
        for page, edges in enumerate(_edges(pages))
        for number in {_bare_number(line) for line in edges} - {None}
        if number is not None
    )
    offset, count = ahead.most_common(1)[0] if ahead else (0, 0)
    return offset if count >= 2 else None


def _bare_number(line: str) -> int | None:
    number = _BARE_NUMBER.fullmatch(line)
    return int(number[1]) if number else None
