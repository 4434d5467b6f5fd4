"""A query as it was read: what it asks of the text, its filters, and what of it could not be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias

from archive.search.query.dates import DateFilter
from archive.search.query.expression import Expression
from archive.search.query.filters import Facet, Named, YearRange

MAX_CHARACTERS: Final = 400
MAX_TERMS: Final = 40
MAX_DEPTH: Final = 8
MAX_WILDCARDS: Final = 2
"""In one query: each is looked up in the index."""

MAX_DISTANCE: Final = 999
"""Of the two words of a NEAR."""

Note: TypeAlias = Literal[
    "characters_cut",
    "terms_cut",
    "brackets_dropped",
    "wildcards_cut",
    "wildcard_at_edge",
    "operator_spelled",
    "near_dropped",
    "distance_cut",
    "unweighed",
    "filter_not_negated",
    "filter_unknown",
    "filter_of_all",
    "no_words",
    "title_first",
]
"""What of a query was left out, or read as no word, and what keeps its answer from being ranked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query as it was read."""

    expression: Expression | None
    """What it asks of the text; None when it names no word."""
    filters: Mapping[Facet, tuple[str, ...]]
    """Values asked for, any of each facet; years stand in `years`."""
    named: Mapping[Named, tuple[str, ...]]
    """Parts of the names of campaigns, and of publishers and sites, of which any will do."""
    years: tuple[YearRange, ...]
    """Of which any will do."""
    dates: tuple[DateFilter, ...]
    """Ranges of printed dates, or `UNDATED`, of which any will do."""
    notes: tuple[Note, ...]
    unused: Mapping[Note, tuple[str, ...]] = field(default_factory=dict)
    """The filters that a note says were left out, as typed: `年:昨天`."""

    def noting(self, note: Note) -> Query:
        """Return the query with one note more."""
        return replace(self, notes=(*self.notes, note))

    @property
    def is_empty(self) -> bool:
        """It asks for nothing at all."""
        return not (self.expression or self.filters or self.named or self.years or self.dates)
