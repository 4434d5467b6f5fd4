"""Scrapy's HTTP handler, with a limit for the head of an answer."""

from __future__ import annotations

import logging

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.crawler import Crawler
from twisted.internet.defer import Deferred
from twisted.internet.interfaces import IAddress
from twisted.python.failure import Failure
from twisted.web._newclient import BODY, HTTP11ClientProtocol, Request
from twisted.web.iweb import IResponse

from crawler.visits.outcome import HeadTooLargeError

MOST_HEAD_BYTES = 256 * 1024
"""Browsers allow about as much."""

# What it says of an answer that broke off, the frontier says too, and without advice that nobody can follow.
logging.getLogger(HTTP11DownloadHandler.__module__).setLevel(logging.ERROR)


class LimitedHTTPHandler(HTTP11DownloadHandler):
    """Ends a connection whose answer has an endless head."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = _Factory
        # Of Scrapy's one second a busy machine may need all; both ends at once are logged with a traceback.
        self._disconnect_timeout = 10


class _Protocol(_LenientHTTP11ClientProtocol):
    _head_bytes = 0

    def request(self, request: Request) -> Deferred[IResponse]:
        self._head_bytes = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 — Twisted's name
        if self._parser is not None and self._parser.state != BODY:
            if self._head_bytes > MOST_HEAD_BYTES:
                self._giveUp(Failure(HeadTooLargeError()))  # type: ignore[no-untyped-call]
                return
            self._head_bytes += len(data)
        super().dataReceived(data)  # type: ignore[no-untyped-call]


class _Factory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: IAddress | None) -> HTTP11ClientProtocol:  # noqa: ARG002, N802 — Twisted's
        return _Protocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
