from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive.errors import CallError, DamageError, MachineError, NewerArchiveError
from archive.store import schema
from archive.store.archive import Archive
from archive.store.tables import SCHEMA


def _execute(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute(sql)


def test_every_table_and_column_is_described(archive: Archive) -> None:
    described = {table.name: ["id", *(column.name for column in table.columns)] for table in SCHEMA}
    made = {name: list(archive.db.table(name).columns_dict) for name in described}
    assert made == described
    assert all(column.description for table in SCHEMA for column in table.columns)
    assert "body" in archive.db.view("texts").columns_dict


def test_database_waits_for_the_disk_and_keeps_references(archive: Archive) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys", "user_version")
    found = [archive.db.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert found == ["wal", 2, 1, schema.VERSION]


def test_missing_archive(tmp_path: Path) -> None:
    for opened in (Archive.open, Archive.open_read_only):
        with pytest.raises(CallError, match="There is no archive in") as caught:
            opened(tmp_path / "none")
        assert "--data" in caught.value.remedy


def test_archive_of_a_newer_version(archive: Archive, data: Path) -> None:
    archive.db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    for opened in (Archive.open, Archive.open_read_only, Archive.create):
        with pytest.raises(NewerArchiveError, match="newer version"):
            opened(data)


def test_older_archive_is_upgraded_in_place(
    archive: Archive, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def later(db: Database) -> None:
        db.execute("CREATE TABLE later (id INTEGER)")

    newer = schema.VERSION + 1
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, later))
    monkeypatch.setattr(schema, "VERSION", newer)
    with Archive.open(data) as upgraded:
        assert upgraded.db.table("later").exists()
        assert upgraded.db.execute("PRAGMA user_version").fetchone() == (newer,)


def test_file_that_is_no_database(data: Path) -> None:
    data.mkdir()
    (data / "archive.db").write_bytes(b"not SQLite" * 200)
    for opened in (Archive.open, Archive.open_read_only):
        with pytest.raises(DamageError, match="not a sound SQLite database") as caught:
            opened(data)
        assert "rebuild" in caught.value.remedy


@pytest.mark.parametrize("version", [0, 1])
def test_database_of_something_else(data: Path, version: int) -> None:
    data.mkdir()
    _execute(data / "archive.db", "CREATE TABLE other (id INTEGER)")
    _execute(data / "archive.db", f"PRAGMA user_version = {version}")
    for opened in (Archive.open, Archive.open_read_only):
        with pytest.raises(CallError, match="no campaign archive"):
            opened(data)


def test_directory_that_can_not_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MachineError):
        Archive.create(tmp_path / "file" / "data")


def test_read_only_archive_can_not_be_written(archive: Archive, data: Path) -> None:
    with Archive.open_read_only(data) as reader, pytest.raises(MachineError), reader.transaction() as db:
        db.execute("DELETE FROM runs")


def test_failed_transaction_leaves_nothing(archive: Archive) -> None:
    with pytest.raises(KeyError), archive.transaction() as db:
        db.execute("INSERT INTO sites (name, title, kind) VALUES ('a', 'b', 'mine')")
        raise KeyError
    assert archive.db.table("sites").count == 0
