"""A disk that is full at any moment, played by a limit on the size of files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from archive.store.archive import Archive
from archive.store.check import check

LIMITED = """
import resource, runpy, sys
from pathlib import Path
from archive.errors import MachineError
from archive.store.archive import Archive

walk, directory, limit = sys.argv[1:]
Archive.create(Path(directory)).close()
resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), resource.RLIM_INFINITY))
sys.argv = [walk, directory]
try:
    runpy.run_path(walk)
except MachineError as error:
    print(error)
    sys.exit(error.exit_code)
"""


@pytest.mark.parametrize("kilobytes", [2, 5, 9, 160, 230, 400])
def test_full_disk_is_told_and_loses_nothing(data: Path, walk_command: list[str], kilobytes: int) -> None:
    arguments = [*walk_command[1:], str(kilobytes * 1024)]
    full = subprocess.run(
        [sys.executable, "-c", LIMITED, *arguments], capture_output=True, text=True, check=False
    )
    assert (full.returncode, full.stderr) == (5, ""), full.stdout
    assert "run the same command again" in full.stdout
    subprocess.run(walk_command, check=True, stdout=subprocess.DEVNULL)
    assert check(data).faults == ()
    with Archive.open(data) as archive:
        assert archive.db.execute("SELECT count(*), count(gone_at) FROM articles").fetchone() == (40, 0)
