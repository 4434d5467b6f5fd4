"""A daily crawl, as systemd and cron want it written.

Two runs never meet: each site is locked while it is crawled, and the second run leaves with exit code 75.
"""

from __future__ import annotations

import random
import shlex
from collections.abc import Mapping
from pathlib import Path

from crawler.installation.timer import FAILED, SERVICE, TIMER

MINUTES = 240
"""A crawl pauses after so long; the next day's goes on."""

EXPECTED = (1, 75, 130)
"""Exit codes beside 0 of which nobody has to be told: the next run goes on."""

_SERVICE = """\
[Unit]
Description=Crawl of the campaign archive
OnFailure={failed}

[Service]
Type=oneshot
WorkingDirectory={root}
ExecStart={call}
SuccessExitStatus={expected}
TimeoutStopSec=40
Nice=10
MemoryMax=2G"""

_FAILED = """\
[Unit]
Description=Tell that the crawl of the campaign archive failed

[Service]
Type=oneshot
ExecStart=/bin/sh -c 'journalctl --user -u campaign-archive -n 50 | mail -s "campaign archive failed" %u'"""

_TIMER = """\
[Unit]
Description=Daily crawl of the campaign archive

[Timer]
OnCalendar=*-*-* {hour:02}:00
RandomizedDelaySec=1h
Persistent=true

[Install]
WantedBy=timers.target"""

_ROOT = Path(__file__).parents[2]


def systemd_units(python: str, directory: Path, hour: int) -> dict[str, str]:
    """Return service, what tells of a failure, and timer, by file name; the journal rotates the log."""
    arguments = " ".join(_quoted(word) for word in _words(python, directory))
    return {
        SERVICE: _SERVICE.format(
            failed=FAILED,
            root=_plain(str(_ROOT)),
            call=arguments,
            expected=" ".join(map(str, EXPECTED)),
        ),
        FAILED: _FAILED,
        TIMER: _TIMER.format(hour=hour),
    }


def printed(units: Mapping[str, str]) -> str:
    """Return units one after the other, each under the path that its file has."""
    return "\n\n".join(f"# ~/.config/systemd/user/{name}\n{text}" for name, text in units.items())


def cron_entry(python: str, directory: Path, hour: int) -> str:
    """Return a line for crontab; the minute is drawn once, each weekday has its log.

    Cron mails what is printed: the end of the log, of a run that ended otherwise than expected.
    """
    call = shlex.join(_words(python, directory))
    log = f"log={shlex.quote(str(directory))}/crawl-$(date +%u).log"
    expected = "|".join(map(str, (0, *EXPECTED)))
    told = f'case $? in {expected}) ;; *) tail -n 50 "$log" ;; esac'
    command = f'cd {shlex.quote(str(_ROOT))} && {{ {log}; {call} > "$log" 2>&1; {told}; }}'
    # An unescaped % is a line break to cron.
    escaped = command.replace("%", "\\%")
    return f"{random.randrange(60)} {hour} * * * {escaped}"


def _words(python: str, directory: Path) -> tuple[str, ...]:
    crawl = ("crawl", "--all", "--max-minutes", str(MINUTES))
    return (python, "-m", "crawler.cli", "--data", str(directory), *crawl)


def _quoted(word: str) -> str:
    """As systemd reads a call: `$` begins a variable, and what a shell would quote is quoted."""
    escaped = _plain(word).replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
    return escaped if shlex.quote(word) == word else f'"{escaped}"'


def _plain(text: str) -> str:
    """As systemd reads any value: `%` begins a specifier."""
    return text.replace("%", "%%")
