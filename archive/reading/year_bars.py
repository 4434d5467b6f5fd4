"""The bars of the years: geometry for a drawing that the server makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from archive.search.query.filters import UNDATED

HEIGHT = 72
STEP = 34
_BAR = 26
_SMALLEST = 3
"""Height of a year with few articles, so that it can be seen and clicked."""
_LABELLED_EVERY = 5
_FEW_YEARS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBar:
    """One year; lengths in units of the drawing."""

    year: int
    count: int
    x: int
    y: int
    height: int
    is_labelled: bool
    link: str
    """Query string of its articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """The articles that no bar counts."""

    count: int
    link: str
    """Query string of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBars:
    """All years from the first to the last, those without articles included."""

    bars: tuple[YearBar, ...]
    undated: Undated | None = None
    """None where every article has a date."""

    @property
    def width(self) -> int:
        """Width of the drawing."""
        return len(self.bars) * STEP

    @property
    def height(self) -> int:
        """Height of the highest bar."""
        return HEIGHT

    @property
    def bar_width(self) -> int:
        """Width of one bar."""
        return _BAR


def is_year(text: str) -> bool:
    """Tell whether `text` is a year of four digits."""
    return len(text) == 4 and text.isascii() and text.isdigit()


def year_bars(counts: Mapping[str, int], link: Callable[[str], str]) -> YearBars:
    """Return the bars for articles per year, `{"2010": 3, "undated": 1}`; any other year is left out.

    `link` gives the query string for a year.
    """
    years = {int(year): count for year, count in counts.items() if is_year(year)}
    missing = counts.get(UNDATED, 0)
    undated = Undated(count=missing, link=link(UNDATED)) if missing else None
    if not years:
        return YearBars(bars=(), undated=undated)
    span = range(min(years), max(years) + 1)
    bars = tuple(_bar(year, years, span, link(str(year))) for year in span)
    return YearBars(bars=bars, undated=undated)


def _bar(year: int, years: Mapping[int, int], span: range, link: str) -> YearBar:
    count = years.get(year, 0)
    height = max(_SMALLEST, round(HEIGHT * count / max(years.values()))) if count else 0
    is_labelled = (
        len(span) <= _FEW_YEARS or year % _LABELLED_EVERY == 0 or len(span) - 1 == year - span[0] > 2
    )
    return YearBar(
        year=year,
        count=count,
        x=(year - span[0]) * STEP + (STEP - _BAR) // 2,
        y=HEIGHT - height,
        height=height,
        is_labelled=is_labelled,
        link=link,
    )
