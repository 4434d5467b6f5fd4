"""How campaigns (活动) and formulas (提法) spread: who issued texts with one, when; and the reverse."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from archive.reading.export.csv_table import write_table
from archive.reading.paging import Paging
from archive.reading.rows import Row, rows
from archive.reading.search_address import query_string
from archive.search.query.filters import Named
from archive.store.clock import now

SHOWN: Final = 50
"""Lines on a page; the CSV holds every one."""
_SHADES: Final = 4

LISTED_FOR: Final[Mapping[Named, Named]] = {
    "campaign": "organisation",
    "formula": "organisation",
    "organisation": "campaign",
}
"""What is listed for each kind of name: of a campaign its issuers, of an organisation its campaigns."""
_ISSUED: Final = """
SELECT {listed}s.name AS {listed}, {group} AS group_name, substr(published_at, 1, 4) AS year,
    count(*) AS articles, min(published_at) AS first, max(published_at) AS last
FROM article_{taken}s JOIN article_organisations USING (article_id)
JOIN {listed}s ON {listed}s.id = {listed}_id JOIN articles ON articles.id = article_id
WHERE {kind}_id = (SELECT id FROM {kind}s WHERE name = ?) AND article_organisations.role = 'issuer'
GROUP BY 1, 2, 3 ORDER BY 1, 3 NULLS LAST, 2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An organisation that issued such texts, or a campaign that an organisation issued texts on."""

    name: str
    groups: tuple[str, ...]
    """That the organisation belonged to when it did so; none of one that is a group itself, or a campaign."""
    articles: int
    years: Mapping[str | None, int]
    """How many of each year; None: without a date."""
    first: str | None
    last: str | None
    """Dates as printed; None where no text has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """One page of the lines of a name, with the years of all."""

    kind: Named
    name: str
    listed: Named
    """What the lines name."""
    shown: tuple[Line, ...]
    years: tuple[str | None, ...]
    """Of which any line has texts; None, without a date, is the last."""
    most: int
    """Articles of the line and year that have most."""
    paging: Paging

    def search_of(self, line: Line) -> str:
        """Query string of the search that lists the texts of a line, the oldest first."""
        return query_string({self.kind: [self.name], self.listed: [line.name], "sort": ["oldest"]})

    def shade(self, articles: int) -> int:
        """Return how dark the number is to stand: 1 to 4 in step with the articles, 0 for none."""
        return -(-_SHADES * articles // self.most)


def spread_page(conn: sqlite3.Connection, kind: Named, name: str, page: int) -> Spread:
    """Return page `page`, from 1, of the lines for a name; what came first stands first."""
    lines = _lines(conn, kind, name)
    counts = [(year, count) for line in lines for year, count in line.years.items()]
    paging = Paging(page=page, size=SHOWN, total=len(lines), arguments={"name": [name]})
    return Spread(
        kind=kind,
        name=name,
        listed=LISTED_FOR[kind],
        shown=lines[paging.offset : paging.offset + SHOWN],
        years=tuple(sorted({year for year, _ in counts}, key=lambda year: (year is None, year))),
        most=max((count for _, count in counts), default=1),
        paging=paging,
    )


def spread_csv(conn: sqlite3.Connection, kind: Named, name: str) -> Iterator[bytes]:
    """Yield a line for each organisation (of an organisation: campaign) and each year with its texts."""
    own = {"name": name, "exported_at": now()}
    group = ("group_name",) if LISTED_FOR[kind] == "organisation" else ()
    columns = ("name", LISTED_FOR[kind], *group, "year", "articles", "first", "last", "exported_at")
    return write_table(columns, ({**row, **own} for row in _issued(conn, kind, name)))


def _issued(conn: sqlite3.Connection, kind: Named, name: str) -> tuple[Row, ...]:
    listed = LISTED_FOR[kind]
    taken, group = (listed, "NULL") if kind == "organisation" else (kind, "group_name")
    return rows(conn, _ISSUED.format(kind=kind, listed=listed, taken=taken, group=group), name)


def _lines(conn: sqlite3.Connection, kind: Named, name: str) -> tuple[Line, ...]:
    issued = defaultdict[str, list[Row]](list)
    for row in _issued(conn, kind, name):
        issued[row[LISTED_FOR[kind]]].append(row)
    lines = (_line(each, years) for each, years in issued.items())
    return tuple(sorted(lines, key=lambda each: (each.first is None, each.first, each.name)))


def _line(name: str, years: Sequence[Row]) -> Line:
    by_year = Counter[str | None]()
    for row in years:
        by_year[row["year"]] += row["articles"]
    return Line(
        name=name,
        groups=tuple(
            dict.fromkeys(row["group_name"] for row in years if row["group_name"] not in (None, name))
        ),
        articles=by_year.total(),
        years=by_year,
        first=min((row["first"] for row in years if row["first"]), default=None),
        last=max((row["last"] for row in years if row["last"]), default=None),
    )
