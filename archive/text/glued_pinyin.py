"""Pinyin glued to a text by a mirror's byte replacements: plain, at a trail letter, inside a character.

    創(chuàng)先爭優(yōu)         創先爭優      plain: the reading is one of the character's own
    活動,F(xiàn)提出            活動。現提出   only the trail byte 0x46 of 現 is left: ，(A3 AC) matched
    因?yàn)椴糠謫T工          因為部分員工   see `realign`

A text is touched only where at least three annotations agree with the table of `gbk_table`, so that
GDP(億元), (a) and a note on the reading of a name stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from archive.text.annotation import ANNOTATION, TONED
from archive.text.change import Change
from archive.text.gbk_table import gbk_bytes, gbk_table
from archive.text.manuscript import Manuscript
from archive.text.realign import realign
from archive.text.rule import NOTHING, Findings, rule

FEWEST_AGREEING = 3
_COMMA_TRAIL = 0xAC
_LETTER = re.compile("[0-9A-Za-zÀ-ǜɑ]")


def _find(manuscript: Manuscript) -> Findings:
    """Return the repairs; a text that needs them was mirrored."""
    repairs = list(_repairs(manuscript.text))
    if sum(is_toned for _, is_toned in repairs) < FEWEST_AGREEING:
        return NOTHING
    return Findings(changes=[change for change, _ in repairs], flags=["mirror"])


def is_mirrored(text: str) -> bool:
    """Tell whether enough annotations agree with the table."""
    toned = (change for change, is_toned in _repairs(text) if is_toned)
    return len(list(islice(toned, FEWEST_AGREEING))) == FEWEST_AGREEING


def _repairs(text: str) -> Iterator[tuple[Change, bool]]:
    end = 0
    before = ""
    for match in ANNOTATION.finditer(text):
        if match.start() < end or match.start() == 0:
            continue
        before = text[match.start() - 1] if match.start() > end else before
        change = _realigned(text, match, before) if match["lost"] else _plain(text, match)
        if change:
            yield change, bool(TONED.search(match["pinyin"]))
            end = change.end
            before = change.put[-1:] or before


def _realigned(text: str, match: re.Match[str], before: str) -> Change | None:
    row = realign(text, match, before)
    if row is None:
        return None
    confidence = 0.5 if not row.is_whole else 1.0 if row.is_unique else 0.9
    return Change(match.start(), row.end, row.put, confidence)


def _plain(text: str, match: re.Match[str]) -> Change | None:
    before = text[match.start() - 1]
    if match["pinyin"] in gbk_table().readings.get(before, ()):
        return Change(match.start(), match.end())
    return _trail_letter(text, match) if before.isascii() else None


def _trail_letter(text: str, match: re.Match[str]) -> Change | None:
    """`F(xiàn)` → 現; `,F(xiàn)` → 。現: A3 AC, the comma, was of 。(A1 A3) and 現 (AC 46)."""
    start = match.start() - 1
    keys = gbk_table().by_trail.get((ord(text[start]), match["pinyin"]), ())
    if not keys or _LETTER.match(text[start - 1 : start]):
        return None
    confidence = 1.0 if len(keys) == 1 else 0.9
    if text[start - 1 : start] in (",", "，") and gbk_bytes(keys[0])[0] == _COMMA_TRAIL:
        return Change(start - 1, match.end(), "。" + keys[0], confidence)
    return Change(start, match.end(), keys[0], confidence)


RULE = rule("glued_pinyin", 1, _find)
