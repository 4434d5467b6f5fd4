"""What a PDF prints on every page beside its text: headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_DECORATED_NUMBER = re.compile(
    r"\s*(?:[-—–－―·]+\s*\d{1,4}\s*[-—–－―·]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*"
)
_BARE_NUMBER = re.compile(r"\s*(\d{1,4})\s*")
_NUMBER = re.compile("[0-9]{1,9}")
_EDGE_LINES = 2
_FEWEST_PAGES = 3
_REPEATED_SHARE = 0.6


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
            (slot := _slot(position, lines)) is not None
            and (
                _DECORATED_NUMBER.fullmatch(line)
                or (slot, _form(line)[0]) in repeated
                or (offset is not None and _bare_number(line) == page + offset)
            )
        )
    ]


def _slot(position: int, lines: Sequence[str]) -> int | None:
    """0 and 1 for the first lines of a page, -2 and -1 for the last, None for those between."""
    if position < _EDGE_LINES:
        return position
    from_end = position - len(lines)
    return from_end if from_end >= -_EDGE_LINES else None


def _edges(pages: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    """Yield page, slot and text of every line that may be furniture."""
    for page, lines in enumerate(pages):
        for position, line in enumerate(lines):
            if (slot := _slot(position, lines)) is not None:
                yield page, slot, line


def _repeated_edges(pages: Sequence[Sequence[str]]) -> set[tuple[int, str]]:
    """Slot and form of headers and footers: on most pages, their numbers the same or counting the pages.

    The rows of a long table are alike at every edge too, but their numbers go their own way.
    """
    seen: dict[tuple[int, str], list[tuple[int, list[int]]]] = {}
    for page, slot, line in _edges(pages):
        form, numbers = _form(line)
        seen.setdefault((slot, form), []).append((page, numbers))
    fewest = max(_FEWEST_PAGES, _REPEATED_SHARE * len(pages))
    return {edge for edge, found in seen.items() if len(found) >= fewest and _is_regular(found)}


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


def _number_offset(pages: Sequence[Sequence[str]]) -> int | None:
    """How far printed page numbers are ahead of the pages' positions; None where none count along."""
    ahead = Counter(
        number - page for page, _, line in _edges(pages) if (number := _bare_number(line)) is not None
    )
    offset, count = ahead.most_common(1)[0] if ahead else (0, 0)
    return offset if count >= 2 else None


def _bare_number(line: str) -> int | None:
    number = _BARE_NUMBER.fullmatch(line)
    return int(number[1]) if number else None
