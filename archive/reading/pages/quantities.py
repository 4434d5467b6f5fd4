"""What texts state in numbers, with the words and who issued them: as a page and as CSV."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, get_args

from archive.catalogue.text import canonical
from archive.reading.export.csv_table import write_table
from archive.reading.paging import Paging
from archive.reading.rows import Row, counted, rows
from archive.reading.search_address import Arguments
from archive.reading.site_titles import site_titles
from archive.statements import QuantityKind

SHOWN: Final = 100
"""Quantities on a page; the CSV holds every one."""
KINDS: Final[tuple[str, ...]] = get_args(QuantityKind)

_STATED: Final = """
FROM article_quantities AS stated JOIN articles ON articles.id = stated.article_id
LEFT JOIN article_organisations AS issued ON issued.article_id = articles.id AND issued.role = 'issuer'
LEFT JOIN organisations ON organisations.id = organisation_id
LEFT JOIN sites ON sites.name = site
WHERE (:subject = '' OR instr(stated.subject, :subject)) AND (:kind = '' OR stated.kind = :kind)
    AND (:site = '' OR site = :site)
"""
_COUNT: Final = f"SELECT count(*) AS total, count(DISTINCT stated.article_id) AS articles {_STATED}"
_ROWS: Final = f"""
SELECT stated.*, key, articles.title, published_at, site, sites.title AS site_title,
    organisations.name AS issuer, group_name AS issuer_group
{_STATED} ORDER BY published_at DESC NULLS LAST, articles.id, stated.id
"""
COLUMNS: Final = (
    *("subject", "action", "measure", "bound", "value", "value_to", "unit", "measures", "kind", "year"),
    *("printed", "words", "field", "start", "end", "confidence"),
    *("key", "title", "published_at", "site", "issuer", "issuer_group"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityFilter:
    """Which quantities are shown; an empty text leaves nothing out."""

    subject: str = ""
    """A part of it, in either script."""
    kind: str = ""
    site: str = ""

    @property
    def values(self) -> Mapping[str, str]:
        """What the query is asked with."""
        return {"subject": canonical(self.subject.strip()), "kind": self.kind, "site": self.site}

    @property
    def arguments(self) -> Arguments:
        """What the address says of it."""
        return {"subject": [self.subject.strip()], "kind": [self.kind], "site": [self.site]}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantitiesPage:
    """One page of quantities."""

    quantities: tuple[Row, ...]
    """Rows of `article_quantities` with key, title, published_at, site, site_title, issuer, issuer_group."""
    articles: int
    """That state them."""
    chosen: QuantityFilter
    site_titles: Mapping[str, str]
    paging: Paging


def quantities_page(conn: sqlite3.Connection, chosen: QuantityFilter, page: int = 1) -> QuantitiesPage:
    """Return page `page`, from 1, of the chosen quantities, those of the newest texts first."""
    counts = counted(conn, _COUNT, chosen.values)
    paging = Paging(page=page, size=SHOWN, total=counts["total"], arguments=chosen.arguments)
    at = {**chosen.values, "offset": paging.offset}
    return QuantitiesPage(
        quantities=rows(conn, f"{_ROWS} LIMIT {SHOWN} OFFSET :offset", at),
        articles=counts["articles"],
        chosen=chosen,
        site_titles=site_titles(conn),
        paging=paging,
    )


def quantities_csv(conn: sqlite3.Connection, chosen: QuantityFilter) -> Iterator[bytes]:
    """Yield a line of names, then one a quantity."""
    return write_table(COLUMNS, rows(conn, _ROWS, chosen.values))
