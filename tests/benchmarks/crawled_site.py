"""A site on loopback with as many articles as a benchmark wants, and the program that crawls it."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]

CRAWL = """
import sys
from pathlib import Path
from crawler.paging import Query
from crawler.visits.reader import SHARED
from crawler.run import crawl_sites
from crawler.site import Site
site = Site(
    name="bench", title="石岭煤矿", home=f"{sys.argv[1]}/", kind="mine", start=(f"{sys.argv[1]}/list.htm",),
    article=r"/a/\\d+\\.htm", paging=Query("page"), delay=0.0,
)
(report,) = crawl_sites([site], Path(sys.argv[2]))
SHARED.close()
"""
"""Arguments: the site's origin, the data directory. Leaves `report` to what follows it."""


class CrawledSite(ThreadingHTTPServer):
    """Lists of `per_list` links each to `pages` articles, with an ETag; `article` makes one of its number."""

    daemon_threads = True

    def __init__(self, article: Callable[[int], str], *, pages: int, per_list: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.article = article
        self.pages = pages
        self.per_list = per_list
        self.sent = 0
        """Bytes of all answers so far, heads included."""

    @property
    def origin(self) -> str:
        return f"http://bench.localhost:{self.server_address[1]}"

    def body(self, path: str) -> bytes:
        """Empty where the site has no such page."""
        if path.startswith("/a/"):
            html = self.article(int(path[3:-4]))
        elif path.startswith("/list.htm"):
            html = self._list(int(path.partition("page=")[2] or "1") - 1)
        else:
            return b""
        return f"<html><title>石岭煤矿</title><body>{html}</body>".encode()

    def _list(self, at: int) -> str:
        numbers = range(at * self.per_list, min(self.pages, (at + 1) * self.per_list))
        return "<ul>" + "".join(f'<li><a href="/a/{n}.htm">简报第{n}期</a></li>' for n in numbers) + "</ul>"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    server: CrawledSite

    def do_GET(self) -> None:
        body = self.server.body(self.path)
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        is_known = self.path.startswith("/a/") and self.headers["If-None-Match"] == etag
        body = b"" if is_known else body
        self.send_response(304 if is_known else 200 if body else 404)
        self.send_header("ETag", etag)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.server.sent += len(b"".join(self._headers_buffer)) + len(body)  # type: ignore[attr-defined]
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def measured(program: str, *arguments: str | Path) -> dict[str, float]:
    """Run a Python program of its own process, which prints one JSON object, and return that."""
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    spent: dict[str, float] = json.loads(done.stdout)
    return spent
