"""Undo a misreading of GBK that began where an annotation was put inside a character.

    因為部分員工    D2 F2 9E EE B2 BF B7 D6 86 54 B9 A4        the table holds 驗 (F2 9E), read yàn
    因?yàn)椴糠謫T工   D2 F2 9E(yàn) EE B2 BF B7 D6 86 54 B9 A4   9E and the bracket are read as "?"

The byte in front of the annotation and the reading give the table's character, hence the lost byte; from
there on every byte pairs with the next one, until an ASCII trail byte or another annotation closes the row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.text.annotation import ANNOTATION
from archive.text.gbk_table import gbk_bytes, gbk_character, gbk_table

_LONGEST_ROW = 1000
_STOP_LEAD = 0xA1
LOST = "\ufffd"
"""Stands for a character of which one byte is gone for good."""


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of misread text, from its `?` on, and what it was."""

    end: int
    """Code point behind the stretch."""
    put: str
    is_whole: bool
    """False where the last character is `LOST`."""
    is_unique: bool
    """False where the table has several characters for a byte and its reading."""


def realign(text: str, match: re.Match[str], before: str) -> Row | None:
    """Return the row that begins with `match` (of `ANNOTATION`, with `lost`), or None where no key fits.

    `before` is the character in front of it.
    """
    before_bytes = gbk_bytes(before)
    if len(before_bytes) != 2:
        return None
    keys = gbk_table().by_lead.get((before_bytes[1], match["pinyin"]), ())
    is_unique = len(keys) == 1
    rows = (follow(text, match.end(), gbk_bytes(key)[1], is_unique=is_unique) for key in keys)
    return max(filter(None, rows), key=_plausibility, default=None)


def _plausibility(row: Row) -> tuple[bool, float]:
    return row.is_whole, sum(map(is_common, row.put)) / max(1, len(row.put))


def is_common(character: str) -> bool:
    """Tell whether it is of the 3,755 of GB 2312's first level, or one that a converter puts."""
    return 0xB0A1 <= int.from_bytes(gbk_bytes(character)) <= 0xD7F9 or character in gbk_table().readings


def follow(text: str, start: int, pending: int, *, is_unique: bool = True) -> Row | None:
    """Pair the bytes anew from `start` on, where `pending` is the byte that waits for its second half."""
    put: list[str] = []
    for position in range(start, min(len(text), start + _LONGEST_ROW)):
        match = ANNOTATION.match(text, position)
        if match and match["lost"]:
            keys = gbk_table().by_lead.get((pending, match["pinyin"]), ())
            whole = "".join([*put, *keys[:1]])
            return Row(match.end(), whole, True, is_unique and len(keys) == 1) if keys else None
        halves = gbk_bytes(text[position])
        character = gbk_character(pending, halves[0]) if halves else None
        if len(halves) == 1:
            put.append(character or _guess(pending, text, position))
            return _close(text, position, "".join(put), is_unique)
        if character is None:
            return None
        put.append(character)
        pending = halves[1]
    return None


def _close(text: str, position: int, put: str, is_unique: bool) -> Row:
    """End the row at an ASCII character: a trail byte, the mark of an orphan, or one for itself."""
    pair = gbk_bytes(put[-1])
    if pair[1:] == text[position].encode("ascii"):
        return Row(_behind_annotation(text, position + 1, put[-1]), put, True, is_unique)
    return Row(position + (text[position] == "?"), put, put[-1] != LOST, False)


def _guess(lead: int, text: str, position: int) -> str:
    """Name the character of a lone lead byte where only one can be meant: the full stop of a paragraph."""
    following = text[position + (text[position] == "?") :][:1]
    return "。" if lead == _STOP_LEAD and following in ("", "\n", "<") else LOST


def _behind_annotation(text: str, position: int, character: str) -> int:
    match = ANNOTATION.match(text, position)
    known = gbk_table().readings.get(character, ())
    return match.end() if match and not match["lost"] and match["pinyin"] in known else position
