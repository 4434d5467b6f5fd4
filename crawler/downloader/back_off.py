"""A host that says it is too busy is asked less often, and only slowly as often as before again."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.archiving import Archiving
from crawler.downloader.pace import Pace
from crawler.pausing import Pausing

TOO_BUSY: Final = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)

LONGEST_WAIT: Final = 600.0
"""Seconds that a run waits for one Retry-After; where a host asks for more, the crawl of its site pauses."""


class BackOff:
    """The pace of the hosts of one crawl, above what the site's definition and robots.txt ask for."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    def see(self, request: Request, response: Response, wait: float = 0.0) -> None:
        """Slow the host down where it is too busy, which the run's warnings tell; else speed it up again.

        None of its pages is asked for in the `wait` (seconds) that it asks for.
        """
        host = self._crawler.engine.downloader.get_slot_key(request)
        pace, in_this_run = Pace.of(self._crawler), min(wait, LONGEST_WAIT)
        if response.status in TOO_BUSY:
            pace.slow_down(host, in_this_run)
            recorder = Archiving.of(self._crawler).recorder
            recorder.warn(f"{host} answered {response.status}; it was asked less often then")
        else:
            pace.go_on(host, faster=response.status < HTTPStatus.BAD_REQUEST, wait=in_this_run)
        if wait > LONGEST_WAIT:
            Pausing.of(self._crawler).pause(f"{host} asks to be left alone for {wait:.0f} seconds")
