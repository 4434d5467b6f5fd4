"""What the address of a search says: its query string read as a request, and written again.

One request has one address, whatever the order in which its arguments were given, so that it can be cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, TypeAlias
from urllib.parse import urlencode

from archive.search.concordance.places import Sort as LineSort
from archive.search.selection.request import SearchRequest, Sort

FACETS: Final = ("site", "campaign", "organisation", "formula", "genre", "year", "completeness", "script")
SORTS: Final[tuple[Sort, ...]] = ("relevance", "newest", "oldest")
LINE_SORTS: Final[tuple[LineSort, ...]] = ("left", "right", "date")
"""Of a concordance; none of them is one of results."""
PER_PAGE: Final = (20, 50, 100)

_NAMES: Final = ("q", *FACETS, "from", "to", "sort", "per", "collapse")
_NOT_IN_PHRASE: Final = re.compile('["“”„‟〝〞＂?？]')
"""What ends a phrase, and what stands for any character."""

Arguments: TypeAlias = Mapping[str, Sequence[str]]
"""The query string: `{"q": ["安全"], "site": ["qingshan", "yunling"]}`."""


def kept_arguments(arguments: Arguments) -> Arguments:
    """Return what says which articles are asked for and in what order: all but the page and the language."""
    return {name: list(arguments[name]) for name in _NAMES if name in arguments}


def trail(arguments: Arguments) -> str:
    """Return what an article's address carries of the list that led to it, or `""`: the way back."""
    asked = query_string({**kept_arguments(arguments), "page": arguments.get("page", ())})
    return "" if asked == "?" else asked


def trail_end(arguments: Arguments) -> Literal["search", "kwic"]:
    """Return the page that a trail leads back to: the order of its list tells results from lines."""
    return "kwic" if first(arguments, "sort") in LINE_SORTS else "search"


def read_request(arguments: Arguments) -> SearchRequest:
    """Return the request of an address; what can't be understood in it is ignored."""
    asked, per_page, years = first(arguments, "sort"), read_per_page(arguments), _read_years(arguments)
    return SearchRequest(
        query=first(arguments, "q"),
        filters={name: tuple(arguments[name]) for name in FACETS if arguments.get(name)},
        year_from=years[0],
        year_to=years[1],
        sort=next((sort for sort in SORTS if sort == asked), SORTS[0]),
        limit=per_page,
        offset=(read_page(arguments) - 1) * per_page,
        collapse="copies" if first(arguments, "collapse") == "copies" else "nothing",
    )


def _read_years(arguments: Arguments) -> tuple[int | None, int | None]:
    """Return the first and last year, the earlier first however they stand."""
    begin, end = (read_number(first(arguments, name)) for name in ("from", "to"))
    return (end, begin) if begin and end and end < begin else (begin, end)


def read_page(arguments: Arguments) -> int:
    """Return the page asked for, from 1."""
    return max(1, read_number(first(arguments, "page")) or 1)


def read_per_page(arguments: Arguments) -> int:
    """Return how many results a page shows."""
    asked = read_number(first(arguments, "per"))
    return asked if asked in PER_PAGE else PER_PAGE[0]


def read_line_sort(arguments: Arguments) -> LineSort:
    """Return the order of a concordance that is asked for; by date when it is none of ours."""
    asked = first(arguments, "sort")
    return next((sort for sort in LINE_SORTS if sort == asked), "date")


def phrase(words: str) -> str:
    """Return the query for words of a text in a row: marks in it that a query reads otherwise are blanks."""
    return f'"{_NOT_IN_PHRASE.sub(" ", words)}"'


def toggled(arguments: Arguments, name: str, value: str) -> str:
    """Return the query string with the value of a facet chosen or, when it is chosen, let go."""
    values = list(arguments.get(name, ()))
    changed = [other for other in values if other != value] if value in values else [*values, value]
    return query_string({**arguments, name: changed})


def query_string(arguments: Arguments) -> str:
    """Return `?q=…`; empty values are left out."""
    return "?" + urlencode(list(_pairs(arguments)))


def first(arguments: Arguments, name: str) -> str:
    """Return the first value of an argument; empty when it has none."""
    return next(iter(arguments.get(name, ())), "").strip()


def read_number(text: str) -> int | None:
    """Return a number of at most nine digits; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def _pairs(arguments: Arguments) -> Iterator[tuple[str, str]]:
    for name, values in arguments.items():
        yield from ((name, value) for value in values if value)
