"""A host that says it is too busy is asked less often, and only slowly as often as before again."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.archiving import Archiving
from crawler.downloader.pace import set_pace

TOO_BUSY: Final = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
SLOWER: Final = 2.0
FASTER: Final = 0.9
"""Of the delay, with each good answer: after one refusal it takes seven of them, after five 33."""


class BackOff:
    """The pace of the hosts of one crawl, above what the site's definition and robots.txt ask for."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._least = crawler.settings.getfloat("BACK_OFF_LEAST")
        self._most = crawler.settings.getfloat("BACK_OFF_MOST")
        self._usual: dict[str, float] = {}

    def see(self, request: Request, response: Response) -> None:
        """Slow the host down where it is too busy, which the run's warnings tell; else speed it up again."""
        downloader = self._crawler.engine.downloader
        key = downloader.get_slot_key(request)
        slot = downloader.slots.get(key)
        if slot is None:
            return
        if response.status in TOO_BUSY:
            self._usual.setdefault(key, slot.delay)
            slower = min(max(slot.delay * SLOWER, self._least), max(self._most, slot.delay))
            set_pace(downloader, key, slower, slot.jitter)
            recorder = Archiving.of(self._crawler).recorder
            recorder.warn(f"{key} answered {response.status}; it was asked less often then")
        elif key in self._usual and response.status < HTTPStatus.BAD_REQUEST:
            set_pace(downloader, key, max(slot.delay * FASTER, self._usual[key]), slot.jitter)
