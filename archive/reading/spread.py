"""Who issued the texts that name a campaign (活动) or use a formula (提法), since when."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from archive.reading.export.csv_table import write_table
from archive.reading.paging import Paging
from archive.reading.rows import Row, rows
from archive.reading.search_address import query_string
from archive.store.clock import now

Taken: TypeAlias = Literal["campaign", "formula"]
"""What organisations take up."""

SHOWN: Final = 50
"""Issuers on a page; the CSV holds every one."""
_SHADES: Final = 4

_ISSUED: Final = """
SELECT organisations.name AS organisation, group_name, substr(published_at, 1, 4) AS year,
    count(*) AS articles, min(published_at) AS first, max(published_at) AS last
FROM article_{kind}s JOIN article_organisations USING (article_id)
JOIN organisations ON organisations.id = organisation_id JOIN articles ON articles.id = article_id
WHERE {kind}_id = (SELECT id FROM {kind}s WHERE name = ?) AND article_organisations.role = 'issuer'
GROUP BY 1, 2, 3 ORDER BY 1, 3 NULLS LAST, 2
"""
COLUMNS: Final = (
    *("name", "organisation", "group_name", "year", "articles", "first", "last"),
    "exported_at",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """An organisation that issued such texts."""

    name: str
    groups: tuple[str, ...]
    """That it belonged to when it did so; none of one that is a group itself."""
    articles: int
    years: Mapping[str | None, int]
    """How many of each year; None: without a date."""
    first: str | None
    last: str | None
    """Dates as printed; None where no text has one."""
    search: str
    """Query string of the search that lists these texts, the oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuersPage:
    """How a campaign or formula spread: one page of its issuers, with what each issued in which year."""

    shown: tuple[Issuer, ...]
    years: tuple[str | None, ...]
    """In which any of all issuers took it up; None, without a date, is the last."""
    most: int
    """Articles of the issuer and year that have most."""
    paging: Paging

    def shade(self, articles: int) -> int:
        """Return how dark the number is to stand: 1 to 4 in step with the articles, 0 for none."""
        return -(-_SHADES * articles // self.most)


def issuers_page(conn: sqlite3.Connection, kind: Taken, name: str, page: int) -> IssuersPage:
    """Return page `page`, from 1, of who issued texts with a campaign or formula, the first first."""
    issuers = _issuers(conn, kind, name)
    counts = [(year, count) for issuer in issuers for year, count in issuer.years.items()]
    paging = Paging(page=page, size=SHOWN, total=len(issuers), arguments={"name": [name]})
    return IssuersPage(
        shown=issuers[paging.offset : paging.offset + SHOWN],
        years=tuple(sorted({year for year, _ in counts}, key=lambda year: (year is None, year))),
        most=max((count for _, count in counts), default=1),
        paging=paging,
    )


def _issuers(conn: sqlite3.Connection, kind: Taken, name: str) -> tuple[Issuer, ...]:
    issued = defaultdict[str, list[Row]](list)
    for row in rows(conn, _ISSUED.format(kind=kind), name):
        issued[row["organisation"]].append(row)
    asked = {kind: [name], "sort": ["oldest"]}
    issuers = (
        _issuer(issuer, years, query_string({**asked, "organisation": [issuer]}))
        for issuer, years in issued.items()
    )
    return tuple(sorted(issuers, key=lambda each: (each.first is None, each.first, each.name)))


def issuers_csv(conn: sqlite3.Connection, kind: Taken, name: str) -> Iterator[bytes]:
    """Yield a line for each organisation and year in which it issued texts with a campaign or formula."""
    own = {"name": name, "exported_at": now()}
    return write_table(COLUMNS, ({**row, **own} for row in rows(conn, _ISSUED.format(kind=kind), name)))


def _issuer(name: str, years: Sequence[Row], search: str) -> Issuer:
    by_year = Counter[str | None]()
    for row in years:
        by_year[row["year"]] += row["articles"]
    return Issuer(
        name=name,
        groups=tuple(
            dict.fromkeys(row["group_name"] for row in years if row["group_name"] not in (None, name))
        ),
        articles=by_year.total(),
        years=by_year,
        first=min((row["first"] for row in years if row["first"]), default=None),
        last=max((row["last"] for row in years if row["last"]), default=None),
        search=search,
    )
