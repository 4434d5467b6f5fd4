"""The filters of a query while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from archive.search.query.dates import DateFilter, read_dates
from archive.search.query.filters import (
    UNDATED,
    Facet,
    Filter,
    Named,
    YearRange,
    is_undated,
    read_value,
    read_years,
)

Value = TypeVar("Value")


@dataclass(slots=True)
class FilterDraft:
    """Each value that is typed joins those of its field; see `Query`."""

    facets: dict[Facet, list[str]] = field(default_factory=dict)
    named: dict[Named, list[str]] = field(default_factory=dict)
    years: list[YearRange] = field(default_factory=list)
    dates: list[DateFilter] = field(default_factory=list)

    def add(self, name: Filter, typed: str) -> bool:
        """Take what is `typed` behind the field; False where it is no value of that field."""
        match name:
            case "campaign" | "organisation" | "formula":
                return _added(self.named.setdefault(name, []), typed or None)
            case "year" if is_undated(typed):
                return _added(self.years, UNDATED)
            case "date" if is_undated(typed):
                return _added(self.dates, UNDATED)
            case "year":
                return _added(self.years, read_years(typed) or _whole_years(typed))
            case "date":
                return _added(self.dates, read_dates(typed))
            case _:
                return _added(self.facets.setdefault(name, []), read_value(name, typed))


def _whole_years(typed: str) -> tuple[int | None, int | None] | None:
    """The years that are typed as printed: 二〇一〇, 二〇一〇年."""
    dates = read_dates(f"{typed.removesuffix('年')}年")
    if dates is None or any(date and len(date) != len("2010") for date in dates):
        return None
    first, last = (int(date) if date else None for date in dates)
    return first, last


def _added(values: list[Value], value: Value | None) -> bool:
    if value is not None:
        values.append(value)
    return value is not None
