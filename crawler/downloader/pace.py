"""The pace of one host, where Scrapy keeps it: it makes a host's slot anew after an idle minute."""

from __future__ import annotations

from scrapy.core.downloader import Downloader


def set_pace(downloader: Downloader, host: str, delay: float, jitter: float) -> None:
    """Wait `delay` seconds, give or take this share of them, between two requests to a host from now on."""
    slot = downloader.slots[host]
    slot.delay, slot.jitter = delay, jitter
    downloader.per_slot_settings[host] = {"delay": delay, "jitter": jitter}
