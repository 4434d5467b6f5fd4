"""Keys of Scrapy's `Request.meta`, and what travels under them."""

from __future__ import annotations

from typing import Final

from scrapy import Request
from scrapy.http import Response

from archive.store.exchange import Exchange

ROW: Final = "row"
"""The `FrontierRow` that the request is for; redirects and retries carry it on."""

EXCHANGE: Final = "exchange"
"""The `Exchange` of the answer, until it is saved."""

IS_ROBOTS: Final = "is_robots"
"""Whether the request is for a robots.txt."""


def exchange_in(response: Response, request: Request) -> Exchange | None:
    """Return the exchange of an answer to `request`, or to the one that a redirect or retry made of it."""
    found: Exchange | None = (response.request or request).meta.get(EXCHANGE)
    return found
