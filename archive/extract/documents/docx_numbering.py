"""Word's automatic numbers, which stand in no paragraph's text: 一、 （一） 1. ①.

Most official templates number their headings so, and a text without them loses its outline.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from archive.extract.documents.docx_styles import Style
from archive.extract.documents.wordml import W, number_of, value_of

_DIGITS = "〇一二三四五六七八九"
_HEAVENLY_STEMS = "甲乙丙丁戊己庚辛壬癸"
_HIGHEST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a numbered list."""

    start: int
    number_format: str
    pattern: str
    """As in `第%1章`, where %1 is the number of level 1."""


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
        kinds = {value_of(kind, "abstractNumId"): _levels(kind) for kind in root.iter(W + "abstractNum")}
        shared: dict[str, dict[int, int]] = {kind: {} for kind in kinds}
        levels, counters = {}, {}
        for number in root.iter(W + "num"):
            kind, number_id = value_of(number.find(W + "abstractNumId")), value_of(number, "numId")
            restarts = number.find(f"{W}lvlOverride/{W}startOverride") is not None
            levels[number_id] = kinds.get(kind, {})
            counters[number_id] = {} if restarts else shared.get(kind, {})
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
            del counter[deeper]
        return _spaced(
            re.sub(r"%([1-9])", lambda mark: _printed(levels, counter, int(mark[1]) - 1), level.pattern)
        )


def _levels(kind: etree._Element) -> dict[int, Level]:
    return {
        int(value_of(level, "ilvl") or 0): Level(
            start=number_of(level.find(W + "start"), 1),
            number_format=value_of(level.find(W + "numFmt")) or "decimal",
            pattern=value_of(level.find(W + "lvlText")),
        )
        for level in kind.iter(W + "lvl")
    }


def _printed(levels: Mapping[int, Level], counter: Mapping[int, int], depth: int) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    number = counter.get(depth, level.start)
    return _FORMATS.get(level.number_format, str)(number) if 0 < number < _HIGHEST else str(number)


def _spaced(label: str) -> str:
    """A number that ends in a letter or a digit would grow into the text."""
    return f"{label} " if label[-1:].isascii() and label[-1:] not in ("", " ", ")") else label


def _counting(number: int) -> str:
    """一, 十, 十二, 二十一; beyond 99 digit by digit, as Word does not number so far."""
    if not 0 < number < 100:
        return _digital(number)
    tens, ones = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    steps = [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    written = ""
    for value, sign in steps:
        written += sign * (number // value)
        number %= value
    return written


_FORMATS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"),
        _counting,
    ),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital", "koreanDigital2"), _digital),
    "ideographTraditional": lambda number: _HEAVENLY_STEMS[(number - 1) % 10],
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(
        {48 + digit: 0xFF10 + digit for digit in range(10)}
    ),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
}
