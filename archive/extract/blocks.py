"""Lines of an article as blocks: what each of them is, by its markup first, then by its wording."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.block_kinds import kind_by_wording
from archive.extract.layout import Layout, Line
from archive.model import Block, BlockKind
from archive.outline import heading_level

_MAYBE_NUMBERED = re.compile(r"[\s(（第一二三四五六七八九十百零〇\d①-⑳０-９]")
_TAG_HEADING = re.compile(r"h([1-6])")
_SENTENCE_END = re.compile("[。！？；：!?;:]$")
_LONGEST_BOLD = 40
_LONGEST_HEADING = 80


def make_blocks(layout: Layout, numbers: Sequence[int]) -> tuple[Block, ...]:
    """Return the lines with these numbers as blocks, in their order."""
    middle = len(numbers) / 2
    return tuple(
        _block(layout.lines[number], layout.boxes[layout.lines[number].box].tag, is_late=position >= middle)
        for position, number in enumerate(numbers)
    )


def _block(line: Line, tag: str, *, is_late: bool) -> Block:
    level = _heading_level(line, tag)
    if level:
        return Block(kind="heading", text=line.text, level=level)
    return Block(kind=_kind(line.text, tag, is_late=is_late), text=line.text)


def _heading_level(line: Line, tag: str) -> int:
    if len(line.text) > _LONGEST_HEADING or "\t" in line.text:
        return 0
    tagged = _TAG_HEADING.fullmatch(tag) if tag[0] == "h" else None
    is_bold_heading = line.bold and len(line.text) <= _LONGEST_BOLD and not _SENTENCE_END.search(line.text)
    numbered = heading_level(line.text) if _MAYBE_NUMBERED.match(line.text) else 0
    return numbered or (int(tagged[1]) if tagged else int(is_bold_heading))


def _kind(text: str, tag: str, *, is_late: bool) -> BlockKind:
    if tag == "tr" and "\t" in text:
        return "table_row"
    if tag in ("figcaption", "caption"):
        return "caption"
    by_wording = kind_by_wording(text, is_late=is_late)
    return "list_item" if by_wording == "paragraph" and tag in ("li", "dd") else by_wording
