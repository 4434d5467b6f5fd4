"""The lines of a clean body, each with the kind of the block of the page that it stood in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from archive.model import Block, BlockKind, BodySpan, Cleaned, Edit
from archive.outline import find_heading, is_signature
from archive.text.photographs import is_caption


def body_spans(cleaned: Cleaned, blocks: Sequence[Block], offset: int) -> Iterator[BodySpan]:
    """Yield each line of the body, with the kind of the block that its first character stood in.

    The first of `blocks` begins at `offset` of the raw text, in code points.
    """
    block_starts = list(accumulate((len(block.text) + 1 for block in blocks), initial=offset))
    lines = list(_lines(cleaned.body))
    raw_starts = raw_offsets(cleaned.edits, [start for start, _ in lines])
    for (start, line), raw_start in zip(lines, raw_starts, strict=True):
        source = bisect_right(block_starts, raw_start) - 1
        yield from _spans_of_line(line, start, blocks[source] if 0 <= source < len(blocks) else None)


def _lines(body: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in body.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _spans_of_line(line: str, start: int, source: Block | None) -> Iterator[BodySpan]:
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
        kind: BlockKind = (
            "caption" if is_caption(line) else "signature" if is_signature(line) else "paragraph"
        )
        yield BodySpan(kind=kind, level=0, start=start, end=end)


def raw_offsets(edits: Sequence[Edit], positions: Sequence[int]) -> Iterator[int]:
    """Yield where the characters at ascending `positions` of the body stood in the raw text (code points)."""
    shift, following = 0, 0
    for position in positions:
        while following < len(edits):
            edit = edits[following]
            if edit.start + shift + len(edit.put) > position:
                break
            shift += len(edit.put) - (edit.end - edit.start)
            following += 1
        yield position - shift
