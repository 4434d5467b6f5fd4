"""One campaign (活动), organisation (单位) or formula (提法): its years, its texts and who issued them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from archive.catalogue.formulas import formula_name
from archive.reading.export.csv_table import write_table
from archive.reading.pages.names import COUNTS
from archive.reading.pages.spread import Spread, spread_page
from archive.reading.rows import Row, first_row, rows
from archive.reading.search_address import query_string
from archive.reading.year_bars import YearBars, year_bars
from archive.search.query.filters import UNDATED, Named
from archive.store.clock import now

NEWEST: Final = 50

_YEARS: Final = """
SELECT substr(published_at, 1, 4) AS year, {counts} FROM article_{kind}s
JOIN articles ON articles.id = article_id
WHERE {kind}_id = (SELECT id FROM {kind}s WHERE name = ?) GROUP BY 1 ORDER BY 1 NULLS LAST
"""
_NEWEST: Final = """
SELECT key, articles.title, published_at, written_on, completeness, source, site,
    sites.title AS site_title, role, words
FROM article_{kind}s JOIN articles ON articles.id = article_id LEFT JOIN sites ON sites.name = site
WHERE {kind}_id = ?
ORDER BY role = 'mentioned', published_at DESC NULLS LAST, articles.id LIMIT ?
"""
_BELOW: Final = """
SELECT name, count(*) AS articles FROM article_organisations
JOIN organisations ON organisations.id = organisation_id
WHERE (group_name = ? OR article_organisations.parent = ?) AND role = 'issuer' AND name != ?
GROUP BY name ORDER BY articles DESC, name
"""
_FOUND: Final[Mapping[Named, str]] = {"campaign": "articles", "organisation": "main", "formula": "articles"}
"""Which of the counts the search for a name finds: of an organisation, what it issued."""
YEAR_COLUMNS: Final = (
    *("name", "year", "articles", "main", "shown_in_part"),
    *("share_shown_in_part", "exported_at"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePage:
    """One campaign, organisation or formula."""

    kind: Named
    facts: Row
    """A row of `campaigns`, `organisations` or `formulas`."""
    has_parent: bool
    """The body that an organisation belongs to has a page: some text names it."""
    years: tuple[Row, ...]
    """year (None: undated), articles, main, shown_in_part."""
    bars: YearBars
    newest: tuple[Row, ...]
    """Articles that are about it or issued by it, the newest first; then those that mention it."""
    below: tuple[Row, ...]
    """Of a group or company: the organisations below it that issued texts, at the time of each text."""
    spread: Spread
    """Of a campaign or formula who issued texts with it; of an organisation the campaigns of its texts."""

    @property
    def articles(self) -> int:
        """Articles that name it."""
        return sum(row["articles"] for row in self.years)

    @property
    def shown_in_part(self) -> int:
        """Of these, shown by their site in part only."""
        return sum(row["shown_in_part"] for row in self.years)

    @property
    def search(self) -> str:
        """Query string of the search that lists them; an organisation's: those that it issued."""
        return _search(self.kind, self.facts["name"])

    def search_of(self, year: str) -> str:
        """Query string of the same search in one year."""
        return _search(self.kind, self.facts["name"], year)


def name_page(conn: sqlite3.Connection, kind: Named, name: str, page: int = 1) -> NamePage | None:
    """Return the page of one name, with page `page` of its spread; None if no article has it."""
    facts = _facts(conn, kind, name)
    if facts is None:
        return None
    years = _years(conn, kind, facts["name"])
    counts = {row["year"] or UNDATED: row[_FOUND[kind]] for row in years}
    bars = year_bars(counts, lambda year: _search(kind, facts["name"], year))
    return NamePage(
        kind=kind,
        facts=facts,
        has_parent=kind == "organisation" and _is_named(conn, facts["parent"]),
        years=years,
        bars=bars,
        newest=rows(conn, _NEWEST.format(kind=kind), facts["id"], NEWEST),
        below=rows(conn, _BELOW, name, name, name) if kind == "organisation" else (),
        spread=spread_page(conn, kind, facts["name"], page),
    )


def known_name(conn: sqlite3.Connection, kind: Named, name: str) -> str | None:
    """Return a name as the archive keeps it; None if no article has it."""
    facts = _facts(conn, kind, name)
    return facts["name"] if facts else None


def name_csv(conn: sqlite3.Connection, kind: Named, name: str) -> Iterator[bytes]:
    """Yield a line for each year of one name, as the archive keeps it."""
    exported_at = now()
    years = (
        {
            **row,
            "name": name,
            "share_shown_in_part": f"{row['shown_in_part'] / row['articles']:.6f}",
            "exported_at": exported_at,
        }
        for row in _years(conn, kind, name)
    )
    return write_table(YEAR_COLUMNS, years)


def _facts(conn: sqlite3.Connection, kind: Named, name: str) -> Row | None:
    kept_as = formula_name(name) if kind == "formula" else name
    return first_row(conn, f"SELECT * FROM {kind}s WHERE name = ?", kept_as)


def _years(conn: sqlite3.Connection, kind: Named, name: str) -> tuple[Row, ...]:
    return rows(conn, _YEARS.format(kind=kind, counts=COUNTS), name)


def _is_named(conn: sqlite3.Connection, organisation: str | None) -> bool:
    return first_row(conn, "SELECT id FROM organisations WHERE name = ?", organisation) is not None


def _search(kind: Named, name: str, year: str = "") -> str:
    return query_string({kind: [name], "year": [year]})
