"""All repairs of a mirror's byte replacements on one page, from its first character to its last.

One walk finds them, because each decides where the next can begin: inside a row of misread text a "?" before
a mark ends the row, outside of one it begins one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from archive.text.change import Change
from archive.text.changes import NO_CHANGES, Changes, Draft
from archive.text.mirror.annotation import ANNOTATION, TONED, find_annotations, reading_of
from archive.text.mirror.gbk_table import gbk_bytes, gbk_table
from archive.text.mirror.han_bigrams import likelihood
from archive.text.mirror.misread_row import Row
from archive.text.mirror.page_table import PageTable
from archive.text.mirror.realign import Realigner

_FEWEST_AGREEING = 3
_MOST_OWN = 4
"""A mirror's page may quote the reading of a name: of four annotations at most one is the writer's."""
_COMMA_TRAIL = 0xAC
_LETTER = re.compile("[0-9A-Za-zÀ-ǜɑ]")
_PLACE = re.compile(rf"(?P<orphan>[?\ufffd](?=[，。；：、！？]))|{ANNOTATION.pattern}")


class Repairs(NamedTuple):
    """Changes in their order, by what stood inside the character."""

    at_pinyin: Changes
    at_marks: Changes


def flags_of(changes: Changes) -> list[str]:
    """Return the flag of a page where bytes left a choice."""
    return ["estimated"] if any(confidence < 1 for confidence in changes.confidences) else []


@lru_cache(maxsize=1)
def mirror_repairs(text: str) -> Repairs:
    """Return the repairs; none unless enough annotations agree with the table.

    The last answer is kept: two rules ask for it, one after the other.
    """
    if not _is_mirrored(text):
        return Repairs(NO_CHANGES, NO_CHANGES)
    at_pinyin, at_marks = Draft(), Draft()
    for match, change in _repairs(Realigner(text, PageTable.of(text))):
        (at_marks if match["orphan"] else at_pinyin).add(change)
    return Repairs(at_pinyin.done(), at_marks.done())


def _is_mirrored(text: str) -> bool:
    """Tell whether enough annotations agree with the table, and far fewer are a writer's own.

    A lesson on 礦(kuàng), 煤(méi), 燈(dēng) annotates characters too that no converter puts.
    """
    agreeing = own = 0
    for match in find_annotations(text):
        agreeing += _agrees(text, match)
        own += _is_own(text, match)
    return agreeing >= max(_FEWEST_AGREEING, _MOST_OWN * own)


def _is_own(text: str, match: re.Match[str]) -> bool:
    """Tell whether a whole character has a reading that is in no table of a mirror."""
    before = text[match.start() - 1 : match.start()]
    is_plain = not match["lost"] and "\u4e00" <= before <= "\u9fff" and bool(TONED.search(match["pinyin"]))
    return is_plain and before not in gbk_table().readings


def _agrees(text: str, match: re.Match[str]) -> bool:
    before, reading = text[match.start() - 1 : match.start()], reading_of(match)
    if not before or not TONED.search(reading):
        return False
    lead = gbk_bytes(before)[-1] if gbk_bytes(before) else -1
    if match["lost"]:
        return (lead, reading) in gbk_table().by_lead
    return gbk_table().reads(before, reading) or (lead, reading) in gbk_table().by_trail


def _repairs(page: Realigner) -> Iterator[tuple[re.Match[str], Change]]:
    text, end, before = page.text, 0, ""
    for match in _PLACE.finditer(text):
        start = match.start()
        if start < end or start == 0:
            continue
        before = text[start - 1] if start > end else before
        change = _change(page, match, before)
        if change:
            yield match, change
            end = change.end
            before = change.put[-1:] or before


def _change(page: Realigner, match: re.Match[str], before: str) -> Change | None:
    if match["orphan"]:
        return _of_row(match, page.from_mark(match.start(), before))
    if match["lost"]:
        return _of_row(match, page.from_key(match, before))
    if gbk_table().reads(before, reading_of(match)):
        return Change(*match.span())
    return _trail_letter(page, match) if before.isascii() else None


def _of_row(match: re.Match[str], row: Row | None) -> Change | None:
    return Change(match.start(), row.end, row.put, row.confidence) if row else None


def _trail_letter(page: Realigner, match: re.Match[str]) -> Change | None:
    """`F(xiàn)` → 現; `,F(xiàn)` → 。現: A3 AC, the comma, was of 。(A1 A3) and 現 (AC 46).

    `自X(hē)` → 自X: the second byte of 自 and the letter are those of 訶.
    """
    start, text = match.start() - 1, page.text
    keys = gbk_table().by_trail.get((ord(text[start]), reading_of(match)), ())
    before = text[start - 1 : start]
    if not keys or _LETTER.match(before):
        return None
    if any(gbk_bytes(key)[:1] == gbk_bytes(before)[1:] for key in keys):
        return Change(match.start(), match.end())
    behind = text[match.end() : match.end() + 1]
    key = max(
        keys, key=lambda key: page.table.favour(key) + likelihood(before, key) + likelihood(key, behind)
    )
    confidence = 1.0 if len(keys) == 1 else 0.9
    if before in (",", "，") and gbk_bytes(key)[0] == _COMMA_TRAIL:
        return Change(start - 1, match.end(), "。" + key, confidence)
    return Change(start, match.end(), key, confidence)
