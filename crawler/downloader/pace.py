"""The pace of one host, where Scrapy keeps it: it makes a host's slot anew after an idle minute."""

from __future__ import annotations

from scrapy.core.downloader import Downloader

from crawler.meta import ROW
from crawler.visits.outcome import TakenBack


def set_pace(downloader: Downloader, host: str, delay: float, jitter: float) -> None:
    """Wait `delay` seconds, give or take this share of them, between two requests to a host from now on."""
    slot = downloader.slots[host]
    slot.delay, slot.jitter = delay, jitter
    downloader.per_slot_settings[host] = {"delay": delay, "jitter": jitter}


def take_back_waiting(downloader: Downloader) -> None:
    """Give up the addresses of the frontier that wait for their host's pace, which may be a day."""
    for slot in downloader.slots.values():
        for waiting in [waiting for waiting in slot.queue if ROW in waiting[0].meta]:
            slot.queue.remove(waiting)
            waiting[1].errback(TakenBack())
