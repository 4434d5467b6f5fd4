"""Feeds Scrapy from the frontier, which is a table of the archive: a crawl that is killed loses nothing.

An address stays `pending` in the table until the visit that settles it is committed, page and new links
together. What is under way is in no queue; a run hands out each address once.
"""

from __future__ import annotations

from collections import deque
from typing import Self

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler

from archive.store.frontier import FrontierRow
from archive.store.visit import Visit
from crawler.archiving import Archiving, visit_saved
from crawler.spider import SiteSpider
from crawler.visits.outcome import Refused


class FrontierScheduler(BaseScheduler):
    """Scrapy's scheduler interface over `archive.store.frontier.Frontier`."""

    def __init__(self, archiving: Archiving) -> None:
        self._archiving = archiving
        self._again: deque[Request] = deque()
        self._handed_out: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Share the archive that the crawler's `Archiving` has opened."""
        made = cls(Archiving.of(crawler))
        crawler.signals.connect(made._saved, visit_saved)
        return made

    def open(self, spider: Spider) -> None:
        """Take the spider, which makes the requests."""
        assert isinstance(spider, SiteSpider)
        self._spider = spider

    def has_pending_requests(self) -> bool:
        """Tell whether anything can be fetched now."""
        return bool(self._again) or self._next_row() is not None

    def enqueue_request(self, request: Request) -> bool:
        """Take back a retry or a redirect; the spider yields no requests."""
        self._again.append(request)
        return True

    def next_request(self) -> Request | None:
        """Return what to fetch next: retries and redirects first, then the frontier in its own order."""
        if self._again:
            return self._again.popleft()
        while (row := self._next_row()) and not self._spider.must_wait(row):
            self._handed_out.add(row.url)
            try:
                return self._spider.request(row)
            except Refused as refused:
                self._archiving.save(self._spider.unasked(row, refused))
        return None

    def _saved(self, visit: Visit) -> None:
        self._spider.saved(visit)

    def _next_row(self) -> FrontierRow | None:
        return self._archiving.next(exclude=self._handed_out)
