from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from archive.errors import CallError, DamageError
from archive.store.archive import Archive
from archive.store.backup import backup
from archive.store.check import check
from archive.store.recorder import Recorder


def test_copy_of_a_running_crawl_is_sound(
    recorder: Recorder, archive: Archive, data: Path, visit_page: Any, tmp_path: Path
) -> None:
    recorder.save(visit_page("/a.html", "安全生产月的总结。" * 5))
    (warc,) = archive.warc_directory.iterdir()
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


def test_directory_with_something_in_it_is_refused(archive: Archive, data: Path, tmp_path: Path) -> None:
    with pytest.raises(CallError, match="not an empty directory"):
        backup(data, tmp_path)


def test_copy_that_fails_is_not_taken_for_a_whole_one(
    recorder: Recorder, archive: Archive, data: Path, visit_page: Any, tmp_path: Path
) -> None:
    recorder.save(visit_page("/a.html", "安全生产月的总结。" * 5))
    (warc,) = archive.warc_directory.iterdir()
    body = warc.read_bytes()
    warc.write_bytes(body[:-10])
    with pytest.raises(DamageError, match="shorter"):
        backup(data, tmp_path / "copy")
    assert not (tmp_path / "copy" / "archive.db").exists()
    warc.write_bytes(body)
