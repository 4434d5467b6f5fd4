"""The source of a page: of a list, and of a text that may be a shell."""

from __future__ import annotations

from archive.extract.charset import decode, decode_as
from archive.store.exchange import Exchange
from crawler.site import Site

MOST_BYTES = 8 * 1024 * 1024
"""Of one page, unpacked."""


def body_of(exchange: Exchange) -> bytes:
    """Return the body unpacked; `InputError` where it can't be, or to more than a page may hold."""
    return exchange.capture(MOST_BYTES).body


def source_of(site: Site, exchange: Exchange) -> str:
    """Return the source, in the charset that the site's definition names, or that the page shows.

    `InputError` as `body_of`.
    """
    body = body_of(exchange)
    return (decode_as(body, site.charset) if site.charset else decode(body)).text
