"""Keeps each answer as it came over the wire, before Scrapy decompresses or reads it."""

from __future__ import annotations

from scrapy import Request
from scrapy.http import Headers, Response

from archive.store.clock import now
from archive.store.exchange import Exchange
from archive.store.exchange import Headers as Fields
from crawler.meta import EXCHANGE
from crawler.outcome import status_line


class WireCapture:
    """Downloader middleware next to the downloader (order 960), so that it sees every answer.

    robots.txt, redirects, errors and 304 included. Who ends a request saves its exchange: the spider's
    callback, its errback, the scheduler for retries and redirects, the robots middleware for robots.txt.
    """

    def process_response(self, request: Request, response: Response) -> Response:
        """Put the exchange into the request's meta; change nothing."""
        request.meta[EXCHANGE] = exchange_of(request, response)
        return response


def exchange_of(request: Request, response: Response) -> Exchange:
    """Return request and answer as evidence. Reason phrases are the usual ones: the client drops them."""
    mime = (response.headers.get("Content-Type") or b"").decode("latin-1")
    return Exchange(
        url=response.url,
        captured_at=now(),
        record_type="revisit" if response.status == 304 else "response",
        status=response.status,
        status_line=status_line(response.status),
        request_method=request.method,
        request_headers=_fields(request.headers),
        headers=_fields(response.headers),
        wire=response.body,
        mime=mime.partition(";")[0].strip().lower() or None,
    )


def _fields(headers: Headers) -> Fields:
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in headers.items()
        for value in values
    )
