"""A server that does everything wrong: each address ends with a reason, and the crawl goes on."""

from __future__ import annotations

import gzip
import socketserver
import time
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import brotli
import pytest

from archive.store.check import check
from archive.store.guarded_reader import MOST_BYTES
from crawler.visits.traps import MOST_DEPTH
from tests.serving import serving

GOOD = "".join(
    f"<p>石岭煤矿第{n}区队召开安全生产月动员会，逐条落实矿上的要求。</p>" for n in range(9)
).encode()
PAGE = b"<title>\xe7\xae\x80\xe6\x8a\xa5</title><h1>\xe7\xae\x80\xe6\x8a\xa5</h1>" + GOOD
BOMB = bytes(64 << 20)
# Packed before anybody waits for them.
GZIP_BOMB = gzip.compress(BOMB, 1)
DEFLATE_BOMB = zlib.compress(BOMB, 1)
BROTLI_BOMB = brotli.compress(BOMB, quality=1)
SECONDS = 2


def answer(body: bytes, status: str = "200 OK", length: int | None = None, **headers: str) -> bytes:
    fields = {"Content-Type": "text/html; charset=utf-8", "Connection": "close", **headers}
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def moved(location: str) -> bytes:
    return answer(b"", "302 Found", Location=location)


def drip(start: bytes, piece: bytes, pause: float) -> Iterator[bytes]:
    yield start
    until = time.monotonic() + 3 * SECONDS
    while time.monotonic() < until:
        yield piece
        time.sleep(pause)


