"""How often each host of a crawl is asked, where Scrapy keeps it: it makes a host's slot anew when idle."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final, Self
from weakref import WeakKeyDictionary

from scrapy.core.downloader import Downloader
from scrapy.crawler import Crawler

from crawler.meta import IS_ROBOTS, ROW
from crawler.visits.outcome import TakenBack

SLOWER: Final = 2.0
FASTER: Final = 0.9
"""Of the delay, with each good answer: after one refusal it takes seven of them, after five 33."""


@dataclass(slots=True)
class _Host:
    """Seconds between two requests."""

    least: float
    """What the site's file asks for, or its robots.txt."""
    jitter: float
    """Share of the delay by which it varies."""
    slowed: float = 0.0
    """Since the host was too busy; where it is less than `least`, that counts."""

    @property
    def delay(self) -> float:
        return max(self.least, self.slowed)


class Pace:
    """The pace of the hosts of one crawl."""

    def __init__(self, crawler: Crawler) -> None:
        self._downloader: Downloader = crawler.engine.downloader
        self._settings = crawler.settings
        self._hosts: dict[str, _Host] = {}

    @classmethod
    def of(cls, crawler: Crawler) -> Self:
        """Return a crawl's own."""
        if crawler not in _PACES:
            _PACES[crawler] = cls(crawler)
        found = _PACES[crawler]
        assert isinstance(found, cls)
        return found

    def keep(self, host: str, delay: float) -> None:
        """Wait so many seconds at least, from now on: what a host asks for may not vary downwards."""
        known = self._host(host)
        if delay > known.least:
            known.least, known.jitter = delay, 0.0
            self._set(host)

    def slow_down(self, host: str, wait: float = 0.0) -> None:
        """Ask half as often from now on, and not at all for `wait` seconds."""
        known = self._host(host)
        least, most = (self._settings.getfloat(f"BACK_OFF_{end}") for end in ("LEAST", "MOST"))
        known.slowed = min(max(known.delay * SLOWER, least), max(most, known.delay))
        self._set(host, wait)

    def go_on(self, host: str, *, faster: bool, wait: float = 0.0) -> None:
        """End the wait that a host has asked for before; a good answer brings the old pace nearer, too."""
        if host in self._hosts or wait:
            self._host(host).slowed *= FASTER if faster else 1.0
            self._set(host, wait)

    def _host(self, host: str) -> _Host:
        usual = (self._settings.getfloat(f"DOWNLOAD_DELAY{end}") for end in ("", "_JITTER"))
        return self._hosts.setdefault(host, _Host(*usual))

    def _set(self, host: str, wait: float = 0.0) -> None:
        known = self._hosts[host]
        waits = wait > known.delay
        delay, jitter = (wait, 0.0) if waits else (known.delay, known.jitter)
        self._downloader.per_slot_settings[host] = {"delay": delay, "jitter": jitter}
        if slot := self._downloader.slots.get(host):
            slot.delay, slot.jitter = delay, jitter
            # Scrapy counts from the last request, and a host from its answer.
            slot.lastseen = time.monotonic() if waits else slot.lastseen
            # It may wait for a moment that was set by the old pace.
            slot.close()
            self._downloader._process_queue(slot)


_PACES: WeakKeyDictionary[Crawler, Pace] = WeakKeyDictionary()


def take_back_waiting(downloader: Downloader) -> None:
    """Give up what waits for its host's pace, which may be a day: addresses of the frontier, robots.txt."""
    for slot in downloader.slots.values():
        for waiting in [waiting for waiting in slot.queue if waiting[0].meta.keys() & {ROW, IS_ROBOTS}]:
            slot.queue.remove(waiting)
            waiting[1].errback(TakenBack())
