"""The filters of a search as its pages name them, each with the way to let go of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.reading.search_address import FACETS, Arguments, query_string, read_request, toggled


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenFilter:
    """One value of a facet, or the range of years."""

    facet: str
    value: str
    link: str
    """Query string of the same page without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenFilters:
    """All that an address filters by."""

    filters: tuple[ChosenFilter, ...]
    cleared: str
    """Query string of the same page without any."""


def chosen_filters(arguments: Arguments) -> ChosenFilters:
    """Return what the address of a page says of filters; the links keep all else that it says."""
    others = {name: values for name, values in arguments.items() if name not in (*FACETS, "from", "to")}
    return ChosenFilters(filters=tuple(_filters(arguments)), cleared=query_string(others))


def _filters(arguments: Arguments) -> Iterator[ChosenFilter]:
    for name in FACETS:
        for value in dict.fromkeys(arguments.get(name, ())):
            yield ChosenFilter(facet=name, value=value, link=toggled(arguments, name, value))
    asked = read_request(arguments)
    if asked.year_from is not None or asked.year_to is not None:
        years = "–".join("" if year is None else str(year) for year in (asked.year_from, asked.year_to))
        yield ChosenFilter(facet="year", value=years, link=query_string({**arguments, "from": (), "to": ()}))
