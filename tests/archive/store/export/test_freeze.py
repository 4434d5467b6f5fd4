from __future__ import annotations

from pathlib import Path
from typing import Any

from archive.store.archive import Archive
from archive.store.check import check
from archive.store.export.backup import freeze
from archive.store.recorder import Recorder


def test_a_frozen_copy_is_one_file_beside_its_evidence(
    recorder: Recorder, archive: Archive, data: Path, visit_page: Any, tmp_path: Path
) -> None:
    recorder.save(visit_page("/a.html", "安全生产月的总结。" * 5))
    recorder.finish("finished")
    target = tmp_path / "frozen"
    freeze(data, target)
    assert sorted(path.name for path in target.iterdir()) == ["archive.db", "warc"]
    with Archive.open_read_only(target) as copy:
        assert copy.db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.db.table("articles").count == 1
    assert check(target).faults == ()
