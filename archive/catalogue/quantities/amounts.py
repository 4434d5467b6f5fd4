"""Numbers with a unit of measuring_units.tsv: 50多名, 1.2亿元, 百分之九十五, 50至60个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple, TypeAlias, cast

from archive.catalogue.names import matches_at
from archive.catalogue.quantities.numerals import NUMERAL, read_number, scaled
from archive.catalogue.table import read_table, values

Measures: TypeAlias = Literal["things", "sums", "shares"]
"""Things are counted (名, 个, 次), sums are measured (吨, 元, 米), shares have a % sign."""


@cache
def _units() -> Mapping[str, tuple[str, Measures]]:
    """Return of each written form of a unit (folded) the unit as stated, and what it measures."""
    return {
        written: (row["unit"], cast(Measures, row["measures"]))
        for row in read_table("measuring_units.tsv")
        for written in values(row["written"])
    }


def unit_pattern() -> str:
    """Return the written forms of units as a regular expression, the longest first.

    Most numbers have none, which their first characters tell at once.
    """
    written = "|".join(map(re.escape, sorted(_units(), key=len, reverse=True)))
    return f"(?=[{first_of_units()}])(?:{written})"


def first_of_units() -> str:
    """Return what units begin with, for a class of characters."""
    return re.escape("".join(sorted({written[0] for written in _units()})))


_AMOUNT = re.compile(
    rf"(?:百分之(?P<percent>百|{NUMERAL})"
    rf"|(?P<low>{NUMERAL})(?:[-~—至到](?P<high>{NUMERAL}))?"
    rf"(?P<more>[多余])?(?P<scale>[万亿]{{0,2}})(?P<unit>{unit_pattern()})(?![月人次]|(?<=家)子))"
)
HAS_NUMBER = re.compile("[0-9一二两三四五六七八九十百千]")
"""Finds what each number begins with."""
_BEGINNING = re.compile(
    rf"{HAS_NUMBER.pattern}(?<![第每前数几零一二两三四五六七八九十百千万亿0-9.].)(?<![0-9],.)"
    rf"(?=[0-9]*+(?:[,.][0-9]++)*+[一二两三四五六七八九十百千万亿零〇]*[{first_of_units()}多余万亿~—至到分-])"
)
"""With what may follow the first number: most are of dates and lists."""
_OPENING = tuple('“"「『')
_ONE = "一"
"""一名党员就是一面旗帜: an article, and no count."""


class Amount(NamedTuple):
    """A number with its unit at a place of a folded text."""

    start: int
    end: int
    value: Decimal
    value_to: Decimal | None
    """The upper end of a range; None of a single number."""
    unit: str
    measures: Measures
    is_exceeded: bool
    """多 or 余 stands behind the number."""


def find_amounts(folded: str) -> Iterator[Amount]:
    """Yield all numbers with a unit, ascending; no ordinals, no single thing written 一, no “三个代表”."""
    for match in matches_at(_BEGINNING, _AMOUNT, folded):
        try:
            found = _percent(match) if match["percent"] else _counted(match)
        except ValueError:
            continue
        if found:
            yield found


def _percent(match: re.Match[str]) -> Amount:
    numeral = match["percent"]
    return Amount(
        start=match.start(),
        end=match.end(),
        value=Decimal(100) if numeral == "百" else read_number(numeral),
        value_to=None,
        unit="%",
        measures="shares",
        is_exceeded=False,
    )


def _counted(match: re.Match[str]) -> Amount | None:
    start, low, high, scale = match.start(), match["low"], match["high"], match["scale"]
    if low == _ONE or match.string[start - 1 : start] in _OPENING:
        return None
    unit, measures = _units()[match["unit"]]
    value, value_to = _in_one_scale(low, high) if high else (read_number(low), None)
    return Amount(
        start=start,
        end=match.end(),
        value=scaled(value, scale),
        value_to=scaled(value_to, scale) if value_to else None,
        unit=unit,
        measures=measures,
        is_exceeded=bool(match["more"]),
    )


def _in_one_scale(low: str, high: str) -> tuple[Decimal, Decimal]:
    """3-5万: the scale behind the second number is that of the first too, where that has none."""
    first, second = read_number(low), read_number(high)
    scale = high[len(high.rstrip("万亿")) :]
    return (scaled(first, scale) if low[-1].isascii() else first), second
