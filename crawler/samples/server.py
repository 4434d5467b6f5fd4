"""The sample sites on loopback: one port, one virtual host per site (`qingshan.localhost:8100`)."""

from __future__ import annotations

import errno
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from archive.errors import MachineError
from crawler.localhost import LOOPBACK, PORT_VARIABLE, SAMPLES_PORT, sample_origin
from crawler.samples import scripted
from crawler.samples.pages import Page, pages_of
from crawler.samples.sites import SITES, Site

_SITES: Mapping[str, Site] = {site.name: site for site in SITES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request as the server saw it."""

    host: str
    """Name of the site, without `.localhost` and port."""
    path: str
    """With its query."""
    status: int
    """What was answered."""
    user_agent: str


class SampleServer:
    """Context manager: serves all sample sites in threads of this process until left.

    `port=0` takes any free port. A port in use is a `MachineError` on construction.
    """

    def __init__(self, port: int = SAMPLES_PORT) -> None:
        try:
            self._http = _HTTPServer((LOOPBACK, port), _Handler)
        except OSError as error:
            raise _refused(port, error) from error
        self._http.log = []
        self.port: int = self._http.server_address[1]
        self._thread = threading.Thread(target=self.serve_forever, name="sample sites", daemon=True)

    @property
    def requests(self) -> tuple[Request, ...]:
        """All requests so far, in the order of their answers."""
        return tuple(self._http.log)

    def origin(self, name: str) -> str:
        """Return where a site of this server is: `http://qingshan.localhost:40123`."""
        return sample_origin(name, self.port)

    def serve_forever(self) -> None:
        """Serve in the calling thread until interrupted."""
        self._http.serve_forever(poll_interval=0.02)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


class _HTTPServer(ThreadingHTTPServer):
    daemon_threads = True
    log: list[Request]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "SampleSites"
    sys_version = ""
    wbufsize = -1  # one packet per answer: two would wait 40 ms for each other
    server: _HTTPServer

    def do_GET(self) -> None:
        host = self.headers.get("Host", "").partition(":")[0].removesuffix(".localhost")
        path = urlsplit(self.path).path
        if site := _SITES.get(host):
            self._answer_for(site, host, path)
        elif host != scripted.NAME:
            self._answer(HTTPStatus.OK, _directory(self.server.server_address[1]))
        elif page := scripted.scripted_pages().get(path):
            self._answer(HTTPStatus.OK, page)
        else:
            self._answer(HTTPStatus.NOT_FOUND, _message("404 Not Found"))

    do_HEAD = do_GET  # noqa: N815 (the name that the standard library calls)

    def _answer_for(self, site: Site, host: str, path: str) -> None:
        if target := site.redirects.get(path):
            self._answer(HTTPStatus.MOVED_PERMANENTLY, _message("301 Moved"), location=target)
        elif path in site.healing and (host, self.path) not in self._asked():
            self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, _message("500 Internal Server Error"))
        elif page := pages_of(site).get(path):
            fresh = page.etag is not None and self.headers.get("If-None-Match") == page.etag
            self._answer(HTTPStatus.NOT_MODIFIED if fresh else HTTPStatus.OK, page)
        else:
            self._answer(HTTPStatus.NOT_FOUND, _message("404 Not Found"))

    def _answer(self, status: HTTPStatus, page: Page, *, location: str | None = None) -> None:
        self._log(status)
        has_body = status is not HTTPStatus.NOT_MODIFIED
        self.send_response(status)
        if page.etag:
            self.send_header("ETag", page.etag)
        if location:
            self.send_header("Location", location)
        if has_body:
            self.send_header("Content-Type", page.content_type)
            self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        if has_body and self.command != "HEAD":
            self.wfile.write(page.body)

    def _asked(self) -> set[tuple[str, str]]:
        return {(request.host, request.path) for request in self.server.log}

    def _log(self, status: HTTPStatus) -> None:
        host = self.headers.get("Host", "").partition(":")[0].removesuffix(".localhost")
        agent = self.headers.get("User-Agent", "")
        self.server.log.append(Request(host=host, path=self.path, status=status, user_agent=agent))

    def log_message(self, format: str, *args: object) -> None:
        """Keep standard error free: the log is `SampleServer.requests`."""


def _directory(port: int) -> Page:
    """What `http://localhost:8100/` shows: the way to the five sites."""
    links = "".join(
        f'<li><a href="{sample_origin(site.name, port)}/">{site.title}</a></li>' for site in SITES
    )
    return _message(f"<h1>Sample sites 示例网站</h1><ul>{links}</ul>")


def _message(html: str) -> Page:
    body = f"<!DOCTYPE html><meta charset=utf-8><title>Sample sites</title>{html}"
    return Page(content_type="text/html; charset=utf-8", body=body.encode())


def _refused(port: int, error: OSError) -> MachineError:
    if error.errno == errno.EADDRINUSE:
        return MachineError(
            f"Port {port} of 127.0.0.1 is in use, so the sample sites can't be served there",
            remedy=f"End the program that holds it, or set {PORT_VARIABLE} to another port",
        )
    return MachineError(
        f"The sample sites can't be served at 127.0.0.1:{port}: {error.strerror}",
        remedy=f"Set {PORT_VARIABLE} to a port above 1023",
    )
