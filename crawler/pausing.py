"""Ends a crawl before its end where somebody wants it: the next one goes on there."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, cast

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import create_looping_call
from scrapy.utils.defer import deferred_from_coro
from twisted.internet.error import ReactorNotRunning

from crawler.downloader.pace import take_back_waiting
from crawler.installation.configuration import Configuration
from crawler.plan import PAUSED, SETTING, Plan
from crawler.visits import reader

STOP_FILE = "stop"
"""While a file of this name lies in the data directory, nothing is crawled."""

_EVERY = 0.5


class Pausing:
    """Scrapy extension: watches the stop file, the clock and the signals of one crawl."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._stop_file = Path(crawler.settings["CAMPAIGN_ARCHIVE_DATA"]) / STOP_FILE
        self._plan: Plan = crawler.settings[SETTING]
        self._longest_end = crawler.settings.getfloat("LONGEST_END")
        self._started = time.monotonic()
        self._is_pausing = False
        self._signalled: float | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Watch from the crawl's beginning to its end."""
        pausing = cls(crawler)
        crawler.signals.connect(pausing.spider_opened, signals.spider_opened)
        crawler.signals.connect(pausing.spider_closed, signals.spider_closed)
        return pausing

    @classmethod
    def of(cls, crawler: Crawler) -> Pausing:
        """Return a crawler's own; there is always one, see crawler/settings.py."""
        pausing = crawler.get_extension(cls)
        assert pausing is not None
        return pausing

    def pause(self, why: str) -> None:
        """End the crawl when the page that is under way has come; a second call changes nothing."""
        if self._crawler.crawling and not self._is_pausing:
            self._is_pausing = True
            deferred_from_coro(self._crawler.engine.close_spider_async(reason=f"{PAUSED}{why}"))

    def spider_opened(self) -> None:
        """Begin to watch."""
        configuration = Configuration.read(self._stop_file.parent)
        assert self._crawler.spider is not None
        self._hours = configuration.hours.get(self._crawler.spider.name)
        self._watch = create_looping_call(self._look)
        self._watch.start(_EVERY)

    def spider_closed(self) -> None:
        """Watch no longer."""
        if self._watch.running:
            self._watch.stop()

    def _look(self) -> None:
        if not self._crawler.crawling:
            take_back_waiting(self._crawler.engine.downloader)
            self._end_in_time()
        elif self._is_pausing:
            # Other sites may go on: this one ends when its last page has come, or its time is over.
            take_back_waiting(self._crawler.engine.downloader)
        elif reason := self._why_pause():
            self.pause(reason)

    def _why_pause(self) -> str | None:
        if self._stop_file.exists():
            return f"{self._stop_file} is there"
        if self._plan.minutes is not None and time.monotonic() - self._started > self._plan.minutes * 60:
            return f"{self._plan.minutes:g} minutes are over"
        if self._hours is not None and not self._hours.contain(datetime.now(UTC)):
            return f"these are not the hours of the site, {self._hours} in Beijing"
        return None

    def _end_in_time(self) -> None:
        """As a second signal would: what is under way stays pending."""
        from twisted.internet import reactor

        self._signalled = self._signalled or time.monotonic()
        if time.monotonic() - self._signalled > self._longest_end:
            self._watch.stop()
            # Python would wait at its end for the page that is being read.
            reader.SHARED.abandon()
            with suppress(ReactorNotRunning):  # Another site's watch has stopped it.
                cast(Any, reactor).stop()
