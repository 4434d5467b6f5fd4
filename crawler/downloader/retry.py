"""Retries: a server that stumbles is asked again after the time that it asks for, then less often."""

from __future__ import annotations

import email.utils
from datetime import UTC, datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response

from crawler.downloader.back_off import LONGEST_WAIT, BackOff

_YEAR = 366 * 86_400.0


class PatientRetryMiddleware(RetryMiddleware):
    """Scrapy's middleware, which keeps Retry-After.

    The wait holds up the whole host, as it should, and stands where a pause or a signal finds it.
    """

    _back_off: BackOff

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Keep the pace of the hosts of one crawl."""
        made = super().from_crawler(crawler)
        made._back_off = BackOff(crawler)
        return made

    # Scrapy's own has a third argument that nothing passes any more.
    def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        """Ask again, after the time that the answer asks for; give up at once where that is too long."""
        is_asked_again = response.status in self.retry_http_codes
        wait = retry_after(response, datetime.now(UTC)) if is_asked_again else 0.0
        self._back_off.see(request, response, wait)
        if not is_asked_again or wait > LONGEST_WAIT:
            return response
        return super().process_response(request, response)


def retry_after(response: Response, now: datetime) -> float:
    """Return the seconds that `Retry-After` asks for, a year at most; 0 without one or for nonsense.

    It is a number or a date.
    """
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if value.isdecimal():
        return min(float(value), _YEAR)
    try:
        seconds = (email.utils.parsedate_to_datetime(value) - now).total_seconds()
        return min(max(0.0, seconds), _YEAR)
    except (ValueError, TypeError, OverflowError):
        return 0.0
