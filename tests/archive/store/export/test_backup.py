from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.errors import CallError, DamageError, MachineError
from archive.store.archive import Archive
from archive.store.check import check
from archive.store.export.backup import backup, freeze
from archive.store.recorder import Recorder


@pytest.fixture
def warc(recorder: Recorder, archive: Archive, visit_page: Any) -> Path:
    """What a crawl that goes on has written: one page."""
    recorder.save(visit_page("/a.html", "安全生产月的总结。" * 5))
    (path,) = archive.warc_directory.iterdir()
    return path


def test_copy_of_a_running_crawl_is_sound(warc: Path, data: Path, tmp_path: Path) -> None:
    with warc.open("ab") as out:
        out.write(b"half a record that is being written")
    seen: list[tuple[int, int]] = []
    target = tmp_path / "copies" / "today"
    backup(data, target, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] == (target / "warc" / warc.name).stat().st_size
    with Archive.open(target) as copy:
        assert copy.db.table("articles").count == 1
        copy.db.execute("UPDATE runs SET finished_at = 'then'")
    assert check(target).faults == ()


def test_a_backup_is_read_without_writing_beside_it(
    recorder: Recorder, data: Path, visit_page: Any, tmp_path: Path
) -> None:
    recorder.save(visit_page("/a.html", "安全生产月的总结。" * 5))
    target = tmp_path / "copy"
    backup(data, target)
    with Archive.open_read_only(target) as copy:
        assert copy.db.table("articles").count == 1
        assert sorted(path.name for path in target.iterdir()) == ["archive.db", "warc"]


def test_directory_with_something_in_it_is_refused(archive: Archive, data: Path, tmp_path: Path) -> None:
    with pytest.raises(CallError, match="not an empty directory"):
        backup(data, tmp_path)


def test_copy_that_fails_is_not_taken_for_a_whole_one(warc: Path, data: Path, tmp_path: Path) -> None:
    body = warc.read_bytes()
    warc.write_bytes(body[:-10])
    with pytest.raises(DamageError, match="shorter"):
        backup(data, tmp_path / "copy")
    assert [*(tmp_path / "copy").iterdir()] == []
    warc.write_bytes(body)
    backup(data, tmp_path / "copy")
    assert check(tmp_path / "copy").faults == ()


@pytest.mark.parametrize("copy", [backup, freeze])
def test_full_disk_keeps_nothing_of_the_copy(
    copy: Callable[[Path, Path], None],
    archive: Archive,
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same call, once there is space, must not find its own remains in the way."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (data / "corrections.csv").write_text("key,what,value,reason\n", "utf-8")
    with monkeypatch.context() as full:
        full.setattr("archive.store.export.backup._copy_corrections", refuse)
        with pytest.raises(MachineError, match="No space left"):
            copy(data, tmp_path / "copy")
    assert [*(tmp_path / "copy").iterdir()] == []
    copy(data, tmp_path / "copy")


def test_copy_that_was_killed_is_told(archive: Archive, data: Path, tmp_path: Path) -> None:
    (tmp_path / "archive.db.copying").touch()
    with pytest.raises(CallError, match="cut off, or is being made"):
        backup(data, tmp_path)


def test_missing_evidence_is_named(warc: Path, data: Path, tmp_path: Path) -> None:
    warc.unlink()
    with pytest.raises(DamageError, match=f"{warc.name} is missing"):
        backup(data, tmp_path / "copy")


def test_a_copy_is_on_the_disk_with_all_its_names(
    warc: Path, data: Path, tmp_path: Path, synced: list[int]
) -> None:
    (data / "corrections.csv").write_text("key,what,value,reason\n", "utf-8")
    backup(data, target := tmp_path / "copy")
    made = [*(target / "warc").iterdir(), target / "warc", target / "corrections.csv", target]
    assert [path.stat().st_ino for path in made] == synced[-4:]


def test_a_frozen_copy_is_one_file_beside_its_evidence(warc: Path, data: Path, tmp_path: Path) -> None:
    target = tmp_path / "frozen"
    freeze(data, target)
    assert sorted(path.name for path in target.iterdir()) == ["FROZEN.txt", "archive.db", "warc"]
    with Archive.open_read_only(target) as copy:
        assert copy.db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.db.table("articles").count == 1
    assert check(target).faults == ()


def test_a_frozen_copy_of_a_running_crawl_knows_all_copies(
    recorder: Recorder, data: Path, visit_page: Any, tmp_path: Path
) -> None:
    for path in ("/a.html", "/b.html"):
        recorder.save(visit_page(path, "各区队要把安全生产月活动抓紧抓实，做到有部署、有检查、有总结。" * 9))
    freeze(data, target := tmp_path / "frozen")
    with Archive.open_read_only(target) as copy:
        assert copy.db.table("copies").count == 2
        assert copy.db.table("uncompared").count == 0
    assert check(target).faults == ()


@pytest.mark.parametrize("write", [Archive.open, Archive.create])
def test_a_frozen_copy_is_not_written_to(
    write: Callable[[Path], object], warc: Path, data: Path, tmp_path: Path
) -> None:
    target = tmp_path / "frozen"
    freeze(data, target)
    before = {path: path.read_bytes() for path in target.rglob("*") if path.is_file()}
    with pytest.raises(CallError, match="frozen copy"):
        write(target)
    assert {path: path.read_bytes() for path in target.rglob("*") if path.is_file()} == before


def test_a_backup_of_a_frozen_copy_is_written_to(warc: Path, data: Path, tmp_path: Path) -> None:
    freeze(data, tmp_path / "frozen")
    backup(tmp_path / "frozen", tmp_path / "thawed")
    with Archive.open(tmp_path / "thawed") as archive:
        assert archive.db.table("articles").count == 1
