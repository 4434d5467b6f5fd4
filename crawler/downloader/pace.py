"""The pace of one host, where Scrapy keeps it: it makes a host's slot anew after an idle minute."""

from __future__ import annotations

from scrapy.core.downloader import Downloader

from crawler.meta import IS_ROBOTS, ROW
from crawler.visits.outcome import TakenBack


def delay_of(downloader: Downloader, host: str) -> float:
    """Return the seconds between two requests to a host, also of one that was not asked for a while."""
    slot = downloader.slots.get(host)
    kept = downloader.per_slot_settings.get(host, {})
    return slot.delay if slot else float(kept.get("delay", downloader.settings.getfloat("DOWNLOAD_DELAY")))


def set_pace(downloader: Downloader, host: str, delay: float, jitter: float) -> None:
    """Wait `delay` seconds, give or take this share of them, between two requests to a host from now on."""
    if slot := downloader.slots.get(host):
        slot.delay, slot.jitter = delay, jitter
    downloader.per_slot_settings[host] = {"delay": delay, "jitter": jitter}


def take_back_waiting(downloader: Downloader) -> None:
    """Give up what waits for its host's pace, which may be a day: addresses of the frontier, robots.txt."""
    for slot in downloader.slots.values():
        for waiting in [waiting for waiting in slot.queue if waiting[0].meta.keys() & {ROW, IS_ROBOTS}]:
            slot.queue.remove(waiting)
            waiting[1].errback(TakenBack())
