"""A web site on loopback whose answers a test declares, and crawls of it in a process of their own."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

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
from crawler.report import exit_code
from crawler.run import crawl
try:
    reports = crawl(["web"], Path(sys.argv[2]), plan=plan)
except ArchiveError as error:
    print(error, file=sys.stderr)
    sys.exit(error.exit_code)
# Of this program alone: getrusage counts what the process that started it had in memory, too.
def peak(process, name):
    return int(Path(f"/proc/{process}/status").read_text().partition(f"{name}:")[2].split()[0]) // 1024
from crawler.reader import SHARED
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
    name="web", title="石岭煤矿", home="http://web.localhost:{port}/", kind="mine",
    start={start!r}, article=r"/a/\\d+\\.htm", delay=0.0, {more}
)
"""


@dataclass
class Answer:
    """What one path answers."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Web:
    """The declared site."""

    port: int
    pages: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    """A list is answered one after the other; its last answer for good."""
    asked: list[tuple[float, str]] = field(default_factory=list)
    """When (monotonic seconds) which path was asked for."""
    seconds: float = 0.0
    """How long each answer takes."""
    agents: set[str] = field(default_factory=set)

    def url(self, path: str) -> str:
        return f"http://web.localhost:{self.port}{path}"

    def add(self, path: str, html: str, **more: Any) -> None:
        self.pages[path] = Answer(html.encode(), headers={"Content-Type": "text/html; charset=utf-8"}, **more)

    def add_article(self, number: int, extra: str = "") -> None:
        text = "".join(
            f"<p>石岭煤矿第{number}采区召开安全生产月动员会，矿长要求各区队对照{part}号方案逐条落实。</p>"
            for part in range(1, 9)
        )
        title = f"安全生产月简报第{number}期"
        self.add(f"/a/{number}.htm", f"<title>{title}</title><h1>{title}</h1><div>{text}{extra}</div>")

    def add_articles(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self.add_article(number)

    def add_list(self, path: str, numbers: range, extra: str = "") -> None:
        items = "".join(f'<li><a href="/a/{number}.htm">简报{number}</a></li>' for number in numbers)
        self.add(path, f"<title>简报</title><ul>{items}</ul>{extra}")

    def times(self, path: str) -> int:
        return [asked for _, asked in self.asked].count(path)

    def answer(self, path: str) -> Answer:
        time.sleep(self.seconds)
        self.asked.append((time.monotonic(), path))
        page = self.pages.get(path, Answer(b"no such page", 404))
        if isinstance(page, list):
            return page.pop(0) if len(page) > 1 else page[0]
        return page


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    web: Web


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self.server.web.agents.add(self.headers["User-Agent"])
        answer = self.server.web.answer(self.path)
        etag = answer.headers.get("ETag")
        if etag and self.headers["If-None-Match"] == etag:
            answer = Answer(status=304, headers={"ETag": etag})
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def do_POST(self) -> None:
        """A posted form is asked for as `path#fields`."""
        fields = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.path = f"{self.path}#{fields}"
        self.do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def web() -> Iterator[Web]:
    server = _Server(("127.0.0.1", 0), _Handler)
    server.web = Web(port=server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server.web
    server.shutdown()
    thread.join()
    server.server_close()


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

    def define(self, *start: str, more: str = "") -> None:
        self.sites.mkdir(exist_ok=True)
        urls = tuple(self.web.url(path) for path in start)
        (self.sites / "web.py").write_text(SITE.format(port=self.web.port, start=urls, more=more))

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
                *map(json.dumps, (self.settings, self.plan)),
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


@pytest.fixture
def crawl(web: Web, tmp_path: Path) -> Callable[..., Crawl]:
    """Define the site with these start paths; `more` are further fields of its declaration."""

    def define(*start: str, more: str = "") -> Crawl:
        crawl = Crawl(web, tmp_path / "sites", tmp_path / "data")
        crawl.define(*start, more=more)
        return crawl

    return define
