"""What a PDF prints on every page beside its text: headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from archive.extract.documents.pdf.lines import PrintedLine

_DECORATED_NUMBER = re.compile(
    r"\s*(?:[-—–－―·]+\s*\d{1,4}\s*[-—–－―·]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*"
)
_BARE_NUMBER = re.compile(r"\s*(\d{1,4})\s*")
_NUMBER = re.compile("[0-9]{1,9}")
_EDGE_LINES = 2
_FEWEST_PAGES = 3
_REPEATED_SHARE = 0.6
_SMALL = 0.85
"""Letters of a header, to those of the text."""


def without_furniture(pages: Sequence[Sequence[PrintedLine]]) -> list[PrintedLine]:
    """Return the lines of all pages, less the page numbers and what repeats at the edges of most pages.

    A bare number is a page number only where it counts along with the pages.
    """
    repeated = _repeated_edges(pages)
    offset = _number_offset(pages)
    return [
        line
        for page, lines in enumerate(pages)
        for slot, line in zip(_slots(lines), lines, strict=True)
        if slot is None
        or not (
            _DECORATED_NUMBER.fullmatch(line.text)
            or (slot, _form(line.text)[0]) in repeated
            or (offset is not None and _bare_number(line.text) == page + offset)
        )
    ]


def _slots(lines: Sequence[PrintedLine]) -> list[int | None]:
    """0 and 1 for the highest lines of a page, -2 and -1 for the lowest, None for those between.

    Many a printer writes the header behind the text, so their order tells nothing.
    """
    slots: list[int | None] = [None] * len(lines)
    by_depth = sorted(range(len(lines)), key=lambda position: lines[position].depth)
    for rank in (*range(-_EDGE_LINES, 0), *reversed(range(_EDGE_LINES))):
        if -len(lines) <= rank < len(lines):
            slots[by_depth[rank]] = rank
    return slots


def _edges(pages: Sequence[Sequence[PrintedLine]]) -> Iterator[tuple[int, int, PrintedLine]]:
    """Yield page, slot and every line that may be furniture."""
    for page, lines in enumerate(pages):
        for slot, line in zip(_slots(lines), lines, strict=True):
            if slot is not None:
                yield page, slot, line


def _repeated_edges(pages: Sequence[Sequence[PrintedLine]]) -> set[tuple[int, str]]:
    """Slot and form of headers and footers: on most pages, their numbers the same or counting the pages.

    The rows of a long table are alike at every edge too, but their numbers go their own way. Two pages are
    few to tell by, unless the letters are small.
    """
    seen: dict[tuple[int, str], list[tuple[int, list[int]]]] = {}
    common = _common_size(pages)
    small: set[str] = set()
    for page, slot, line in _edges(pages):
        form, numbers = _form(line.text)
        seen.setdefault((slot, form), []).append((page, numbers))
        if line.size < _SMALL * common:
            small.add(form)
    return {
        edge
        for edge, found in seen.items()
        if len(found) >= max(2 if edge[1] in small else _FEWEST_PAGES, _REPEATED_SHARE * len(pages))
        and _is_regular(found)
    }


def _is_regular(found: Sequence[tuple[int, Sequence[int]]]) -> bool:
    columns = zip(*(numbers for _, numbers in found), strict=True)
    pages = [page for page, _ in found]
    return all(
        len(set(column)) == 1 or len({n - page for n, page in zip(column, pages, strict=True)}) == 1
        for column in columns
    )


def _form(line: str) -> tuple[str, list[int]]:
    """The line without blanks, a 0 for each of its numbers; and the numbers."""
    solid = "".join(line.split())
    return _NUMBER.sub("0", solid), [int(number) for number in _NUMBER.findall(solid)]


def _number_offset(pages: Sequence[Sequence[PrintedLine]]) -> int | None:
    """How far printed page numbers are ahead of the pages' positions; None where none count along.

    A single page is numbered 1, in small letters.
    """
    common = _common_size(pages)
    ahead = Counter(
        number - page for page, _, line in _edges(pages) if (number := _bare_number(line.text)) is not None
    )
    offset, count = ahead.most_common(1)[0] if ahead else (0, 0)
    is_single = len(pages) == 1 and any(
        line.text.strip() == "1" and line.size < _SMALL * common for _, _, line in _edges(pages)
    )
    return 1 if is_single else offset if count >= 2 else None


def _common_size(pages: Sequence[Sequence[PrintedLine]]) -> float:
    return median([line.size for lines in pages for line in lines] or [0])


def _bare_number(line: str) -> int | None:
    number = _BARE_NUMBER.fullmatch(line)
    return int(number[1]) if number else None
