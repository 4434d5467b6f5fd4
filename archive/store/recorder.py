"""The only writer of captures and articles.

Its order is what makes a killed run harmless: the bytes go to the WARC file and to the disk first, then one
transaction holds all that is made of them: capture, articles, index, frontier, counts. Bytes without a
transaction are moved aside when the site's next run begins; the address is then still pending.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Self

from sqlite_utils import Database

from archive.extract.rules import Rules
from archive.search import index
from archive.store import copies, made_by, runs, sites
from archive.store.archive import Archive
from archive.store.articles.changes import Change
from archive.store.articles.holdings import count_site
from archive.store.articles.versions import Moment
from archive.store.articles.writing import write_change
from archive.store.clock import now
from archive.store.derivation import Derivation
from archive.store.derivation.visit_changes import changes_of, failed
from archive.store.failures import UNFIT
from archive.store.frontier.writing import add_links, write_visit
from archive.store.locking import lock, whole_archive
from archive.store.progress import Progress, unseen
from archive.store.recatalogue import take_corrections
from archive.store.rows import insert
from archive.store.run_files import warc_files
from archive.store.run_files.captures import capture_row, kept_as, record_of
from archive.store.run_files.recovery import clear_tails
from archive.store.run_files.run_files import ROTATION_BYTES, RunFiles
from archive.store.run_files.warc_files import Kept, Series
from archive.store.runs import StartLists, is_first_hand
from archive.store.summing_up import sum_up
from archive.store.visit import (
    FrontierLink,
    Judged,
    RunKind,
    RunReport,
    Saved,
    SiteRow,
    Visit,
)

_TELLING: tuple[Saved, ...] = ("new", "changed", "unchanged", "recorded")
"""When a page belongs to several articles, the first of these is what is said of its visit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run on one site."""

    id: int
    site: str
    kind: RunKind
    files: RunFiles
    derivation: Derivation


class Recorder:
    """Writes one run; `finish` ends it. A run that was not finished counts as interrupted."""

    def __init__(self, archive: Archive, run: Run, locks: ExitStack) -> None:
        self.run_id = run.id
        self._archive = archive
        self._run = run
        self._locks = locks

    @classmethod
    def begin(
        cls,
        archive: Archive,
        site: SiteRow,
        run_kind: RunKind,
        rules: Rules = None,
        rotation: int = ROTATION_BYTES,
    ) -> Self:
        """Lock the site, clear up after a dead run, and begin a new one.

        `rules` are the site's: of a text over several pages, those kept earlier are read again with them.
        A WARC file that has reached `rotation` bytes is followed by another one.
        Raises `LockedError` when the site is being written to or the archive rebuilt, `DamageError` when a
        WARC file of the site is shorter than what was written to it, or holds records that the database does
        not know, `CallError` when the search index is of another version.
        """
        with ExitStack() as locks:
            locks.enter_context(whole_archive.shared(archive.directory))
            locks.enter_context(lock.hold(archive.directory, site.name))
            clear_tails(archive, site.name)
            index.require_current(archive.db.conn)
            series = _begin_run(archive, site, run_kind)
            head = sites.warc_head(site, run_kind, series.run_id, series.started_at)
            files = RunFiles(archive, series, head, rotation)
            derivation = Derivation(archive.db, site.name, archive.warc_directory, rules)
            run = Run(id=series.run_id, site=site.name, kind=run_kind, files=files, derivation=derivation)
            return cls(archive, run, locks.pop_all())

    def save(self, visit: Visit) -> Saved:
        """Keep the evidence and everything made of it, all or nothing; on return it is on the disk.

        A text that can't be made or stored does not lose its capture: the frontier then says failed, and why.
        Raises `MachineError` when the disk is full; the same visit may be saved again.
        """
        if state := kept_as(self._archive.db, self._run.site, visit):
            known: Saved = "unchanged" if visit.kind == "article" and state == "done" else "recorded"
            with self._archive.transaction() as db:
                runs.count_visit(db, self.run_id, replace(visit, exchange=None), known)
            return known
        visit, changes = changes_of(
            visit,
            self._run.derivation,
            self._archive.directory,
            is_first_hand=is_first_hand(self._run.kind),
        )
        place = self._run.files.append(record_of(visit, visit.exchange)) if visit.exchange else None
        try:
            saved = self._commit(visit, place, changes)
        except UNFIT as error:
            saved = self._commit(failed(visit, error), place, ())
        self._run.files.committed()
        return saved

    def warn(self, message: str) -> None:
        """Note in the run what a reader of its report must know; the same message is noted once."""
        with self._archive.transaction() as db:
            runs.add_warning(db, self.run_id, message)

    def leave_out(self, links: Sequence[FrontierLink]) -> None:
        """Note addresses that are not visited, with the reason in `refused`; known ones stay as they are."""
        with self._archive.transaction() as db:
            add_links(db, self._run.site, links)
            runs.count_left_out(db, self.run_id, len(links))

    def conclude(self, lists: StartLists, alarms: Callable[[Sequence[StartLists]], Iterable[str]]) -> None:
        """Note what a crawl as a whole shows; `alarms` gets the `lists` of those before, newest first."""
        with self._archive.transaction() as db:
            copies.catch_up(db)
            runs.conclude(db, self.run_id, lists, [*alarms(runs.lists_before(db, self._run.site))])

    def pause(self, alarms: Callable[[int], Iterable[str]]) -> None:
        """Note what a pause shows; `alarms` gets the pauses since a walk came to its end, this one too."""
        with self._archive.transaction() as db:
            runs.give_alarms(db, self.run_id, alarms(runs.paused(db, self._run.site) + 1))

    def judged(self) -> tuple[Judged, Judged]:
        """Return what this run kept and skipped so far, and what the last ones did together."""
        db = self._archive.db
        return runs.judged(db, self.run_id), runs.judged_before(db, self._run.site)

    def finish(self, outcome: str, progress: Progress = unseen) -> RunReport:
        """End the run: `finished`, `interrupted` or `failed`; frees the locks.

        `progress` is told of how many texts of how many the lines that their hosts repeat were looked for.
        """
        with self._locks:
            self._run.files.cut()
            for warning in sum_up(self._archive, self._run.site, self._run.derivation, progress):
                self.warn(warning)
            with self._archive.transaction() as db:
                warc_files.drop_unused(db, self._run.site)
                runs.finish_run(db, self.run_id, outcome)
            return runs.report(self._archive.db, self.run_id)

    def _commit(self, visit: Visit, place: Kept | None, changes: Sequence[Change]) -> Saved:
        with self._archive.transaction() as db:
            moment = self._insert_capture(db, visit, place)
            written = (
                {write_change(db, change, self._run.site, moment) for change in changes} if moment else set()
            )
            saved = min([*written, _TELLING[-1]], key=_TELLING.index)
            write_visit(db, self._run.site, visit)
            add_links(db, self._run.site, visit.links)
            runs.count_visit(db, self.run_id, visit, saved)
        return saved

    def _insert_capture(self, db: Database, visit: Visit, place: Kept | None) -> Moment | None:
        if visit.exchange is None or place is None:
            return None
        record = record_of(visit, visit.exchange)
        charset = visit.extraction.charset if visit.extraction else None
        row = {**capture_row(record, place), "charset": charset, "run_id": self.run_id}
        capture_id = insert(db, "captures", row)
        return Moment(capture_id=capture_id, captured_at=visit.exchange.captured_at)


def _begin_run(archive: Archive, site: SiteRow, kind: RunKind) -> Series:
    with archive.transaction() as db:
        # Not before: a run that got in while this one waited for the database would seem to be of later.
        started_at = now()
        made_by.note_further(db)
        take_corrections(db, archive.directory)
        sites.write_site(db, site, kind)
        if runs.interrupt_dead_runs(db, site.name):
            count_site(db, site.name)
        warc_files.drop_unused(db, site.name)
        run_id = runs.begin_run(db, site.name, kind, started_at)
        runs.warn_of_clock(db, run_id, started_at)
    return Series(run_id=run_id, site=site.name, started_at=started_at)
