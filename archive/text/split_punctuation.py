"""Full-width marks that a mirror matched inside two characters, so that one byte really is lost.

    使全省９４萬戶     →  使全?。梗慈f(wàn)戶          CA A1 | A3 B9 | A3 B4 | C8 66: CA is gone
    。活動中，         →  ?；顒又?，                    A1 A3 | BB EE | 84 D3 | D6 D0: A1 and D0 are gone

What lies between is exact again when the bytes are paired anew; a character of which a byte is gone becomes
`LOST`, with half the confidence, and the text is flagged as residual.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.gbk_table import gbk_bytes
from archive.text.glued_pinyin import is_mirrored
from archive.text.manuscript import Manuscript
from archive.text.realign import LOST, follow, is_common
from archive.text.rule import NOTHING, Findings, rule

_ORPHAN = re.compile("[?\ufffd](?=[，。；：、！])")
_LONGEST = 40
_ENOUGH = 0.8


def _find(manuscript: Manuscript) -> Findings:
    if not _ORPHAN.search(manuscript.text) or not is_mirrored(manuscript.text):
        return NOTHING
    return Findings(changes=_changes(manuscript.text))


def _changes(text: str) -> Iterator[Change]:
    for match in _ORPHAN.finditer(text):
        row = follow(text, match.end() + 1, gbk_bytes(text[match.end()])[1])
        if row and row.end - match.start() <= _LONGEST and _reads_well(row.put):
            yield Change(match.start(), row.end, LOST + row.put, 0.5)


def _reads_well(put: str) -> bool:
    """A row that begins at a real question mark pairs into rare characters."""
    known = put.replace(LOST, "")
    return bool(known) and sum(map(is_common, known)) >= _ENOUGH * sum(not mark.isnumeric() for mark in known)


RULE = rule("split_punctuation", 1, _find)