def chunks(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n" + body


# 8 MB of links, each an object of the parser's and another of ours.
MANY_LINKS = b"<a href=b>" * 800_000

ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"

# Name, what is sent, and part of the reason in the frontier; None: an article comes of it all the same.
CASES: list[tuple[str, Callable[[str], bytes | Iterator[bytes]], str | None]] = [
    ("nothing at all", lambda _: b"", "broke off"),
    ("not HTTP", lambda _: b"SSH-2.0-OpenSSH_9.6\r\n", "broke off"),
    ("a status that is no number", lambda _: b"HTTP/1.1 OK fine\r\n\r\n", "broke off"),
    ("a status of its own", lambda _: answer(PAGE, "299 Hm"), "299"),
    ("slow headers", lambda _: drip(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.2), "in time"),
    ("a body that trickles", lambda _: drip(ENDLESS, b"x", 0.2), "in time"),
    ("silence", lambda _: drip(b"", b"", 0.2), "in time"),
    ("an endless body", lambda _: drip(ENDLESS, bytes(1 << 20), 0), "larger"),
    ("a length beyond all measure", lambda _: answer(PAGE, length=10**15), "larger"),
    ("a length that is too long", lambda _: answer(PAGE, length=len(PAGE) + 99), "broke off"),
    ("a length that is too short", lambda _: answer(PAGE, length=len(PAGE) - 3), None),
    ("a negative length", lambda _: answer(PAGE, length=-1), "broke off"),
    ("two lengths", lambda _: answer(PAGE, content_length="3"), "broke off"),
    ("chunks without an end", lambda _: chunks(b"ffff\r\nabc"), "broke off"),
    ("chunks of no size", lambda _: chunks(b"zz\r\nabc\r\n0\r\n\r\n"), "broke off"),
    (
        "20 MB of headers",
        lambda _: drip(b"HTTP/1.1 200 OK\r\n", b"X-Y: " + b"z" * 999 + b"\r\n", 0),
        "headers",
    ),
    ("one header of 5 MB", lambda _: answer(PAGE, X=("z" * (5 << 20))), "broke off"),
    ("a gzip bomb", lambda _: answer(GZIP_BOMB, Content_Encoding="gzip"), "unpacks to more"),
    ("a deflate bomb", lambda _: answer(DEFLATE_BOMB, Content_Encoding="deflate"), "unpacks to more"),
    ("a brotli bomb", lambda _: answer(BROTLI_BOMB, Content_Encoding="br"), "unpacks to more"),
    (
        "zstd of nonsense",
        lambda _: answer(b"\x28\xb5\x2f\xfd" * 99, Content_Encoding="zstd"),
        "not in the encoding",
    ),
    ("gzip that is none", lambda _: answer(PAGE, Content_Encoding="gzip"), None),
    ("gzip cut in the middle", lambda _: answer(gzip.compress(PAGE)[:200], Content_Encoding="gzip"), None),
    ("an encoding of its own", lambda _: answer(PAGE, Content_Encoding="x-kuaizip"), "encoded"),
    ("a redirect to itself", moved, "circle"),
    ("redirects without end", lambda path: moved(f"{path}x"), "redirects more than"),
    ("a redirect to a file", lambda _: moved("file:///etc/passwd"), "what is no web page: file:"),
    ("a redirect to another port", lambda _: moved("http://127.0.0.1:9/"), "another site"),
    ("a redirect to the metadata of a cloud", lambda _: moved("http://169.254.169.254/"), "another site"),
    ("a redirect to localhost", lambda _: moved("http://localhost:22/"), "another site"),
    ("a redirect to what is no address", lambda _: moved("http://[::1"), "what is no web page: http://[::1"),
    ("a redirect to nowhere", lambda _: answer(b"", "302 Found"), "302"),
    ("a line of 5 MB", lambda _: answer(PAGE + b"<p>" + "煤".encode() * ((5 << 20) // 3)), None),
    ("100,000 nested tags", lambda _: answer(PAGE + b"<div>" * 100_000 + GOOD), None),
    ("a tag with 100,000 attributes", lambda _: answer(PAGE + b"<p" + b" a=b" * 100_000 + b">"), None),
    ("NULs", lambda _: answer(PAGE.replace(b"<p>", b"<p>\0")), "no article"),
    ("nothing but NULs", lambda _: answer(bytes(100_000)), "no article"),
    ("a lone half of a character", lambda _: answer(PAGE + b"&#xD800;&#0;&#x110000;"), None),
]


class Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        path = self.rfile.readline(9_999).split(b" ")[1:2]
        while self.rfile.readline(9_999).strip():
            pass
        said = self.server.site(path[0].decode() if path else "/")  # type: ignore[attr-defined]
        try:
            for piece in (said,) if isinstance(said, bytes) else said:
                self.wfile.write(piece)
        except OSError:
            pass  # the crawler has had enough


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    @staticmethod
    def site(path: str) -> bytes | Iterator[bytes]:
        if path == "/list.htm":
            links = "".join(f'<a href="/a/{number}.htm">简报</a>' for number in range(len(CASES) + 1))
            links += '<a href="/days/0.htm">Calendar</a><a href="/many.htm">All</a>'
            links += '<a href="file:///etc/passwd">x</a><a href="/a/' + "a/b/" * 9 + '1.htm">x</a>'
            return answer(links.encode())
        if path.startswith("/days/"):
            day = int(path[6:-4])
            return answer(f'<a href="/days/{day + 1}.htm">+</a><a href="/a/{len(CASES)}.htm">x</a>'.encode())
        if path == "/many.htm":
            return answer(MANY_LINKS)
        number = path.removeprefix("/a/").partition(".")[0]
        if path.startswith("/a/") and number.isdigit() and int(number) < len(CASES):
            return CASES[int(number)][1](path)
        return answer(PAGE) if path.startswith("/a/") else answer(b"", "404 Not Found")


@pytest.fixture
def hostile() -> Iterator[int]:
    server = Server(("127.0.0.1", 0), Handler)
    with serving(server):
        yield server.server_address[1]


@pytest.fixture
def site(hostile: int, web: Any, crawl: Any) -> Any:
    web.port = hostile
    site = crawl("/list.htm")
    declaration = site.sites / "web.py"
    declared = declaration.read_text().replace(r"/a/\d+\.htm", r"/a/[\w/]+\.htmx*")
    declaration.write_text(
        declared.replace("delay=0.0,", r'delay=0.0, listing=r"/days/\d+\.htm|/many\.htm",')
    )
    site.settings = {"DOWNLOAD_TIMEOUT": SECONDS, "RETRY_TIMES": 0}
    return site


def test_each_case_ends_with_a_reason_and_the_crawl_goes_on_within_bounds(site: Any) -> None:
    report = site.run(exit_code=3)

    rows = site.frontier()
    for number, (name, _, expected) in enumerate(CASES):
        kind, state, reason = rows[f"/a/{number}.htm"]
        assert kind == "article" and state != "pending", name
        if expected is None:
            assert (state, reason) == ("done", None), name
        else:
            assert reason and expected in reason, f"{name}: {state}, {reason}"
    assert rows[f"/a/{len(CASES)}.htm"] == ["article", "done", None]
    assert rows["/a/" + "a/b/" * 9 + "1.htm"][1] == "skipped"
    assert rows[f"/days/{MOST_DEPTH}.htm"][1:] == [
        "skipped",
        f"more than {MOST_DEPTH} lists on the way to it",
    ]
    assert rows["/many.htm"][1:] == ["done", "links to no article"]
    assert any("/many.htm has more than" in warning for warning in report["warnings"])
    assert report["outcome"] == "finished"
    # The address space that it ever took, whatever the pages were.
    assert 0 < report["reader_megabytes"] <= MOST_BYTES >> 20
    # About 230 are measured, 120 of them before the first page: a line of 5 MB is compared, too.
    assert report["peak_megabytes"] < 300
    assert check(site.data).faults == ()


def test_a_robots_txt_without_end_is_read_at_its_beginning(
    site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Server.site
    rules = ENDLESS + b"User-agent: *\nDisallow: /a/\nDisallow: /days/\n"
    endless = {"/robots.txt": lambda: drip(rules, b"#" * (1 << 16), 0)}
    served = staticmethod(lambda path: endless.get(path, lambda: answers(path))())
    monkeypatch.setattr(Server, "site", served)

    report = site.run(exit_code=3)

    (alarm,) = report["alarms"]
    assert alarm.startswith("robots.txt forbids all texts")
    assert report["failed"] == 0
    assert report["forbidden"] > len(CASES)


def test_a_robots_txt_that_hangs_forbids_all_for_now(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Server.site
    hanging = {"/robots.txt": lambda: drip(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.2)}
    served = staticmethod(lambda path: hanging.get(path, lambda: answers(path))())
    monkeypatch.setattr(Server, "site", served)

    report = site.run(exit_code=1)

    assert report["failed"] == 1
    ((_, state, reason),) = site.frontier().values()
    assert state == "failed" and "robots.txt can't be had (no full answer in time)" in reason
