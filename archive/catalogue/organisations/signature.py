"""Who signs a text, and who heads a bulletin: the lines that name nothing but a unit and a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from archive.catalogue.organisations.unit import Unit
from archive.catalogue.text import Span, Text
from archive.outline import is_signature

_LINES = 8
_LONGEST = 40
_ADDRESSED = re.compile(r":\s*$")
_SAYS_MORE = re.compile('[,。;:!?“”"「」]')
"""石板桥煤矿:夜班食堂来了监督员 is a heading."""
_MASTHEAD = re.compile(
    r"[^,。:;]{4,30}?\s+(?:(?:[0-9]{4}|[一二〇○零0-9]{4})年[^,。:;]{2,8}日|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2})\s*$"
)
_MASTHEAD_LINES = 6


def signing_units(text: Text, units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield the units of the signature (落款), the lowest line first."""
    for start, end in _last_lines(text):
        line = text.folded[start:end]
        inside = [unit for unit in units if start <= unit.start < end]
        if inside and not _ADDRESSED.search(line) and _is_signed(line, start, inside):
            yield _with_committee(inside[-1] if is_chain(inside) else inside[0], line)


def heading_units(text: Text, units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield the unit in the head of a bulletin: its number, then the office that makes it, and the date."""
    start = text.body_start
    for line in text.folded[start:].split("\n", _MASTHEAD_LINES)[:_MASTHEAD_LINES]:
        if _MASTHEAD.fullmatch(line):
            yield from (unit for unit in units if start <= unit.start < start + len(line))
        start += len(line) + 1


def is_chain(units: Sequence[Unit]) -> bool:
    """Tell whether the units stand without a gap: 横岭集团石板桥煤矿."""
    return all(one.end == two.start for one, two in pairwise(units))


def _is_signed(line: str, start: int, inside: Sequence[Unit]) -> bool:
    if is_signature(line.strip()):
        return True
    before, behind = line[: inside[0].start - start], line[inside[0].end - start :]
    return not before.strip(" \t()") and not _SAYS_MORE.search(behind)


def _last_lines(text: Text) -> Iterator[Span]:
    end = len(text.folded.rstrip())
    for _ in range(_LINES):
        start = text.folded.rfind("\n", text.body_start, end) + 1
        if start <= text.body_start:
            return
        if end - start <= _LONGEST:
            yield start, end
        end = start - 1


def _with_committee(unit: Unit, line: str) -> Unit:
    """中共石板桥煤矿委员会 is its 党委."""
    is_party = "中共" in line and unit.part in (None, "委员会")
    return replace(unit, part="党委") if is_party else unit
