"""Lines of an article as blocks: what each of them is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.extract.tree import Layout, Line
from archive.model import Block
from archive.outline import heading_level, is_signature

_TAG_HEADING = re.compile(r"h([1-6])")
_ATTACHMENT = re.compile(
    r"附\s*[件表]\s*[\d一二三四五六七八九十]*\s*[:：.、]|.+\.(?:docx?|pdf|xlsx?|zip|rar)$", re.IGNORECASE
)
_CAPTION = re.compile(r"(?:图为|图[:：]|(?:上|下|左|右)图).{2,60}|.{2,40}(?:摄|供图|摄影报道)[）)]?")
_SENTENCE_END = re.compile("[。！？；：!?;:]$")
_LONGEST_HEADING = 40


def make_blocks(layout: Layout, numbers: Sequence[int]) -> tuple[Block, ...]:
    """Return the lines with these numbers as blocks, in their order."""
    lines = [layout.lines[number] for number in numbers]
    return tuple(
        _block(line, layout, is_late=2 * position >= len(lines)) for position, line in enumerate(lines)
    )


def _block(line: Line, layout: Layout, *, is_late: bool) -> Block:
    box, text = layout.boxes[line.box], line.text
    if box.tag == "tr" and "\t" in text:
        return Block(kind="table_row", text=text)
    if level := heading_level(text):
        return Block(kind="heading", text=text, level=level)
    if tag := _TAG_HEADING.fullmatch(box.tag):
        return Block(kind="heading", text=text, level=int(tag[1]))
    if _ATTACHMENT.match(text) and len(text) <= 80:
        return Block(kind="attachment", text=text)
    if box.tag in ("figcaption", "caption") or _CAPTION.fullmatch(text):
        return Block(kind="caption", text=text)
    if is_late and is_signature(text):
        return Block(kind="signature", text=text)
    if line.bold and len(text) <= _LONGEST_HEADING and not _SENTENCE_END.search(text):
        return Block(kind="heading", text=text, level=1)
    return Block(kind="list_item" if box.tag in ("li", "dd") else "paragraph", text=text)
