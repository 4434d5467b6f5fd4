"""Which place is named when SQLite finds no space: the archive's, or that of its temporary files; and when it
can't open a database."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import namedtuple
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from archive.errors import ArchiveError, MachineError
from archive.store import no_space
from archive.store.archive import Archive
from archive.store.check import check
from archive.store.check.findings import Fault
from archive.store.failures import told

Usage = namedtuple("Usage", "free")
MB = 2**20


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory for temporary files, on a disk of its own with 3 MB left; all others have 9 MB."""
    directory = tmp_path / "temporary"
    directory.mkdir()
    monkeypatch.setenv("SQLITE_TMPDIR", str(directory))

    def is_there(path: Path) -> bool:
        return directory in (path, *path.parents)

    monkeypatch.setattr(no_space, "_device", is_there)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(3 * MB if is_there(path) else 9 * MB))
    return directory


def fill(path: Path) -> None:
    """Write into a database that may have one page more."""
    with told(path), closing(sqlite3.connect(":memory:")) as db:
        db.execute("PRAGMA max_page_count = 2")
        db.execute("CREATE TABLE texts (body)")
        db.execute("INSERT INTO texts VALUES (zeroblob(100000))")


def test_both_places_are_named_with_their_room(temporary: Path, tmp_path: Path) -> None:
    path = tmp_path / "data" / "archive.db"
    with pytest.raises(MachineError) as raised:
        fill(path)
    assert f"No space left for {path} (9 MB free now)" in raised.value.what
    assert f"temporary files in {temporary} (3 MB free now)" in raised.value.what
    assert "SQLITE_TMPDIR=DIR" in raised.value.remedy


def test_on_one_disk_only_the_archive_is_named(temporary: Path) -> None:
    with pytest.raises(MachineError) as raised:
        fill(temporary / "archive.db")
    assert raised.value.what == f"No space left for {temporary / 'archive.db'}"
    assert "TMPDIR" not in raised.value.remedy


def test_nothing_is_written_to_find_a_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> str:
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setattr(tempfile, "gettempdir", full)
    with pytest.raises(MachineError, match="No space left for"):
        fill(tmp_path / "archive.db")
    Archive.create(tmp_path).close()
    assert check(tmp_path).faults == ()


@pytest.mark.parametrize("refused", ["all", "stat"])
def test_places_that_cannot_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    def fails(path: Path) -> int:
        raise PermissionError(path)

    if refused == "all":
        monkeypatch.setattr(os, "access", lambda path, mode: False)
    else:
        monkeypatch.setattr(no_space, "_device", fails)
    with pytest.raises(MachineError, match="No space left for"):
        fill(tmp_path / "archive.db")


def test_no_room_for_the_copy_that_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    Archive.create(tmp_path).close()
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path / "warc"))
    monkeypatch.setattr(tempfile, "mkdtemp", full)
    with pytest.raises(MachineError, match=f"No space left for {tmp_path / 'warc'}"):
        check(tmp_path)


LIMITED = """
import resource, sys
from pathlib import Path
from archive.errors import MachineError
from archive.store.check import check

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    check(Path(sys.argv[1]))
except MachineError as error:
    sys.exit(str(error))
"""


def test_a_limit_on_files_that_the_checked_copy_meets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    directory, temporary = tmp_path / "data", tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    with Archive.create(directory) as archive:
        half = archive.database_path.stat().st_size // 2
        said = subprocess.run(
            [sys.executable, "-c", LIMITED, str(directory), str(half)],
            capture_output=True,
            text=True,
            check=False,
        ).stderr
    assert f"The machine refused the temporary files in {temporary}" in said
    assert "archive.db" not in said
    assert "TMPDIR=DIR" in said and "ulimit" in said
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "place"),
    [
        (sqlite3.SQLITE_FULL, "No space left for the temporary files in {temporary} (3 MB free now)"),
        (sqlite3.SQLITE_IOERR_WRITE, "The machine refused the temporary files in {temporary} (refused)"),
        (sqlite3.SQLITE_IOERR_READ, "The machine refused {archive} (refused)"),
        (sqlite3.SQLITE_CORRUPT, "{archive} is not a sound SQLite database (refused)"),
    ],
)
def test_what_is_written_for_a_check_and_what_is_read(
    temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, place: str
) -> None:
    def fails(_: Archive) -> Iterator[Fault]:
        error = sqlite3.OperationalError("refused")
        error.sqlite_errorcode = code
        raise error

    Archive.create(tmp_path).close()
    monkeypatch.setattr(sys.modules["archive.store.check.check"], "row_findings", fails)
    with pytest.raises(ArchiveError) as raised:
        check(tmp_path)
    assert raised.value.what == place.format(temporary=temporary, archive=tmp_path / "archive.db")
    assert ("SQLITE_TMPDIR=DIR" in raised.value.remedy) == ("temporary" in place)


def test_database_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none" / "archive.db"
    with pytest.raises(MachineError) as raised, told(path), closing(sqlite3.connect(path)):
        pass
    assert str(path) in raised.value.what
    assert "--frozen" in raised.value.remedy
