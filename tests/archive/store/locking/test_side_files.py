"""What a kill leaves beside archive.db: check names it, and whoever writes next clears it away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archive.store.archive import Archive
from archive.store.check import check
from archive.store.locking import lock
from archive.store.locking.side_files import OTHER, UNFINISHED, WAITING, left_in, side_file
from archive.store.rebuild import rebuild, rebuild_index
from archive.store.recatalogue import recatalogue
from archive.store.recorder import Recorder
from archive.store.removal import remove
from archive.store.visit import SiteRow


def crawl(archive: Archive) -> None:
    Recorder.begin(archive, SiteRow(name="mine", title="青山煤矿"), "crawl").finish("finished")


def remove_one(archive: Archive) -> None:
    (key,) = archive.db.execute("SELECT key FROM articles").fetchone()
    remove(archive, key, "asked for")


WRITERS: dict[str, Callable[[Archive], object]] = {
    "crawl": crawl,
    "remove": remove_one,
    "recatalogue": recatalogue,
    "rebuild_index": rebuild_index,
    "rebuild": lambda archive: rebuild(archive.directory, lambda site: None, workers=1),
}


@pytest.fixture
def left(full: Archive) -> list[Path]:
    names = (UNFINISHED, WAITING, OTHER, f"{OTHER}-wal", f"{OTHER}-shm")
    paths = [full.directory / name for name in names]
    for path in paths:
        path.write_bytes(b"left by a process that was killed")
    return paths


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS.keys())
def test_whoever_writes_next_clears_them(
    full: Archive, left: list[Path], write: Callable[[Archive], object]
) -> None:
    other = full.directory / "archive.db.other.bak"
    other.write_bytes(b"somebody's own")
    write(full)
    assert not any(path.exists() for path in left)
    assert other.exists()


def test_check_names_them_when_nobody_needs_them(
    full: Archive, left: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    named = [remark.what.partition(" ")[0] for remark in check(full.directory).remarks]
    assert sorted(named) == sorted(map(str, left))
    monkeypatch.setattr(lock, "is_held", lambda directory, name: name == lock.WHOLE_ARCHIVE)
    assert check(full.directory).remarks == ()


def test_file_goes_with_what_sqlite_keeps_beside_it(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), side_file(tmp_path, OTHER) as path:
        path.with_name(f"{OTHER}-wal").touch()
        path.touch()
        assert len(left_in(tmp_path)) == 2
        raise ZeroDivisionError
    assert left_in(tmp_path) == []
