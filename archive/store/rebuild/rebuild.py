"""Making every derived row again from the WARC files, without network.

Sites, runs, frontier and the list of captures are copied from the old database; of records that it doesn't
know, and where there is none, they are made from what the WARC files say of themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from sqlite_utils import Database

from archive.errors import CallError, DamageError
from archive.extract.rules import Rules
from archive.search import index
from archive.store import runs, tombstones
from archive.store.archive import DATABASE, WARC, Archive, holds_database
from archive.store.articles.holdings import count_holdings
from archive.store.clock import now
from archive.store.connection import immediate
from archive.store.copies.reused_passages import count_reuse
from archive.store.failures import told
from archive.store.locking import whole_archive
from archive.store.progress import Progress, unseen
from archive.store.rebuild import salvage
from archive.store.rebuild.new_database import built_beside, derive, require_all_articles
from archive.store.rebuild.side_by_side import SideBySide
from archive.store.rebuild.waiting_captures import WaitingCaptures, waiting_beside
from archive.store.tombstones import Tombstone

OnDamage: TypeAlias = Literal["refuse", "leave_out"]

_COPIED = ("sites", "runs", "warc_files", "frontier", "removals")

_WITHOUT_BACKUP = (
    "Put the file back from a backup; without one, `campaign-archive rebuild --leave-out-damage` "
    "makes an archive of all that is intact"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What a rebuild made."""

    articles: int
    captures: int
    failures: tuple[str, ...]
    """Captures that gave nothing because of an error, one sentence each."""


def rebuild(
    directory: Path,
    rules_of: Callable[[str], Rules],
    *,
    workers: int = 2,
    damage: OnDamage = "refuse",
    progress: Progress = unseen,
) -> Rebuilt:
    """Build the database of `directory` again; `rules_of` gives the reading rules of a site by its name.

    `damage` says what to do where archive.db is gone and a WARC file has a hole: `refuse`, or `leave_out`
    what can't be read and note it in the file's run.

    `progress` is told how many captures of how many are done. Raises `LockedError` while a crawl or an import
    runs, `DamageError` when a record in a WARC file is not intact, or an article would be lost through an
    error; then nothing has changed.
    """
    _require_something(directory)
    with whole_archive.alone(directory), built_beside(directory) as db:
        reader = SideBySide(directory / WARC, rules_of, workers)
        return _fill(db, directory, reader, damage, progress)


def rebuild_index(archive: Archive) -> None:
    """Make the search index again from the stored texts, as after a change of the fold or the tokens."""
    with whole_archive.alone(archive.directory), archive.transaction() as db:
        index.rebuild(db.conn)


def _require_something(directory: Path) -> None:
    with told(directory):
        is_there = (directory / DATABASE).exists() or (directory / WARC).is_dir()
    if not is_there:
        raise CallError(
            f"There is neither {DATABASE} nor {WARC}/ in {directory}",
            remedy="Name the archive with --data DIR",
        )


def _fill(db: Database, directory: Path, reader: SideBySide, damage: OnDamage, progress: Progress) -> Rebuilt:
    started_at = now()
    removed = tombstones.read(directory)
    with waiting_beside(db, directory) as captures:
        found = _take_in(db, directory, captures, removed, damage)
        with immediate(db):
            replay = derive(db, directory, reader, captures, progress)
            if found:
                salvage.find_unvisited(db)
            tombstones.apply(db, removed)
            count_holdings(db)
            count_reuse(db)
            runs.note_whole(db, "rebuild", started_at, replay.failures)
        count = len(captures)
    if holds_database(directory):
        require_all_articles(db, directory / DATABASE, replay)
    articles = db.table("articles").count
    return Rebuilt(articles=articles, captures=count, failures=tuple(replay.failures))


def _take_in(
    db: Database, directory: Path, captures: WaitingCaptures, removed: list[Tombstone], damage: OnDamage
) -> bool:
    """Take in what is not derived, and tell whether there are captures that the old database did not know.

    Behind the records that it knows, nothing of it can be lost. Where no database says which records there
    were, nobody would notice what is missing: only then a hole in a file may be refused.
    """
    has_old = holds_database(directory)
    if has_old:
        _copy(db, directory, captures)
    else:
        salvage.require_files(directory / WARC)
    tombstones.apply(db, removed)
    known = len(captures)
    holes = salvage.take_in(db, directory / WARC, captures)
    if holes and damage == "refuse" and not has_old:
        raise DamageError(holes[0].what, remedy=_WITHOUT_BACKUP)
    return len(captures) > known


def _copy(db: Database, directory: Path, captures: WaitingCaptures) -> None:
    """Copy what is not derived."""
    old = directory / DATABASE
    # Opening brings an older one to today's tables.
    Archive.open(directory).close()
    with told(old):
        db.execute("ATTACH ? AS old", [str(old)])
        for name in _COPIED:
            db.execute(f"INSERT INTO main.{name} SELECT * FROM old.{name} ORDER BY id")
        captures.take_old()
        db.execute("DETACH old")
