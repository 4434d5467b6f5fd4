"""The body of an article as a page shows it: blocks, with the gaps where they are and the hits marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Final, Literal, TypeAlias

from archive.model import BlockKind, BodySpan, Gap
from archive.search.in_text.written import Span

PieceKind: TypeAlias = Literal["text", "hit", "gap"]

_PLACE: Final = attrgetter("position")
_START: Final = itemgetter(0)
_END: Final = itemgetter(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of plain text, a match of the reader's query, or a place where text is missing."""

    kind: PieceKind
    text: str = ""
    number: int = 0
    """Of a match: its place among those of the text, from 1; 0 for the rest of a divided one."""
    start: int = 0
    """Of a match: where it begins in the body."""
    gap: Gap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One block of the body."""

    number: int
    """From 1; the anchor on the page is `p` and this number."""
    kind: BlockKind
    level: int
    cells: tuple[tuple[Piece, ...], ...]
    """One for each cell of a table row, else exactly one."""


def paragraphs(
    body: str, blocks: Sequence[BodySpan], gaps: Sequence[Gap], hits: Sequence[Span]
) -> tuple[Paragraph, ...]:
    """Cut `body` into its blocks; `gaps` and `hits` ascending, no two hits overlap.

    Each gap stands in exactly one block: from its start (of the first block: from 0) to that of the next.
    A block looks only at what stands in it, so that the time grows with the text alone.
    """
    starts = [0, *(block.start for block in blocks[1:]), len(body) + 1]
    return tuple(
        Paragraph(
            number=number,
            kind=block.kind,
            level=block.level,
            cells=tuple(_cells(body, block, _between(gaps, starts[number - 1], starts[number]), hits)),
        )
        for number, block in enumerate(blocks, start=1)
    )


def _between(gaps: Sequence[Gap], start: int, end: int) -> Sequence[Gap]:
    return gaps[bisect_left(gaps, start, key=_PLACE) : bisect_left(gaps, end, key=_PLACE)]


def _cells(
    body: str, block: BodySpan, gaps: Sequence[Gap], hits: Sequence[Span]
) -> Iterator[tuple[Piece, ...]]:
    start = block.start
    for index, cell in enumerate(body[block.start : block.end].split("\t")):
        end = start + len(cell)
        of_row = (0 if index == 0 else start, len(body) + 1 if end == block.end else end + 1)
        yield tuple(_pieces(body, (start, end), _between(gaps, *of_row), hits))
        start = end + 1


def _pieces(body: str, span: Span, gaps: Sequence[Gap], hits: Sequence[Span]) -> Iterator[Piece]:
    position = span[0]
    for gap in gaps:
        place = min(max(gap.position, position), span[1])
        yield from marked(body, (position, place), hits)
        yield Piece(kind="gap", gap=gap)
        position = place
    yield from marked(body, (position, span[1]), hits)


def marked(body: str, span: Span, hits: Sequence[Span]) -> Iterator[Piece]:
    """Yield what stands at `span`, matches and the rest; `hits` ascending, and none over another."""
    position, end = span
    for place in range(bisect_right(hits, position, key=_END), bisect_left(hits, end, key=_START)):
        start, stop = max(hits[place][0], position), min(hits[place][1], end)
        if start > position:
            yield Piece(kind="text", text=body[position:start])
        begun = place + 1 if start == hits[place][0] else 0
        yield Piece(kind="hit", text=body[start:stop], number=begun, start=start)
        position = stop
    if position < end:
        yield Piece(kind="text", text=body[position:end])
