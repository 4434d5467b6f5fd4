"""CPU of a whole crawl against Scrapy's bare fetch of the same pages; bytes of an unchanged crawl."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.official_prose import OfficialProse
from tests.serving import serving

ROOT = Path(__file__).parents[2]
PAGES = int(os.environ.get("BENCH_PAGES", "2000"))
PER_LIST = 50

SPENT = """
import json, resource
usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
cpu = sum(spent.ru_utime + spent.ru_stime for spent in usage)
print(json.dumps({"cpu": cpu, "megabytes": usage[0].ru_maxrss / 1024}))
"""

BARE = """
import sys
from scrapy import Spider
from scrapy.crawler import CrawlerProcess
class Bare(Spider):
    name = "bare"
    start_urls = [f"{sys.argv[1]}/a/{number}.htm" for number in range(int(sys.argv[2]))]
    def parse(self, response):
        pass
process = CrawlerProcess({"LOG_LEVEL": "ERROR", "CONCURRENT_REQUESTS": 1, "TELNETCONSOLE_ENABLED": False})
process.crawl(Bare)
process.start()
"""

FULL = """
import sys
from pathlib import Path
from crawler.paging import Query
from crawler.reader import SHARED
from crawler.run import crawl_sites
from crawler.site import Site
site = Site(
    name="bench", title="石岭煤矿", home=f"{sys.argv[1]}/", kind="mine", start=(f"{sys.argv[1]}/list.htm",),
    article=r"/a/\\d+\\.htm", paging=Query("page"), delay=0.0,
)
crawl_sites([site], Path(sys.argv[3]))
SHARED.close()
"""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    sent = 0

    def do_GET(self) -> None:
        body = page(self.path)
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        is_known = self.path.startswith("/a/") and self.headers["If-None-Match"] == etag
        body = b"" if is_known else body
        self.send_response(304 if is_known else 200 if body else 404)
        self.send_header("ETag", etag)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        Handler.sent += len(b"".join(self._headers_buffer)) + len(body)  # type: ignore[attr-defined]
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@cache
def texts() -> list[str]:
    """No two of one form: such pages are compared pair by pair, which is no cost of a crawl of others."""
    prose = OfficialProse(seed=6)
    return [prose.text(1350).body for _ in range(PAGES)]


def page(path: str) -> bytes:
    furniture = "".join(
        f'<li class="menu-item"><a href="/channel/{n}/">栏目之{n}</a></li>' for n in range(150)
    )
    if path.startswith("/a/"):
        number = path[3:-4]
        lines = texts()[int(number) % PAGES].splitlines()
        text = "".join(f"<p>开展安全生产月活动：{line}</p>" for line in lines)
        middle = f"<h1>安全生产月简报第{number}期</h1><div>2010-06-08 来源：石岭煤矿</div><div>{text}</div>"
    elif path.startswith("/list.htm"):
        at = int(path.partition("page=")[2] or "1") - 1
        numbers = range(at * PER_LIST, min(PAGES, (at + 1) * PER_LIST))
        middle = "<ul>" + "".join(f'<li><a href="/a/{n}.htm">简报第{n}期</a></li>' for n in numbers) + "</ul>"
    else:
        return b""
    return (
        f"<html><title>石岭煤矿</title><body><ul>{furniture}</ul>{middle}<ul>{furniture}</ul></body>".encode()
    )


@pytest.fixture
def origin() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    with serving(server):
        yield f"http://bench.localhost:{server.server_address[1]}"


def run(program: str, *arguments: str | Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-c", program + SPENT, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    spent: dict[str, float] = json.loads(done.stdout)
    return spent


def test_cost_of_a_crawl(origin: str, tmp_path: Path) -> None:
    bare = run(BARE, origin.replace("bench.localhost", "127.0.0.1"), str(PAGES))
    Handler.sent = 0
    full = run(FULL, origin, str(PAGES), tmp_path)
    first, Handler.sent = Handler.sent, 0
    with closing(sqlite3.connect(tmp_path / "archive.db")) as db, db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (PAGES,)
        db.execute("UPDATE frontier SET next_visit_at = '2020-01-01T00:00:00Z' WHERE kind = 'article'")
    again = run(FULL, origin, str(PAGES), tmp_path)
    with closing(sqlite3.connect(tmp_path / "archive.db")) as db:
        unchanged = db.execute("SELECT unchanged FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    assert unchanged == (PAGES,)

    print(f"\n{PAGES} pages            CPU s   of bare   peak MB   bytes sent")
    for name, spent, sent in (
        ("bare fetch", bare, 0),
        ("full crawl", full, first),
        ("again", again, Handler.sent),
    ):
        ratio = spent["cpu"] / bare["cpu"]
        print(f"{name:18}{spent['cpu']:8.1f}{ratio:10.2f}{spent['megabytes']:10.0f}{sent:13,}")
    print(f"an unchanged crawl takes {first / Handler.sent:.0f} times fewer bytes")
