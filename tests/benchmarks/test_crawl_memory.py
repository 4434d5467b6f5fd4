"""Peak memory of the crawler process over crawls of different sizes: it must not grow with the site.

    MEMORY_PAGES=2000,20000 python -m pytest tests/benchmarks/test_crawl_memory.py -s

Every page is another one, and shows lines of its own at its edges beside one that all of them repeat.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.serving import serving

ROOT = Path(__file__).parents[2]
PAGES = [int(number) for number in os.environ.get("MEMORY_PAGES", "2000,10000").split(",")]
PER_LIST = 200
MOST_MEGABYTES = 250
MOST_GROWTH = 1.1

HAN = "安全生产月活动各区队对照方案逐条落实班组碰头盯住运输排水通风机电检修隐患整改台账"

CRAWL = """
import json, sys, time
from pathlib import Path
from crawler.paging import Query
from crawler.reader import SHARED
from crawler.run import crawl_sites
from crawler.site import Site
site = Site(
    name="bench", title="石岭煤矿", home=f"{sys.argv[1]}/", kind="mine", start=(f"{sys.argv[1]}/list.htm",),
    article=r"/a/\\d+\\.htm", paging=Query("page"), delay=0.0,
)
(report,) = crawl_sites([site], Path(sys.argv[2]))
SHARED.close()
# Of this program alone: getrusage counts what the process that started it had in memory, too.
peak = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024
print(json.dumps({"new": report.new, "megabytes": peak, "cpu": time.process_time()}))
"""


def words(number: int, place: int, length: int) -> str:
    return "".join(random.Random(number * 100 + place).choices(HAN, k=length))


def article(number: int) -> str:
    edges = [f"<p>{words(number, place, 20)}</p>" for place in range(12)]
    prose = [f"<p>{words(number, place, 60)}，{words(number, -place, 50)}。</p>" for place in (20, 30)]
    return (
        f"<h1>安全生产月简报第{number}期</h1><div>2010-06-08 来源：石岭煤矿</div>"
        f"<div><p>石岭煤矿信息公开栏</p>{''.join([*edges[:6], *prose, *edges[6:]])}</div>"
    )


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        body = page(self.path, self.server.pages)  # type: ignore[attr-defined]
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def page(path: str, pages: int) -> bytes:
    if path.startswith("/a/"):
        middle = article(int(path[3:-4]))
    elif path.startswith("/list.htm"):
        at = int(path.partition("page=")[2] or "1") - 1
        numbers = range(at * PER_LIST, min(pages, (at + 1) * PER_LIST))
        middle = "<ul>" + "".join(f'<li><a href="/a/{n}.htm">简报第{n}期</a></li>' for n in numbers) + "</ul>"
    else:
        return b""
    return f"<html><title>石岭煤矿</title><body>{middle}</body>".encode()


@pytest.fixture
def server() -> Iterator[Any]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    with serving(server):
        yield server


def crawled(server: Any, pages: int, data: Path) -> dict[str, float]:
    server.pages = pages
    done = subprocess.run(
        [sys.executable, "-c", CRAWL, f"http://bench.localhost:{server.server_address[1]}", str(data)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        timeout=pages,
    )
    spent: dict[str, float] = json.loads(done.stdout)
    return spent


def test_peak_memory_is_flat(server: Any, tmp_path: Path) -> None:
    print("\n   pages   peak MB     CPU s")
    peaks = []
    for pages in PAGES:
        spent = crawled(server, pages, tmp_path / str(pages))
        assert spent["new"] == pages
        print(f"{pages:8,}{spent['megabytes']:10.0f}{spent['cpu']:10.1f}")
        peaks.append(spent["megabytes"])
    assert max(peaks) <= min(MOST_MEGABYTES, MOST_GROWTH * peaks[0])
