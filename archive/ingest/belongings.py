"""Further pages and files of texts, which a WARC file holds behind them; kept on the disk, not in memory.

A WARC file of a whole site names hundreds of thousands.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Self, cast

from archive.model import Extraction
from archive.store.failures import told
from archive.store.no_space import temporary_directory
from archive.store.visit import VisitKind


class Belongings:
    """What the texts taken so far lead to. Close it: it is a temporary file."""

    def __init__(self) -> None:
        # SQLite's name for a database of its own on the disk, which goes when it is closed.
        self._db = sqlite3.connect("")
        self._db.execute("CREATE TABLE belongings (url BLOB PRIMARY KEY, kind TEXT) WITHOUT ROWID")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._db.close()

    def of_article(self, extraction: Extraction) -> None:
        """Note the files that an article links to, and the page that it goes on with."""
        self._note((file.url, "attachment") for file in extraction.files)
        self.of_part(extraction)

    def of_part(self, extraction: Extraction) -> None:
        """Note the page that an article goes on with behind this one."""
        if extraction.next_part:
            self._note([(extraction.next_part, "part")])

    def kind_of(self, url: str) -> VisitKind:
        """Return what a page or file is, by what led to it; an article where nothing did."""
        row = self._db.execute("SELECT kind FROM belongings WHERE url = ?", [_key(url)]).fetchone()
        return cast(VisitKind, row[0]) if row else "article"

    def _note(self, belongings: Iterable[tuple[str, VisitKind]]) -> None:
        rows = ((_key(url), kind) for url, kind in belongings)
        with told(temporary_directory()):
            self._db.executemany("INSERT OR REPLACE INTO belongings VALUES (?, ?)", rows)


def _key(url: str) -> bytes:
    """Other people's addresses may hold what is no text."""
    return url.encode("utf-8", "surrogatepass")
