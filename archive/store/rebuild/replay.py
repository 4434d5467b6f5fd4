"""Making the derived rows again, capture by capture, in the order in which they were saved."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from sqlite_utils import Database

from archive.errors import ArchiveError
from archive.extract.rules import Rules
from archive.store.articles.changes import Change, Irrelevant
from archive.store.articles.rows import write_change
from archive.store.articles.versions import Moment
from archive.store.capture_reading import Reading
from archive.store.derivation import Derivation
from archive.store.derivation.second_cleaning import clean_again
from archive.store.failures import NO_TEXT, UNFIT, text_failure
from archive.store.progress import Progress, unseen
from archive.store.rebuild.side_by_side import Row
from archive.store.rows import insert
from archive.store.sighting import Sighting
from archive.store.visit import IRRELEVANT

_NOW_DONE = (
    "UPDATE frontier SET state = 'done', reason = NULL, title = NULL WHERE site = ? AND url = ? AND "
    f"(state = 'failed' AND reason LIKE '{NO_TEXT}%' OR state = 'skipped' AND reason LIKE '{IRRELEVANT}%')"
)
_NOW_SKIPPED = (
    "UPDATE frontier SET state = 'skipped', reason = ?, title = ?, etag = NULL, last_modified = NULL "
    "WHERE site = ? AND url = ? AND state IN ('done', 'skipped')"
)
_NOW_FAILED = "UPDATE frontier SET state = 'failed', reason = ? WHERE site = ? AND url = ? AND state = 'done'"


_TEXTS_OF_SITES = """
SELECT name, count(articles.id) FROM sites LEFT JOIN articles ON site = name AND part_of_id IS NULL
GROUP BY name ORDER BY sites.id
"""
_NO_COLUMNS = ("site", "was_article")


class Replay:
    """Goes the recorder's way without its files and counts: the same captures give the same rows."""

    def __init__(self, db: Database, warc_directory: Path, rules_of: Callable[[str], Rules]) -> None:
        self.failures: list[str] = []
        """Captures that gave nothing because of an error, one sentence each."""
        self.failed_urls: set[str] = set()
        self._db = db
        self._derivation = cache(lambda site: Derivation(db, site, warc_directory, rules_of(site)))

    def save(self, row: Row, reading: Reading) -> None:
        """Write one capture with its id, and what is derived from it."""
        site = row["site"]
        reading, changes = self._derive(row, site, reading)
        changes = self._without_skipped(row, site, changes)
        try:
            with self._db.atomic():
                self._write(row, site, reading, changes)
        except UNFIT as error:
            reading = Reading(failure=text_failure(error))
            self._write(row, site, reading, ())
        if reading.failure:
            self.failed_urls.add(row["url"])
            self.failures.append(f"{row['url']} (capture {row['id']}): {reading.failure}")
            self._db.execute(_NOW_FAILED, [reading.failure, site, row["requested_url"]])
        elif changes:
            self._db.execute(_NOW_DONE, [site, row["requested_url"]])

    def finish(self, progress: Progress = unseen) -> None:
        """Make what the runs made when they ended; `progress` is told how many texts of how many are done."""
        texts = self._db.execute(_TEXTS_OF_SITES).fetchall()
        total, before = sum(count for _, count in texts), 0
        for site, count in texts:
            tell = partial(_tell_from, before, total, progress)
            self.failures += clean_again(self._db, site, self._derivation(site), tell)
            before += count

    def _without_skipped(self, row: Row, site: str, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Note a page that today's rules take for no campaign material."""
        for change in changes:
            if isinstance(change, Irrelevant):
                told = [change.reason, change.title]
                self._db.execute(_NOW_SKIPPED, [*told, site, row["requested_url"]])
                return ()
        return changes

    def _derive(self, row: Row, site: str, reading: Reading) -> tuple[Reading, tuple[Change, ...]]:
        facts = ("kind", "requested_url", "url", "captured_at", "status", "payload_digest")
        seen = Sighting(
            **{name: row[name] for name in facts},
            extraction=reading.extraction,
            composed=reading.composed,
            selection="all" if row.get("was_article") else row["selection"],
        )
        try:
            return reading, self._derivation(site).changes(seen)
        except (ArchiveError, sqlite3.Error, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 — as in visit_changes: a bug must not cost the capture
            return replace(reading, failure=text_failure(error)), ()

    def _write(self, row: Row, site: str, reading: Reading, changes: tuple[Change, ...]) -> None:
        charset = reading.extraction.charset if reading.extraction else row["charset"]
        columns = {name: value for name, value in row.items() if name not in _NO_COLUMNS}
        capture_id = insert(self._db, "captures", {**columns, "charset": charset})
        moment = Moment(capture_id=capture_id, captured_at=row["captured_at"])
        for change in changes:
            write_change(self._db, change, site, moment)


def _tell_from(before: int, total: int, progress: Progress, done: int, _: int) -> None:
    progress(before + done, total)
