"""Junk that a site strews between the sentences, to mark copies: `…抓好落实。s6^#~IU x<各单位…`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.line import with_its_line
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_RUN = re.compile(
    r"(?:(?<=[一-鿿。，；、！？\n”])|(?<=[。！？”] )|\A)[!-~](?:[!-~ ]{3,28})[!-~](?=[一-鿿\n]|\Z)"
)
_JUNK = frozenset("^~#`$<>&|\\{}@")
_SIGN = _JUNK | frozenset("%;:!?*+=/()[]")
_FEWEST = 3
_FEWEST_BESIDE_SURE = 2
"""Signs in a piece, where the text has such junk already."""
_IN_A_ROW = re.compile(r"(?:[\^~#`$<>&|\\{}@][!-~ ]*){3}")


def _find(manuscript: Manuscript) -> Findings:
    return Findings(changes=_changes(manuscript.text))


def _changes(text: str) -> Iterator[Change]:
    """Junk has three unlike signs that no Chinese sentence needs, and letters; no address has."""
    if sum(sign in text for sign in _JUNK) < _FEWEST or not _IN_A_ROW.search(text):
        return
    runs = [match for match in _RUN.finditer(text) if "://" not in match[0]]
    sure = [match for match in runs if _is_junk(match[0])]
    for match in runs if len(sure) >= _FEWEST else sure:
        if match in sure or len(_SIGN & set(match[0])) >= _FEWEST_BESIDE_SURE:
            yield Change(*with_its_line(text, *match.span()), confidence=0.9)


def _is_junk(run: str) -> bool:
    return len(_JUNK & set(run)) >= _FEWEST and bool(re.search("[A-Za-z]", run))


RULE = rule("copy_guard", 2, _find)
