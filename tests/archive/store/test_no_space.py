"""Which place is named when SQLite finds no space: the archive's, or that of its temporary files; and when it
can't open a database."""

from __future__ import annotations

import shutil
import sqlite3
from collections import namedtuple
from contextlib import closing
from pathlib import Path

import pytest

from archive.errors import MachineError
from archive.store.failures import told

Usage = namedtuple("Usage", "free")
MB = 2**20


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory for temporary files, on a disk of its own with 3 MB left; all others have 9 MB."""
    directory = tmp_path / "temporary"
    directory.mkdir()
    monkeypatch.setenv("SQLITE_TMPDIR", str(directory))
    monkeypatch.setattr(
        shutil, "disk_usage", lambda path: Usage(3 * MB if directory in (path, *path.parents) else 9 * MB)
    )
    return directory


def fill(path: Path) -> None:
    """Write into a database that may have one page more."""
    with told(path), closing(sqlite3.connect(":memory:")) as db:
        db.execute("PRAGMA max_page_count = 2")
        db.execute("CREATE TABLE texts (body)")
        db.execute("INSERT INTO texts VALUES (zeroblob(100000))")


def test_full_directory_for_temporary_files_is_named(temporary: Path, tmp_path: Path) -> None:
    with pytest.raises(MachineError) as raised:
        fill(tmp_path / "data" / "archive.db")
    assert f"temporary files in {temporary} (3 MB free)" in raised.value.what
    assert str(tmp_path / "data" / "archive.db") in raised.value.what
    assert "SQLITE_TMPDIR=DIR" in raised.value.remedy


def test_full_disk_of_the_archive_is_named(temporary: Path) -> None:
    with pytest.raises(MachineError) as raised:
        fill(temporary / "archive.db")
    assert raised.value.what == f"No space left for {temporary / 'archive.db'}"
    assert "TMPDIR" not in raised.value.remedy


def test_database_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none" / "archive.db"
    with pytest.raises(MachineError) as raised, told(path), closing(sqlite3.connect(path)):
        pass
    assert str(path) in raised.value.what
    assert "--frozen" in raised.value.remedy
