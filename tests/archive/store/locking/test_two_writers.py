from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from archive.store.archive import Archive
from archive.store.check import check

BEGIN = """
import pathlib, sys
from archive.store.archive import Archive
Archive.create(pathlib.Path(sys.argv[1])).close()
"""


def test_two_processes_write_two_sites_at_once(data: Path, walk_command: list[str]) -> None:
    writers = [
        subprocess.Popen([*walk_command, site], stdout=subprocess.DEVNULL) for site in ("mine", "group")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert check(data).faults == ()
    with Archive.open(data) as archive:
        counts = archive.db.execute(
            "SELECT site, count(*) FROM articles GROUP BY site ORDER BY site"
        ).fetchall()
    assert counts == [("group", 40), ("mine", 40)]


def test_many_processes_begin_one_archive(tmp_path: Path) -> None:
    directory = tmp_path / "data"
    beginners = [subprocess.Popen([sys.executable, "-c", BEGIN, str(directory)]) for _ in range(8)]
    assert [beginner.wait() for beginner in beginners] == [0] * 8
    assert check(directory).faults == ()
    assert list(directory.glob("*.new*")) == []


def test_what_a_killed_beginner_left_does_no_harm(tmp_path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        (tmp_path / f"archive.db.new{suffix}").write_bytes(b"half")
    Archive.create(tmp_path).close()
    assert check(tmp_path).faults == ()
