"""Keys of Scrapy's `Request.meta`, and what travels under them."""

from __future__ import annotations

from typing import Final

ROW: Final = "row"
"""The `FrontierRow` that the request is for; redirects and retries carry it on."""

EXCHANGE: Final = "exchange"
"""The `Exchange` of the answer, until it is saved."""

IS_ROBOTS: Final = "is_robots"
"""Whether the request is for a robots.txt."""
