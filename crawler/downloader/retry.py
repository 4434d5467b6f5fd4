"""Retries: a server that stumbles is asked again after the time that it asks for, then less often."""

from __future__ import annotations

import asyncio
import email.utils
from datetime import UTC, datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response

from crawler.downloader.back_off import BackOff

LONGEST_WAIT = 30.0
"""Seconds that a run waits for one Retry-After; where a site asks for more, the address has failed."""


class PatientRetryMiddleware(RetryMiddleware):
    """Scrapy's middleware, which keeps Retry-After.

    The wait holds up the whole site, as it should: a crawl has one request under way at a time.
    """

    _back_off: BackOff

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Keep the pace of the hosts of one crawl."""
        made = super().from_crawler(crawler)
        made._back_off = BackOff(crawler)
        return made

    # Scrapy awaits what a middleware returns; its own type says Request | Response only.
    async def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        """Wait as long as the answer asks for, then ask again; give up at once where that is too long."""
        self._back_off.see(request, response)
        if response.status not in self.retry_http_codes:
            return response
        wait = retry_after(response, datetime.now(UTC))
        if wait > LONGEST_WAIT:
            return response
        again = super().process_response(request, response)
        if isinstance(again, Request):
            await asyncio.sleep(wait)
        return again


def retry_after(response: Response, now: datetime) -> float:
    """Return the seconds that `Retry-After` asks for: a number or a date; 0 without one or for nonsense."""
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if value.isdecimal():
        return float(value)
    try:
        return max(0.0, (email.utils.parsedate_to_datetime(value) - now).total_seconds())
    except (ValueError, TypeError):
        return 0.0
