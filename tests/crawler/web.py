"""A web site on loopback whose answers a test declares."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


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
    moved_to: str | None = None
    """The host that every other one redirects to, path by path."""

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

    def add_list(self, path: str, numbers: Iterable[int], extra: str = "") -> None:
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


class WebServer(ThreadingHTTPServer):
    daemon_threads = True
    web: Web


class WebHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: WebServer

    def do_GET(self) -> None:
        self.server.web.agents.add(self.headers["User-Agent"])
        answer = self.server.web.answer(self.path)
        moved_to = self.server.web.moved_to
        if moved_to and not self.headers["Host"].startswith(moved_to):
            location = f"http://{moved_to}:{self.server.web.port}{self.path}"
            answer = Answer(status=301, headers={"Location": location})
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
