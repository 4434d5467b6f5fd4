"""Crawls of a declared site, each in a process of its own."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.crawler.web import Web

ROOT = Path(__file__).parents[2]
HANGS_AFTER = 240
"""Seconds; on a machine with much else to do a crawl takes minutes to begin."""

# The reactor can be started once per process, and `spiders` is given one more folder to find sites in.
CRAWL = """
import dataclasses, json, sys
from pathlib import Path
import spiders
spiders.__path__.append(sys.argv[1])
from archive.errors import ArchiveError
from crawler.plan import Plan
import crawler.settings
plan = Plan(**json.loads(sys.argv[4]))
for name, value in json.loads(sys.argv[3]).items():
    setattr(crawler.settings, name, value)
from crawler.cli.output.crawl_report import exit_code
from crawler.registry import site
from crawler.run import crawl_sites
try:
    reports = crawl_sites([site(name) for name in json.loads(sys.argv[5])], Path(sys.argv[2]), plan=plan)
except ArchiveError as error:
    print(error, file=sys.stderr)
    sys.exit(error.exit_code)
# Of this program alone: getrusage counts what the process that started it had in memory, too.
def peak(process, name):
    return int(Path(f"/proc/{process}/status").read_text().partition(f"{name}:")[2].split()[0]) // 1024
from crawler.visits.reader import SHARED
reader = peak(SHARED.pid, "VmPeak") if SHARED.pid else None
report = dataclasses.asdict(reports[0])
print(json.dumps({**report, "peak_megabytes": peak("self", "VmHWM"), "reader_megabytes": reader}))
sys.exit(exit_code(reports))
"""

SITE = """
from archive.extract.rules import SiteRules
from crawler.paging import Numbered, Postback, Posted, Query
from crawler.site import Site
SITE = Site(
    name={name!r}, title="石岭煤矿", home="http://web.localhost:{port}/", kind="mine",
    start={start!r}, article=r"/a/\\d+\\.htm", delay=0.0, {more}
)
"""


@dataclass
class Crawl:
    """Crawls of the declared site into one archive."""

    web: Web
    sites: Path
    data: Path
    settings: dict[str, Any] = field(default_factory=dict)
    """Settings of crawler/settings.py that are other ones here, so that a test need not wait a minute."""

    plan: dict[str, Any] = field(default_factory=dict)
    """See `crawler.plan.Plan`."""

    names: tuple[str, ...] = ("web",)
    """Of the sites to crawl; what is reported is the first one's."""

    def define(self, *start: str, more: str = "", name: str = "web") -> None:
        self.sites.mkdir(exist_ok=True)
        urls = tuple(self.web.url(path) for path in start)
        text = SITE.format(name=name, port=self.web.port, start=urls, more=more)
        (self.sites / f"{name}.py").write_text(text)

    def start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [
                sys.executable,
                "-W",
                "error",
                "-c",
                CRAWL,
                str(self.sites),
                str(self.data),
                *map(json.dumps, (self.settings, self.plan, self.names)),
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, exit_code: int = 0) -> dict[str, Any]:
        process = self.start()
        output, errors = process.communicate(timeout=HANGS_AFTER)
        assert process.returncode == exit_code, output + errors
        return json.loads(output) if output else {"error": errors}

    def start_until(self, path: str) -> subprocess.Popen[str]:
        """Start a crawl, and return once `path` was asked for."""
        process = self.start()
        limit = time.monotonic() + HANGS_AFTER
        while not self.web.times(path):
            if process.poll() is not None or time.monotonic() > limit:
                process.kill()
                raise AssertionError(process.communicate())
            time.sleep(0.01)
        return process

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(self.data / "archive.db")
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def change(self, sql: str) -> None:
        connection = sqlite3.connect(self.data / "archive.db")
        with connection:
            connection.execute(sql)
        connection.close()

    def make_due(self) -> None:
        """Let the time of the next visit have come for every address that has one."""
        self.change("UPDATE frontier SET next_visit_at = '2020-01-01T00:00:00Z' WHERE next_visit_at > ''")

    def frontier(self) -> dict[str, list[str | None]]:
        """Path to kind, state and reason."""
        rows = self.rows("SELECT url, kind, state, reason FROM frontier")
        return {url.removeprefix(self.web.url("")): row for url, *row in rows}
