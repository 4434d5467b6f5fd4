"""A terminal that closes ends a crawl as SIGTERM does, and leaves nothing half done."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from archive.store.archive import Archive

WITH_A_TERMINAL = """
import fcntl, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from crawler.cli import main
main()
"""

# The shell's SIGHUP comes while files are copied, the kernel's while the copy is taken back.
BACKUP = """
import shutil, signal
from archive.store.export import backup
def hang_up(*_):
    signal.raise_signal(signal.SIGHUP)
def rmtree(path):
    hang_up()
    shutil.rmtree(path)
backup._copy_files, backup.rmtree = hang_up, rmtree
from crawler.cli import main
main()
"""

IGNORING = """
import signal
signal.signal(signal.SIGHUP, signal.SIG_IGN)
from crawler.cli import verbs
verbs.campaign_archive.main = lambda **_: signal.raise_signal(signal.SIGHUP)
from crawler.cli import main
main()
"""


def call(code: str, *arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", code, *map(str, arguments)]


def test_a_crawl_whose_terminal_closes_ends_cleanly_and_goes_on(
    campaign_archive: Any, samples: Any, samples_port: int, rows: Any, tmp_path: Path
) -> None:
    ours, theirs = os.openpty()
    crawl = subprocess.Popen(
        call(WITH_A_TERMINAL, "crawl", "--data", tmp_path, "sample_mine"),
        env={**os.environ, "CAMPAIGN_SAMPLES_PORT": str(samples_port)},
        start_new_session=True,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    while len(samples.requests) < 5 and crawl.poll() is None:
        time.sleep(0.01)
    os.close(ours)

    assert crawl.wait(timeout=120) == 130
    assert rows(tmp_path, "SELECT outcome FROM runs") == [("interrupted",)]
    assert rows(tmp_path, "SELECT count(*) FROM frontier WHERE state = 'failed'") == [(0,)]
    campaign_archive("crawl", "--data", tmp_path, "sample_mine")
    campaign_archive("check", "--data", tmp_path)


def test_a_backup_whose_terminal_closes_is_taken_back(tmp_path: Path) -> None:
    Archive.create(tmp_path / "data").close()
    done = subprocess.run(
        call(BACKUP, "backup", "--data", tmp_path / "data", tmp_path / "copy"),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert done.returncode == 130, done.stderr
    assert done.stderr.strip().startswith("Stopped.")
    assert [*(tmp_path / "copy").iterdir()] == []


def test_under_nohup_a_command_goes_on() -> None:
    assert subprocess.run(call(IGNORING, "sites"), timeout=300, check=False).returncode == 0
