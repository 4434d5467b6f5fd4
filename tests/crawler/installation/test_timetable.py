from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from crawler.installation.timetable import cron_entry, printed, systemd_units

CALL = "/venv/bin/python -m crawler.cli --data"


def test_systemd_units(tmp_path: Path) -> None:
    units = printed(systemd_units("/venv/bin/python", Path("/srv/our archive 100%"), 3))

    assert f'ExecStart={CALL} "/srv/our archive 100%%" crawl --all --max-minutes 240' in units
    assert "OnCalendar=*-*-* 03:00" in units and "OnFailure=" in units
    if shutil.which("systemd-analyze"):
        subprocess.run(["systemd-analyze", "calendar", "*-*-* 03:00"], check=True, capture_output=True)


def test_cron_entry() -> None:
    entry = cron_entry("/venv/bin/python", Path("/srv/our archive 100%"), 3)

    minute, hour, rest = entry.split(" ", 2)
    assert (0 <= int(minute) < 60, hour) == (True, "3")
    assert f"{CALL} '/srv/our archive 100\\%' crawl --all" in rest
    assert "crawl-$(date +\\%u).log" in rest


def test_a_path_is_quoted_as_systemd_reads_it() -> None:
    units = printed(systemd_units("/venv/bin/python", Path("/srv/$HOME's"), 3))
    assert f'ExecStart={CALL} "/srv/$$HOME\'s" crawl' in units


@pytest.mark.parametrize(
    ("code", "is_told"), [(0, False), (1, False), (75, False), (130, False), (3, True), (70, True)]
)
def test_cron_mails_the_end_of_a_run_that_was_not_expected(tmp_path: Path, code: int, is_told: bool) -> None:
    data = tmp_path / "our archive 100%"
    data.mkdir()
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\necho what happened\nexit {code}\n")
    python.chmod(0o755)
    command = cron_entry(str(python), data, 3).split(" ", 5)[5].replace("\\%", "%")
    mailed = subprocess.run(["/bin/sh", "-c", command], check=True, capture_output=True, text=True).stdout
    assert mailed == ("what happened\n" if is_told else "")
    (log,) = data.iterdir()
    assert log.read_text() == "what happened\n"
