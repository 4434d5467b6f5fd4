from __future__ import annotations

import subprocess
from pathlib import Path

from archive.store.archive import Archive
from archive.store.check import check


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
