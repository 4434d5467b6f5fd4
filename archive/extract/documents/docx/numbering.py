"""Word's automatic numbers, which stand in no paragraph's text: 一、 （一） 1. ①.

Most official templates number their headings so, and a text without them loses its outline.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from archive.extract.documents.docx.number_formats import written
from archive.extract.documents.docx.styles import Style
from archive.extract.documents.docx.wordml import W, is_on, number_of, value_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a numbered list."""

    start: int
    number_format: str
    pattern: str
    """As in `第%1章`, where %1 is the number of level 1."""
    restarts: bool = True
    """False where it counts on over the levels above: 第七条 opens 第二章."""
    is_legal: bool = False
    """All numbers in its pattern are printed as 1, 2, 3 (`w:isLgl`)."""
    is_close: bool = False
    """Neither a blank nor a tab follows it (`w:suff`)."""


@dataclass(slots=True, kw_only=True)
class Numbering:
    """The lists of one document and how far each has counted."""

    levels: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    """By the list's `w:numId`."""
    counters: Mapping[str, dict[int, int]] = field(default_factory=dict)
    """By `w:numId` as well; lists of one kind that don't restart share a counter."""

    @classmethod
    def read(cls, root: etree._Element | None) -> Numbering:
        """Read `numbering.xml`; None where the document has no list."""
        if root is None:
            return cls()
        kinds = _kinds(root)
        shared: dict[str, dict[int, int]] = {kind: {} for kind in kinds}
        levels, counters = {}, {}
        for number in root.iter(W + "num"):
            kind, number_id = value_of(number.find(W + "abstractNumId")), value_of(number, "numId")
            starts = _starts(number)
            changed = kinds.get(kind, {}) | _levels(number)
            levels[number_id] = {
                depth: replace(level, start=starts.get(depth, level.start))
                for depth, level in changed.items()
            }
            counters[number_id] = {} if starts else shared.get(kind, {})
        return cls(levels=levels, counters=counters)

    def next_label(self, style: Style) -> str | None:
        """Count one paragraph and return what Word prints before it: empty for a bullet, None for nothing."""
        levels = self.levels.get(style.number_id, {})
        level = levels.get(style.number_level)
        if level is None:
            return None
        if level.number_format == "bullet":
            return ""
        counter = self.counters[style.number_id]
        counter[style.number_level] = counter.get(style.number_level, level.start - 1) + 1
        for deeper in [known for known in counter if known > style.number_level]:
            if deeper not in levels or levels[deeper].restarts:
                del counter[deeper]

        def printed(mark: re.Match[str]) -> str:
            return _printed(levels, counter, int(mark[1]) - 1, is_legal=level.is_legal)

        label = re.sub(r"%([1-9])", printed, level.pattern)
        return label if level.is_close else _spaced(label)


def _kinds(root: etree._Element) -> dict[str, dict[int, Level]]:
    """The levels of each `w:abstractNum`; one may name, by a style, another that has them."""
    named = {value_of(kind, "abstractNumId"): kind for kind in root.iter(W + "abstractNum")}
    by_style = {value_of(kind.find(W + "styleLink")): kind for kind in named.values()}
    return {
        name: _levels(by_style.get(value_of(kind.find(W + "numStyleLink")) or "-", kind))
        for name, kind in named.items()
    }


def _starts(number: etree._Element) -> dict[int, int]:
    """With what one list begins anew, by level."""
    overrides = ((each, each.find(W + "startOverride")) for each in number.iter(W + "lvlOverride"))
    return {_depth(each): number_of(start, 1) for each, start in overrides if start is not None}


def _levels(kind: etree._Element) -> dict[int, Level]:
    return {
        _depth(level): Level(
            start=number_of(level.find(W + "start"), 1),
            number_format=value_of(level.find(W + "numFmt")) or "decimal",
            pattern=value_of(level.find(W + "lvlText")),
            restarts=value_of(level.find(W + "lvlRestart")) != "0",
            is_legal=is_on(level.find(W + "isLgl")),
            is_close=value_of(level.find(W + "suff")) == "nothing",
        )
        for level in kind.iter(W + "lvl")
    }


def _depth(level: etree._Element) -> int:
    stated = value_of(level, "ilvl")
    return int(stated) if stated.isascii() and stated.isdigit() else 0


def _printed(levels: Mapping[int, Level], counter: Mapping[int, int], depth: int, *, is_legal: bool) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    number = counter.get(depth, level.start)
    form = "decimal" if is_legal else level.number_format
    return written(number, form)


def _spaced(label: str) -> str:
    """A number that ends in a letter, a digit or a word (第一条) would grow into the text."""
    return f"{label} " if re.search(r"[!-(*-~㐀-鿿]$", label) else label
