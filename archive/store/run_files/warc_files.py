"""The table `warc_files`: which run wrote which files, and how they are named.

`mine-20261121T010000Z-000007-3fa9c1-00002.warc.gz`: the site, when run 7 began, a random word that keeps two
machines from giving one name to two files, and the second file of that run.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from sqlite_utils import Database

from archive.store.rows import insert, value
from archive.store.warc import Place

_OF_SITE = """
SELECT name FROM warc_files JOIN runs ON runs.id = run_id WHERE site = ? ORDER BY warc_files.id
"""

_NEWEST_OF_OPEN_RUN = """
SELECT 1 FROM warc_files CROSS JOIN runs ON runs.id = run_id WHERE name = ? AND finished_at IS NULL
AND NOT EXISTS (SELECT 1 FROM warc_files AS later WHERE later.run_id = runs.id AND later.id > warc_files.id)
"""

_UNUSED = """
DELETE FROM warc_files
WHERE run_id IN (SELECT id FROM runs WHERE site = ?) AND name NOT IN (SELECT warc_file FROM captures)
"""

_ENDS = """
SELECT warc_file, max(warc_offset + warc_length) FROM captures GROUP BY warc_file ORDER BY warc_file
"""

_END = "SELECT warc_offset + warc_length FROM captures WHERE warc_file = ? ORDER BY warc_offset DESC LIMIT 1"

_SITE_AND_REST = 4
"""Parts of a name behind the site's, which may hold hyphens itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where a record was written, and as what."""

    warc_file: str
    place: Place
    is_copy: bool = False
    """A revisit record that refers to the same bytes; they were kept before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The files that one run writes."""

    run_id: int
    site: str
    started_at: str
    word: str = field(default_factory=lambda: secrets.token_hex(3))

    def begin_file(self, db: Database, number: int) -> str:
        """Note the run's file `number`, 1 for the first, before it is made; return its name."""
        stamp = self.started_at.replace("-", "").replace(":", "")
        site = quote(self.site, safe="")
        name = f"{site}-{stamp}-{self.run_id:06d}-{self.word}-{number:05d}.warc.gz"
        insert(db, "warc_files", {"name": name, "run_id": self.run_id})
        return name


def _series_of(name: str) -> str:
    """Return what the names of one run's files have in common."""
    return name.rpartition("-")[0]


def site_in(name: str) -> str:
    """Return the site that a file is named after."""
    return unquote(name.rsplit("-", _SITE_AND_REST)[0])


def names_of(db: Database, site: str) -> list[str]:
    """Return the files of a site's runs, the oldest first."""
    return [name for (name,) in db.execute(_OF_SITE, [site])]


def run_of_series(names: Iterable[tuple[str, int]], name: str) -> int | None:
    """Return the run that wrote an earlier or later file of the same series; `names` go with their runs."""
    series = _series_of(name)
    return next((run_id for known, run_id in names if series and _series_of(known) == series), None)


def ends(db: Database | sqlite3.Connection) -> dict[str, int]:
    """Return up to which byte each file is accounted for by captures, by the names of the files."""
    return dict(db.execute(_ENDS).fetchall())


def end_of(db: Database, name: str) -> int:
    """Return the same of one file; 0 if nothing of it is."""
    return int(value(db, _END, [name]) or 0)


def is_newest_of_open_run(db: Database, name: str) -> bool:
    """Whether a dead run can have left a record in this file that was not committed; in no other one."""
    return value(db, _NEWEST_OF_OPEN_RUN, [name]) is not None


def drop_unused(db: Database, site: str) -> None:
    """Forget files that were noted and hold nothing; to be called under the site's lock."""
    db.execute(_UNUSED, [site])
