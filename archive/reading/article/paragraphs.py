"""The body of an article as a page shows it: blocks, with the gaps where they are and the hits marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from archive.model import BlockKind, BodySpan, Gap
from archive.search.in_text.written import Span

PieceKind: TypeAlias = Literal["text", "hit", "gap"]


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
    """Cut `body` into its blocks; `gaps` and `hits` ascending. Each gap stands in exactly one block."""
    ends = [block.start for block in blocks[1:]] + [len(body) + 1]
    return tuple(
        Paragraph(
            number=number,
            kind=block.kind,
            level=block.level,
            cells=tuple(_cells(body, block, _gaps_before(gaps, blocks, number, end), hits)),
        )
        for number, (block, end) in enumerate(zip(blocks, ends, strict=False), start=1)
    )


def _gaps_before(gaps: Sequence[Gap], blocks: Sequence[BodySpan], number: int, end: int) -> tuple[Gap, ...]:
    """The gaps of block `number`: from its start (the first block: from 0) to the start of the next."""
    start = 0 if number == 1 else blocks[number - 1].start
    return tuple(gap for gap in gaps if start <= gap.position < end)


def _cells(
    body: str, block: BodySpan, gaps: Sequence[Gap], hits: Sequence[Span]
) -> Iterator[tuple[Piece, ...]]:
    start = block.start
    for index, cell in enumerate(body[block.start : block.end].split("\t")):
        end = start + len(cell)
        last = end == block.end
        own = [gap for gap in gaps if (index == 0 or gap.position >= start) and (last or gap.position <= end)]
        yield tuple(_pieces(body, (start, end), own, hits))
        start = end + 1


def _pieces(body: str, span: Span, gaps: Sequence[Gap], hits: Sequence[Span]) -> Iterator[Piece]:
    position = span[0]
    for gap in gaps:
        place = min(max(gap.position, position), span[1])
        yield from marked(body, (position, place), hits)
        yield Piece(kind="gap", gap=gap)
        position = place
    yield from marked(body, (position, span[1]), hits)


def marked(body: str, span: Span, hits: Iterable[Span]) -> Iterator[Piece]:
    """Yield what stands at `span`, matches and the rest; `hits` ascending."""
    position, end = span
    for number, (hit_start, hit_end) in enumerate(hits, start=1):
        start, stop = max(hit_start, position), min(hit_end, end)
        if start >= stop:
            continue
        if start > position:
            yield Piece(kind="text", text=body[position:start])
        begun = number if start == hit_start else 0
        yield Piece(kind="hit", text=body[start:stop], number=begun, start=start)
        position = stop
    if position < end:
        yield Piece(kind="text", text=body[position:end])
