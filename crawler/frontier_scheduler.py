"""Feeds Scrapy from the frontier, which is a table of the archive: a crawl that is killed loses nothing.

An address stays `pending` in the table until the visit that settles it is committed, page and new links
together. Scrapy's own queues hold nothing but retries and redirects of addresses under way.
"""

from __future__ import annotations

from collections import deque
from typing import Self

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler

from archive.store.frontier import FrontierRow
from archive.store.visit import Visit
from crawler.archiving import Archiving
from crawler.meta import EXCHANGE
from crawler.spider import SiteSpider


class FrontierScheduler(BaseScheduler):
    """Scrapy's scheduler interface over `archive.store.frontier.Frontier`."""

    def __init__(self, archiving: Archiving) -> None:
        self._archiving = archiving
        self._again: deque[Request] = deque()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Share the archive that the crawler's `Archiving` has opened."""
        return cls(Archiving.of(crawler))

    def open(self, spider: Spider) -> None:
        """Begin a walk over the site's lists, or go on with the one that was cut off."""
        assert isinstance(spider, SiteSpider)
        self._spider = spider
        self._archiving.frontier.begin_walk(spider.site.start)

    def has_pending_requests(self) -> bool:
        """Tell whether anything can be fetched now."""
        return bool(self._again) or self._next_row() is not None

    def enqueue_request(self, request: Request) -> bool:
        """Take back a request that is to be asked again, and keep the answer that was the reason.

        The spider yields no requests, so whatever comes here is a retry or a redirect.
        """
        exchange = request.meta.pop(EXCHANGE, None)
        if exchange is not None:
            self._archiving.save(Visit(url=exchange.url, kind="other", exchange=exchange))
        self._again.append(request)
        return True

    def next_request(self) -> Request | None:
        """Return what to fetch next: retries and redirects first, then the frontier in its own order."""
        if self._again:
            return self._again.popleft()
        row = self._next_row()
        if row is None:
            return None
        self._archiving.in_flight.add(row.url)
        return self._spider.request(row)

    def _next_row(self) -> FrontierRow | None:
        return self._archiving.frontier.next(self._archiving.in_flight)
