"""A daily crawl, as systemd and cron want it written.

Two runs never meet: each site is locked while it is crawled, and the second run leaves with exit code 75.
"""

from __future__ import annotations

import random
import shlex
from pathlib import Path

MINUTES = 240
"""A crawl pauses after so long; the next day's goes on."""

_SYSTEMD = """\
# ~/.config/systemd/user/campaign-archive.service
[Unit]
Description=Crawl of the campaign archive
OnFailure=campaign-archive-failed.service

[Service]
Type=oneshot
WorkingDirectory={root}
ExecStart={call}
SuccessExitStatus=1 75
TimeoutStopSec=40
Nice=10
MemoryMax=2G

# ~/.config/systemd/user/campaign-archive-failed.service
[Unit]
Description=Tell that the crawl of the campaign archive failed

[Service]
Type=oneshot
ExecStart=/bin/sh -c 'journalctl --user -u campaign-archive -n 50 | mail -s "campaign archive failed" %u'

# ~/.config/systemd/user/campaign-archive.timer
[Unit]
Description=Daily crawl of the campaign archive

[Timer]
OnCalendar=*-*-* {hour:02}:00
RandomizedDelaySec=1h
Persistent=true

[Install]
WantedBy=timers.target"""

_ROOT = Path(__file__).parents[1]


def systemd_units(python: str, directory: Path, hour: int) -> str:
    """Return service, timer, and what tells of a failure; the journal rotates the log."""
    arguments = " ".join(_quoted(word) for word in _words(python, directory))
    return _SYSTEMD.format(root=_ROOT, call=arguments, hour=hour)


def cron_entry(python: str, directory: Path, hour: int) -> str:
    """Return a line for crontab; the minute is drawn once, each weekday has its log."""
    call = shlex.join(_words(python, directory)).replace("%", "\\%")
    log = f"{shlex.quote(str(directory))}/crawl-$(date +\\%u).log"
    minute = random.randrange(60)
    return f"{minute} {hour} * * * cd {shlex.quote(str(_ROOT))} && {call} > {log} 2>&1"


def _words(python: str, directory: Path) -> tuple[str, ...]:
    crawl = ("crawl", "--all", "--max-minutes", str(MINUTES))
    return (python, "-m", "crawler.cli", "--data", str(directory), *crawl)


def _quoted(word: str) -> str:
    """As systemd reads it: `%` begins a specifier."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"' if " " in escaped else escaped
