"""The campaigns (活动), organisations (单位) and formulas (提法) of texts: all, and one with its years."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from archive.catalogue.formulas import formula_name
from archive.model import SHOWN_IN_PART
from archive.reading.export.csv_table import write_table
from archive.reading.pages.spread import Spread, spread_page
from archive.reading.rows import Row, first_row, rows
from archive.reading.search_address import query_string
from archive.reading.year_bars import YearBars, year_bars
from archive.search.query.filters import UNDATED, Named
from archive.store.clock import now

LISTED: Final = 300
"""Names on the page of all; the CSV holds every one."""
NEWEST: Final = 50

_COUNTS: Final = f"""count(*) AS articles, sum(role != 'mentioned') AS main,
    sum(completeness IN {SHOWN_IN_PART}) AS shown_in_part,
    min(substr(published_at, 1, 4)) AS first_year, max(substr(published_at, 1, 4)) AS last_year"""
_ALL: Final = """
SELECT name, kind, {counts} FROM {kind}s JOIN article_{kind}s ON {kind}_id = {kind}s.id
JOIN articles ON articles.id = article_id GROUP BY {kind}s.id ORDER BY {order} DESC, articles DESC, name
"""
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
ALL_COLUMNS: Final = (
    *("name", "kind", "articles", "main", "shown_in_part"),
    *("first_year", "last_year", "exported_at"),
)
YEAR_COLUMNS: Final = (
    *("name", "year", "articles", "main", "shown_in_part"),
    *("share_shown_in_part", "exported_at"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesPage:
    """All campaigns, organisations or formulas."""

    kind: Named
    names: tuple[Row, ...]
    """name, kind, articles, main (subject or issuer), shown_in_part, first_year, last_year."""
    hidden: int


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


def names_page(conn: sqlite3.Connection, kind: Named) -> NamesPage:
    """Return the names with most articles."""
    found = _names(conn, kind)
    return NamesPage(kind=kind, names=found[:LISTED], hidden=max(0, len(found) - LISTED))


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


def names_csv(conn: sqlite3.Connection, kind: Named) -> Iterator[bytes]:
    """Yield a line for every name of a kind."""
    return _csv(_names(conn, kind), ALL_COLUMNS)


def known_name(conn: sqlite3.Connection, kind: Named, name: str) -> str | None:
    """Return a name as the archive keeps it; None if no article has it."""
    facts = _facts(conn, kind, name)
    return facts["name"] if facts else None


def name_csv(conn: sqlite3.Connection, kind: Named, name: str) -> Iterator[bytes]:
    """Yield a line for each year of one name, as the archive keeps it."""
    named = (
        {
            **row,
            "name": name,
            "share_shown_in_part": f"{row['shown_in_part'] / row['articles']:.6f}",
        }
        for row in _years(conn, kind, name)
    )
    return _csv(tuple(named), YEAR_COLUMNS)


def _facts(conn: sqlite3.Connection, kind: Named, name: str) -> Row | None:
    kept_as = formula_name(name) if kind == "formula" else name
    return first_row(conn, f"SELECT * FROM {kind}s WHERE name = ?", kept_as)


def _years(conn: sqlite3.Connection, kind: Named, name: str) -> tuple[Row, ...]:
    return rows(conn, _YEARS.format(kind=kind, counts=_COUNTS), name)


def _is_named(conn: sqlite3.Connection, organisation: str | None) -> bool:
    return first_row(conn, "SELECT id FROM organisations WHERE name = ?", organisation) is not None


def _search(kind: Named, name: str, year: str = "") -> str:
    return query_string({kind: [name], "year": [year]})


def _names(conn: sqlite3.Connection, kind: Named) -> tuple[Row, ...]:
    order = "main" if kind == "organisation" else "articles"
    return rows(conn, _ALL.format(kind=kind, counts=_COUNTS, order=order))


def _csv(found: Sequence[Row], columns: Sequence[str]) -> Iterator[bytes]:
    exported_at = now()
    return write_table(columns, ({**row, "exported_at": exported_at} for row in found))
