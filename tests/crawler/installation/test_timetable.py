from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

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
