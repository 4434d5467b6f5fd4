"""Keeps each answer as it came over the wire, before Scrapy decompresses or reads it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response

from archive.addresses import split_address
from archive.store.answers import status_line
from archive.store.clock import now
from archive.store.exchange import Exchange, media_type
from archive.store.exchange import Headers as Fields
from crawler.archiving import Archiving
from crawler.meta import EXCHANGE

_STOPPED = "download_stopped"
"""Scrapy's word for an answer of which somebody had enough."""


class WireCapture:
    """Downloader middleware next to the downloader (order 960), so that it sees every answer.

    robots.txt, redirects, errors and 304 included. An answer that ends a request is saved by whoever ends it:
    the spider's callback or errback, the robots middleware. One that makes us ask again is saved here.
    """

    def __init__(self, archiving: Archiving) -> None:
        self._archiving = archiving

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Share the archive that the crawler's `Archiving` has opened."""
        return cls(Archiving.of(crawler))

    def process_request(self, request: Request) -> None:
        """Save the answer that made this request a retry or a redirect, if it is one."""
        earlier = request.meta.pop(EXCHANGE, None)
        if earlier is not None:
            self._archiving.keep(earlier.url, earlier)

    def process_response(self, request: Request, response: Response) -> Response:
        """Put the exchange into the request's meta."""
        request.meta[EXCHANGE] = exchange_of(request, response)
        return response


def exchange_of(request: Request, response: Response) -> Exchange:
    """Return request and answer as evidence. Reason phrases are the usual ones: the client drops them.

    What the client itself adds to either is noted: the host, the length of a form, no length of a 304.
    """
    return Exchange(
        url=response.url,
        captured_at=now(),
        record_type="revisit" if response.status == 304 else "response",
        status=response.status,
        status_line=status_line(response.status),
        request_method=request.method,
        request_headers=_request_headers(request),
        request_body=request.body,
        headers=_headers(response),
        wire=response.body,
        is_cut=_STOPPED in response.flags,
        mime=media_type((response.headers.get("Content-Type") or b"").decode("latin-1")),
    )


def _request_headers(request: Request) -> Fields:
    length = (("Content-Length", str(len(request.body))),) if request.body else ()
    parts = split_address(request.url)
    return *length, *_fields(request.headers), ("Host", parts.netloc.rpartition("@")[2])


def _headers(response: Response) -> Fields:
    """Of a 304 the client makes up that it is empty; a site may state the length of the page there."""
    fields = _fields(response.headers)
    if response.status != HTTPStatus.NOT_MODIFIED:
        return fields
    return tuple(field for field in fields if field != ("Content-Length", "0"))


def _fields(headers: Headers) -> Fields:
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in headers.items()
        for value in values
    )
