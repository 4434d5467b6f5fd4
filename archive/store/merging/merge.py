"""Taking another archive in: its WARC files are copied, and everything derived is made again of both.

The captures of both are put in order of time, so it does not matter which archive goes into which, and a
rebuild of the result gives the same. Nothing counts before the new database takes its place; what was copied
until then is taken back after a failure, at once or by whatever writes next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from archive.extract.rules import Rules
from archive.store import runs, tombstones
from archive.store.archive import WARC, Archive
from archive.store.articles.holdings import count_holdings
from archive.store.clock import now
from archive.store.connection import immediate
from archive.store.copies.reused_passages import count_reuse
from archive.store.locking import merge_journal, whole_archive
from archive.store.locking.side_files import OTHER
from archive.store.merging import files, rows
from archive.store.merging.homes import give_homes
from archive.store.merging.removed import all_removed
from archive.store.merging.runs import NEW_RUNS, merge_runs
from archive.store.merging.source import opened, require_other
from archive.store.merging.tally import Merged, nothing_new, tally
from archive.store.progress import Progress, unseen
from archive.store.rebuild.new_database import built_beside, derive, require_all_articles
from archive.store.rebuild.side_by_side import SideBySide
from archive.store.rebuild.waiting_captures import WaitingCaptures, waiting_beside
from archive.store.rows import value
from archive.store.run_files import recovery
from archive.store.tombstones import Tombstone

__all__ = ["Merged", "merge"]

_NEWS = (
    "SELECT 1 FROM main.sites WHERE name NOT IN (SELECT name FROM ours.sites)",
    "SELECT 1 FROM main.frontier AS theirs WHERE NOT EXISTS ("
    "SELECT 1 FROM ours.frontier AS ours WHERE ours.site = theirs.site AND ours.url = theirs.url)",
    *NEW_RUNS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What the other archive brings."""

    ends: Mapping[str, tuple[int, int]]
    removed: list[Tombstone]
    fresh: list[Tombstone]
    """Of those removed, the ones that our removals.jsonl does not name yet."""


def merge(
    directory: Path,
    source: Path,
    rules_of: Callable[[str], Rules],
    *,
    workers: int = 2,
    progress: Progress = unseen,
) -> Merged:
    """Take the archive in `source` into the one in `directory`, which is made where there is none.

    Nothing is written to `source`, in which a crawl may go on: what it had committed at the beginning is
    taken. `progress` is told how many bytes of how many are copied, then how many captures of how many are
    read. Raises what `require_other` does, `LockedError` while a run writes to `directory`, `DamageError`
    when a record of either is not intact; then nothing has changed.
    """
    require_other(source, directory)
    with (
        Archive.create(directory) as ours,
        whole_archive.alone(directory),
        opened(source, directory) as theirs,
    ):
        plan = _plan(ours, theirs)
        if plan is None:
            with _attached(theirs.db, {"ours": ours.database_path}):
                return nothing_new(theirs.db)
        reader = SideBySide(directory / WARC, rules_of, workers)
        return _take_in(ours, theirs, plan, reader, progress)


def _plan(ours: Archive, theirs: Archive) -> _Plan | None:
    """Compare the archives; None where the other one has nothing that is not here already."""
    with _attached(theirs.db, {"ours": ours.database_path}):
        files.require_copies(theirs)
        has_news = any(value(theirs.db, sql) for sql in _NEWS)
    removed, fresh = all_removed(ours, theirs)
    plan = _Plan(ends=files.missing_ends(ours, theirs), removed=removed, fresh=fresh)
    return plan if has_news or plan.ends or fresh else None


def _take_in(ours: Archive, theirs: Archive, plan: _Plan, reader: SideBySide, progress: Progress) -> Merged:
    _clear(ours, theirs)
    try:
        files.copy_files(ours, theirs, plan.ends, progress)
        return _rebuild(ours, plan, reader, progress)
    finally:
        merge_journal.take_back(ours.directory)


def _clear(ours: Archive, theirs: Archive) -> None:
    """Do what the next run on each site would do first, so that the files end where the database says."""
    query = "SELECT name FROM sites"
    sites = {name for db in (ours.db, theirs.db) for (name,) in db.execute(query).fetchall()}
    for site in sorted(sites):
        recovery.clear_tails(ours, site)
        with ours.transaction() as db:
            runs.interrupt_dead_runs(db, site)


def _rebuild(ours: Archive, plan: _Plan, reader: SideBySide, progress: Progress) -> Merged:
    started_at = now()
    with built_beside(ours.directory) as db:
        sides = {"ours": ours.database_path, "theirs": ours.directory / OTHER}
        with _attached(db, sides), waiting_beside(db, ours.directory) as captures:
            with immediate(db):
                _copy_rows(db, captures, plan)
                replay = derive(db, ours.directory, reader, captures, progress)
                tombstones.apply(db, plan.removed)
                count_holdings(db)
                count_reuse(db)
                merged = tally(db, len(plan.ends), replay.failures)
                _note(db, started_at, merged)
            require_all_articles(db, ours.database_path, replay)
        if plan.fresh:
            tombstones.add(ours.directory, plan.fresh)
    return merged


def _note(db: Database, started_at: str, merged: Merged) -> None:
    run_id = runs.note_whole(db, "merge", started_at, (*merged.failures, *merged.lost))
    for told in merged.joined:
        runs.add_warning(db, run_id, told)
    counts = {"new": merged.new, "changed": merged.changed, "unchanged": merged.unchanged}
    db.table("runs").update(run_id, {**counts, "skipped": merged.removed})


def _copy_rows(db: Database, captures: WaitingCaptures, plan: _Plan) -> None:
    rows.merge_sites(db)
    merge_runs(db)
    rows.merge_captures(db, captures)
    rows.merge_frontier(db)
    give_homes(db)
    tombstones.apply(db, plan.removed)


@contextmanager
def _attached(db: Database, others: Mapping[str, Path]) -> Iterator[None]:
    for name, path in others.items():
        db.execute(f"ATTACH ? AS {name}", [str(path)])
    try:
        yield
    finally:
        for name in others:
            db.execute(f"DETACH {name}")
