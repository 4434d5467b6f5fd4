"""What may be taken in, and what is said of the rest."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from archive.errors import CallError, DamageError, LockedError, NewerArchiveError
from archive.store import schema
from archive.store.archive import DATABASE, Archive
from archive.store.check import check
from archive.store.export.backup import backup
from archive.store.locking import merge_journal
from archive.store.merging.merge import Merged
from archive.store.recorder import Recorder

TakeIn = Callable[[Path, Path], Merged]
Held = Callable[[Path], list[Any]]


def test_itself_is_refused(ours: Path, take_in: TakeIn, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(ours)
    with pytest.raises(CallError, match="can't be taken into itself"):
        take_in(ours, tmp_path / "link")


def test_a_copy_brings_nothing_new(ours: Path, held: Held, take_in: TakeIn, tmp_path: Path) -> None:
    backup(ours, tmp_path / "copy")
    before = held(ours)
    merged = take_in(ours, tmp_path / "copy")
    assert (merged.new, merged.changed, merged.unchanged, merged.files) == (0, 0, 4, 0)
    assert held(ours) == before


def test_a_run_that_goes_on_is_taken_as_far_as_it_is(
    ours: Path, held: Held, take_in: TakeIn, begin: Callable[[Archive], Recorder], visit_page: Any
) -> None:
    target = ours.parent / "new"
    with Archive.open(ours) as archive:
        run = begin(archive)
        run.save(visit_page("/h.html", "集团的总结。" * 99, at=30))
        take_in(target, ours)
        assert held(target) == held(ours)
        assert check(target).faults == ()
        run.save(visit_page("/i.html", "集团的总结。" * 99, at=31))
        run.save(visit_page("/j.html", "集团的总结。" * 99, at=32))
        run.finish("finished")
    merged = take_in(target, ours)
    assert (merged.new, merged.files) == (2, 1)
    assert held(target) == held(ours)
    assert check(target).faults == ()
    with Archive.open(target) as archive:
        ends = archive.db.execute("SELECT outcome, count(*) FROM runs WHERE site <> '' GROUP BY 1").fetchall()
    assert ends == [("finished", 3)]


def test_is_refused_while_a_run_writes_here(
    ours: Path, theirs: Path, take_in: TakeIn, begin: Callable[[Archive], Recorder]
) -> None:
    with Archive.open(ours) as archive:
        run = begin(archive)
        with pytest.raises(LockedError):
            take_in(ours, theirs)
        run.finish("finished")


def test_a_newer_archive_is_named_with_what_to_do(
    ours: Path, held: Held, theirs: Path, take_in: TakeIn
) -> None:
    before = held(ours)
    with Archive.open(theirs) as archive:
        archive.db.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerArchiveError, match=r"theirs/archive\.db .*Update campaign-archive here"):
        take_in(ours, theirs)
    assert held(ours) == before


def test_an_older_archive_is_read_and_left_as_it_is(
    ours: Path, theirs: Path, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.open(theirs) as archive:
        archive.db.execute("ALTER TABLE captures RENAME COLUMN mime TO declared_type")
    older, newer = schema.VERSION, schema.VERSION + 1
    monkeypatch.setattr(schema, "VERSION", newer)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, _to_newer))
    with closing(sqlite3.connect(ours / DATABASE)) as db:
        db.execute(f"PRAGMA user_version = {newer}")
    assert take_in(ours, theirs).new == 3
    with closing(sqlite3.connect(theirs / DATABASE)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (older,)
        db.execute("SELECT declared_type FROM captures")


def _to_newer(db: Database) -> None:
    db.execute("ALTER TABLE captures RENAME COLUMN declared_type TO mime")


def test_damage_of_the_other_archive_changes_nothing(
    ours: Path, held: Held, theirs: Path, take_in: TakeIn
) -> None:
    before, warc = held(ours), sorted((ours / "warc").iterdir())
    path = max((theirs / "warc").iterdir())
    content = path.read_bytes()
    for damaged in (content[:-50], content[:900] + b"\0" * 50 + content[950:]):
        path.write_bytes(damaged)
        with pytest.raises(DamageError, match=r"warc\.gz"):
            take_in(ours, theirs)
        assert (held(ours), sorted((ours / "warc").iterdir())) == (before, warc)
    path.unlink()
    with pytest.raises(DamageError, match="is missing"):
        take_in(ours, theirs)
    assert (held(ours), sorted((ours / "warc").iterdir())) == (before, warc)
    assert not (ours / merge_journal.FILE).exists()


@pytest.mark.parametrize("fact", ["url", "captured_at", "payload_digest"])
def test_files_of_one_name_that_differ_in_one_fact_are_refused(
    ours: Path, take_in: TakeIn, tmp_path: Path, fact: str
) -> None:
    backup(ours, tmp_path / "copy")
    with Archive.open(tmp_path / "copy") as other, other.transaction() as db:
        db.execute(f"UPDATE captures SET {fact} = 'another' WHERE id = 1")
    with pytest.raises(DamageError, match="differ at byte"):
        take_in(ours, tmp_path / "copy")


def test_files_of_one_name_that_differ_are_refused(ours: Path, theirs: Path, take_in: TakeIn) -> None:
    with Archive.open(ours) as archive, Archive.open(theirs) as other:
        (name,) = archive.db.execute("SELECT name FROM warc_files LIMIT 1").fetchone()
        with other.transaction() as db:
            db.execute("UPDATE captures SET warc_file = ? WHERE run_id = 1", [name])
            db.execute("UPDATE captures SET warc_offset = (SELECT 0) WHERE id = 1")
        with archive.transaction() as db:
            db.execute("UPDATE captures SET warc_offset = 0 WHERE id = 1")
    with pytest.raises(DamageError, match="differ at byte 0"):
        take_in(ours, theirs)
