"""Making the derived rows again, capture by capture, in the order in which they were saved."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from sqlite_utils import Database

from archive.addresses import spellings
from archive.errors import ArchiveError
from archive.extract.rules import Rules
from archive.model import Extraction
from archive.store.articles.changes import Change, Irrelevant, Removed
from archive.store.articles.versions import Moment
from archive.store.articles.writing import write_change
from archive.store.capture_reading import Reading
from archive.store.derivation import Derivation
from archive.store.derivation.second_cleaning import clean_again
from archive.store.failures import NO_TEXT, UNFIT, text_failure, told
from archive.store.progress import Progress, unseen
from archive.store.rebuild.side_by_side import Row
from archive.store.rows import insert
from archive.store.runs import is_first_hand, kind_of
from archive.store.sighting import Sighting, Spelling, why_no_text
from archive.store.sites import keeps_known_spelling
from archive.store.visit import IRRELEVANT, NO_ARTICLE, NO_SUCH_PAGE, SENT_HOME
from archive.store.warc.reader import head_of

_NOW_DONE = (
    "UPDATE frontier SET state = 'done', reason = NULL, title = NULL WHERE site = ? AND url = ? AND "
    f"(state = 'failed' AND reason LIKE '{NO_TEXT}%' OR state = 'skipped' AND reason LIKE '{IRRELEVANT}%' "
    f"OR state = 'done' AND (reason LIKE '{NO_ARTICLE.format('%')}' "
    f"OR reason IN ('{NO_SUCH_PAGE}', '{SENT_HOME}')))"
)
_NOW_DONE_BECAUSE = (
    "UPDATE frontier SET reason = ? WHERE site = ? AND url = ? AND state = 'done' AND reason IS NULL"
)
"""What the WARC files alone don't tell, and a page that gives no text by today's rules."""
_NOW_SKIPPED = (
    "UPDATE frontier SET state = 'skipped', reason = ?, title = ?, etag = NULL, last_modified = NULL "
    "WHERE site = ? AND url = ? AND state IN ('done', 'skipped')"
)
_NOW_TEXTLESS = "UPDATE frontier SET etag = NULL, last_modified = NULL WHERE site = ? AND url = ?"
"""What a page without a text is asked for with would make a 304 of it, as if the text had been seen."""
_NOW_REMOVED = (
    "UPDATE frontier SET state = 'skipped', reason = ?, next_visit_at = NULL WHERE site = ? AND url = ?"
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
        self.failed_urls: dict[str, str] = {}
        """What the last of them was at each address that a text of theirs may have."""
        self._db = db
        self._spelling_in = cache(partial(_spelling_in, warc_directory))
        self._is_first_hand = cache(lambda run_id: is_first_hand(kind_of(db, run_id)))
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
            self.failures.append(f"{row['url']} (capture {row['id']}): {reading.failure}")
            asked = {row["requested_url"]} & set(spellings(row["url"]))
            self.failed_urls |= dict.fromkeys((row["url"], *asked), self.failures[-1])
            self._db.execute(_NOW_FAILED, [reading.failure, site, row["requested_url"]])
        elif changes:
            self._db.execute(_NOW_DONE, [site, row["requested_url"]])
        if reading.extraction is not None:
            self._note_textless(row, site, reading.extraction)

    def finish(self, progress: Progress = unseen) -> None:
        """Make what the runs made when they ended; `progress` is told how many texts of how many are done."""
        texts = self._db.execute(_TEXTS_OF_SITES).fetchall()
        total, before = sum(count for _, count in texts), 0
        for site, count in texts:
            tell = partial(_tell_from, before, total, progress)
            self.failures += clean_again(self._db, site, self._derivation(site), tell)
            before += count

    def _without_skipped(self, row: Row, site: str, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Note a page that today's rules take for no campaign material, or whose text was taken out."""
        for change in changes:
            if isinstance(change, Removed):
                self._db.execute(_NOW_REMOVED, [change.why, site, row["requested_url"]])
                return ()
            if isinstance(change, Irrelevant):
                told = [change.reason, change.title]
                self._db.execute(_NOW_SKIPPED, [*told, site, row["requested_url"]])
                return ()
        return changes

    def _note_textless(self, row: Row, site: str, page: Extraction) -> None:
        if page.kind != "article":
            self._db.execute(_NOW_TEXTLESS, [site, row["requested_url"]])
        if why := why_no_text(row["kind"], row["requested_url"], row["url"], page):
            self._db.execute(_NOW_DONE_BECAUSE, [why, site, row["requested_url"]])

    def _derive(self, row: Row, site: str, reading: Reading) -> tuple[Reading, tuple[Change, ...]]:
        facts = ("kind", "requested_url", "url", "captured_at", "status", "payload_digest")
        seen = Sighting(
            **{name: row[name] for name in facts},
            spelling=self._spelling_in(row["warc_file"]),
            extraction=reading.extraction,
            composed=reading.composed,
            selection="all" if row.get("was_article") else row["selection"],
            is_first_hand=self._is_first_hand(row["run_id"]),
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


def _spelling_in(warc_directory: Path, name: str) -> Spelling:
    path = warc_directory / name
    with told(path):
        return "known" if keeps_known_spelling(head_of(path)) else "own"


def _tell_from(before: int, total: int, progress: Progress, done: int, _: int) -> None:
    progress(before + done, total)
