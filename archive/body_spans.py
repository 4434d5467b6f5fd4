"""The body's blocks, as spans of the clean text: which block of the page each of its lines was."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from archive.block_kinds import kind_by_wording
from archive.model import Block, BodySpan, Cleaned
from archive.outline import find_heading, listed_sentences


def body_spans(cleaned: Cleaned, blocks: Sequence[Block], offset: int) -> Iterator[BodySpan]:
    """Yield each line of the body, with the kind of the block that its first character stood in.

    `offset`: where the blocks begin in the raw text (code points).
    """
    block_starts = list(accumulate((len(block.text) + 1 for block in blocks), initial=offset))
    lines = list(_lines(cleaned.body))
    sentences = listed_sentences([line for _, line in lines])
    for number, (start, line) in enumerate(lines):
        if number in sentences:
            yield BodySpan(kind="paragraph", level=0, start=start, end=start + len(line))
            continue
        source = bisect_right(block_starts, cleaned.edits.raw_offset(start)) - 1
        block = blocks[source] if 0 <= source < len(blocks) else None
        yield from _spans_of_line(line, start, block, is_late=2 * number >= len(lines))


def _lines(body: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in body.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _spans_of_line(line: str, start: int, source: Block | None, *, is_late: bool) -> Iterator[BodySpan]:
    """One span, or two where a heading runs into its paragraph."""
    end = start + len(line)
    if source is not None and source.kind != "paragraph":
        yield BodySpan(kind=source.kind, level=source.level, start=start, end=end)
        return
    heading = find_heading(line)
    if heading:
        yield BodySpan(kind="heading", level=heading.level, start=start, end=start + heading.end)
        start += heading.end
    if start < end:
        kind = kind_by_wording(line[len(line) - (end - start) :], is_late=is_late)
        yield BodySpan(kind=kind, level=0, start=start, end=end)
