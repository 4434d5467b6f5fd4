"""The only writer of captures and articles.

Its order is what makes a killed run harmless: the bytes go to the WARC file and to the disk first, then one
transaction holds all that is made of them: capture, articles, index, frontier, counts. Bytes without a
transaction are cut off when the site's next run begins; the address is then still pending.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import Self

from sqlite_utils import Database

from archive.errors import DamageError, InputError, MachineError
from archive.extract.rules import Rules
from archive.search import index
from archive.store import frontier, lock, runs, sites
from archive.store.archive import Archive
from archive.store.article_rows import write_change
from archive.store.captures import capture_row, is_kept, sighting_of
from archive.store.clock import now
from archive.store.derivation import Derivation
from archive.store.evidence import Evidence
from archive.store.failures import UNFIT, text_failure, told
from archive.store.recovery import cut_tails
from archive.store.rows import insert
from archive.store.run_file import RunFile
from archive.store.sighting import Change, Elsewhere
from archive.store.versions import Moment
from archive.store.visit import RunKind, RunReport, Saved, SiteRow, Visit
from archive.store.warc import Place, Record

_TELLING: tuple[Saved, ...] = ("new", "changed", "unchanged", "recorded")
"""When a page belongs to several articles, the first of these is what is said of its visit."""


class Recorder:
    """One run on one site; `finish` ends it. A run that was not finished counts as interrupted."""

    def __init__(self, archive: Archive, site: str, run_id: int, file: RunFile) -> None:
        self.run_id = run_id
        self._archive = archive
        self._site = site
        self._file = file
        self._rules: Rules = None
        self._locks = ExitStack()

    @classmethod
    def begin(cls, archive: Archive, site: SiteRow, run_kind: RunKind, rules: Rules = None) -> Self:
        """Lock the site, clear up after a dead run, and begin a new one.

        `rules` are the site's: of a text over several pages, those kept earlier are read again with them.
        Raises `LockedError` when the site is being written to or the archive rebuilt, `DamageError` when a
        WARC file of the site is shorter than what was written to it, `CallError` when the search index is of
        another version.
        """
        with ExitStack() as locks:
            locks.enter_context(lock.share(archive.directory, lock.WHOLE_ARCHIVE))
            locks.enter_context(lock.hold(archive.directory, site.name))
            cut_tails(archive, site.name)
            index.require_current(archive.db.conn)
            started_at = now()
            with archive.transaction() as db:
                sites.write_site(db, site, run_kind)
                runs.interrupt_dead_runs(db, site.name)
                run_id = runs.begin_run(db, site.name, run_kind, started_at)
                name = runs.name_warc_file(db, run_id, site.name, started_at)
            head = sites.warc_head(site, run_kind, run_id, started_at)
            recorder = cls(archive, site.name, run_id, RunFile(archive, name, head))
            recorder._rules = rules
            recorder._locks = locks.pop_all()
        return recorder

    def save(self, visit: Visit) -> Saved:
        """Keep the evidence and everything made of it, all or nothing; on return it is on the disk.

        A text that can't be made or stored does not lose its capture: the frontier then says failed, and why.
        Raises `MachineError` when the disk is full; the same visit may be saved again.
        """
        if visit.exchange is not None and is_kept(self._archive.db, self._site, visit.exchange):
            return self._count(replace(visit, exchange=None), "unchanged")
        visit, changes = self._derive(visit)
        place = self._append(visit)
        try:
            saved = self._commit(visit, place, changes)
        except UNFIT as error:
            saved = self._commit(_failed(visit, error), place, ())
        self._file.committed()
        return saved

    def warn(self, message: str) -> None:
        """Note in the run what a reader of its report must know; the same message is noted once."""
        with self._archive.transaction() as db:
            runs.add_warning(db, self.run_id, message)

    def finish(self, outcome: str) -> RunReport:
        """End the run: `finished`, `interrupted` or `failed`; frees the locks."""
        with self._locks:
            self._file.cut()
            with self._archive.transaction() as db:
                runs.finish_run(db, self.run_id, outcome, now())
            return runs.report(self._archive.db, self.run_id)

    def _derive(self, visit: Visit) -> tuple[Visit, tuple[Change, ...]]:
        """The changes that a visit makes; of one whose text can't be made, none, and its state says so."""
        if visit.exchange is None:
            return visit, ()
        derivation = Derivation(self._archive.db, self._site, self._evidence())
        try:
            with told(self._archive.directory):
                changes = derivation.changes(sighting_of(visit, visit.exchange))
        except (MachineError, sqlite3.Error):
            raise
        except (DamageError, InputError) as error:
            return _failed(visit, error), ()
        except Exception as error:  # noqa: BLE001 — a bug in a rule must not cost the page that shows it
            return _failed(visit, error), ()
        for change in changes:
            if isinstance(change, Elsewhere):
                reason = f"its text is kept under the site {change.site} already"
                return replace(visit, state="skipped", reason=reason), ()
        return visit, changes

    def _evidence(self) -> Evidence:
        return Evidence(self._archive.warc_directory, self._rules)

    def _append(self, visit: Visit) -> Place | None:
        if visit.exchange is None:
            return None
        return self._file.append(Record(exchange=visit.exchange, kind=visit.kind, requested_url=visit.url))

    def _commit(self, visit: Visit, place: Place | None, changes: Sequence[Change]) -> Saved:
        with self._archive.transaction() as db:
            moment = self._insert_capture(db, visit, place)
            written = (
                {write_change(db, change, self._site, moment) for change in changes} if moment else set()
            )
            saved = min([*written, _TELLING[-1]], key=_TELLING.index)
            frontier.write_visit(db, self._site, visit)
            frontier.add_links(db, self._site, visit.links)
            runs.count_visit(db, self.run_id, visit, saved)
        return saved

    def _insert_capture(self, db: Database, visit: Visit, place: Place | None) -> Moment | None:
        if visit.exchange is None or place is None:
            return None
        record = Record(exchange=visit.exchange, kind=visit.kind, requested_url=visit.url)
        charset = visit.extraction.charset if visit.extraction else None
        row = {**capture_row(record, self._file.name, place), "charset": charset, "run_id": self.run_id}
        capture_id = insert(db, "captures", row)
        return Moment(capture_id=capture_id, captured_at=visit.exchange.captured_at)

    def _count(self, visit: Visit, saved: Saved) -> Saved:
        with self._archive.transaction() as db:
            runs.count_visit(db, self.run_id, visit, saved)
        return saved


def _failed(visit: Visit, error: Exception) -> Visit:
    return replace(visit, state="failed", reason=text_failure(error), extraction=None)
