"""The rows of a list of results, read in batches from one state of the archive."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from archive.reading.permalink import permalink
from archive.reading.rows import Row, counted, rows
from archive.search.results.hits import load_hits
from archive.search.results.ordered import Ordered, ordered
from archive.search.selection.request import SearchRequest
from archive.store.clock import now

_BATCH: Final = 100
_ROWS: Final = """
SELECT articles.*, article_text.body, sites.title AS site_title, sites.kind AS site_kind,
    copies.cluster AS copy_cluster, copies.role AS copy_role,
    (SELECT key FROM articles AS original WHERE original.id = original_id) AS original_key,
    (SELECT key FROM articles AS fuller WHERE fuller.id = fuller_id) AS fuller_key,
    (SELECT captured_at FROM article_captures JOIN captures ON captures.id = article_captures.capture_id
     WHERE article_id = articles.id ORDER BY position DESC LIMIT 1) AS captured_at
FROM articles JOIN article_text ON article_text.article_id = articles.id
LEFT JOIN sites ON sites.name = articles.site LEFT JOIN copies ON copies.article_id = articles.id
WHERE articles.id IN ({marks})
"""
_UNDATED: Final = """
SELECT count(*) AS articles FROM articles
WHERE published_at IS NULL AND id IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One search, ready to be written out."""

    conn: sqlite3.Connection
    request: SearchRequest
    found: Ordered
    home: str
    """Address that the archive is served at, without a slash at its end."""
    address: str
    """Address of the search page that shows the same list."""
    exported_at: str = field(default_factory=now)
    """UTC."""

    @property
    def count(self) -> int:
        """Articles in the list."""
        return len(self.found.ids)

    @cached_property
    def undated(self) -> int:
        """Of these, how many print no date."""
        return int(counted(self.conn, _UNDATED, json.dumps(self.found.ids))["articles"])

    @property
    def head(self) -> dict[str, str | int]:
        """What every file says of itself."""
        return {
            "query": self.request.query,
            "address": self.address,
            "exported_at": self.exported_at,
            "count": self.count,
            "undated": self.undated,
        }

    def rows(self) -> Iterator[Row]:
        """Yield the articles in the order of the list.

        The columns of `articles`, with body, site_title, site_kind, captured_at, copy_cluster, copy_role,
        original_key and fuller_key (see the table copies), number (from 1), permalink and snippet.
        """
        ids = self.found.ids
        for start in range(0, len(ids), _BATCH):
            yield from self._batch(ids[start : start + _BATCH], start + 1)

    def _batch(self, ids: Sequence[int], first: int) -> Iterator[Row]:
        found = {
            row["id"]: row for row in rows(self.conn, _ROWS.format(marks=",".join("?" * len(ids))), *ids)
        }
        with closing(self.conn.cursor()) as cursor:
            for number, hit in enumerate(load_hits(cursor, ids, self.found.needles), start=first):
                yield {
                    **found[hit.article_id],
                    "number": number,
                    "permalink": permalink(self.home, hit.key),
                    "snippet": hit.snippet.text,
                }


def open_listing(conn: sqlite3.Connection, request: SearchRequest, home: str, address: str) -> Listing:
    """Find what the request asks for; a crawl that writes meanwhile changes nothing in the listing.

    `conn` must be the listing's own: a read transaction stays open on it until it is closed.
    """
    conn.execute("BEGIN")
    return Listing(conn=conn, request=request, found=ordered(conn, request), home=home, address=address)
