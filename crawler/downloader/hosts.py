"""A host is asked by one of a call's sites at a time, and at the pace of the slowest that stands on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Coroutine
from typing import Any, Final
from weakref import WeakSet

from scrapy import Request, Spider
from scrapy.core.downloader import Downloader, Slot
from scrapy.http import Response
from twisted.internet.defer import Deferred


class HostSlot(Slot):
    """The requests of one site to one host, which take turns with those of other sites."""

    def __init__(self, like: Slot, host: str, take_turn: Callable[[HostSlot], None]) -> None:
        """`take_turn` sends what waits in a slot, if it may be sent now."""
        super().__init__(like.concurrency, like.delay, like.jitter)
        self.of_host = _SLOTS[host]
        self.of_host.add(self)
        self.take_turn = take_turn

    def free_transfer_slots(self) -> int:
        """Return how many more requests the host may be sent now."""
        return self.concurrency - sum(len(slot.transferring) for slot in self.of_host)

    def download_delay(self) -> float:
        """Return the seconds between the last request to the host, of any site, and the next one."""
        return max(Slot.download_delay(slot) for slot in self.of_host)

    def leave(self) -> None:
        """Hold nobody up any more: the site's crawl has ended."""
        self.of_host.discard(self)
        self.of_host = WeakSet([self])


_SLOTS: Final = defaultdict[str, WeakSet[HostSlot]](WeakSet)
"""By host, of all crawls in this process. Scrapy keeps those of each crawl for itself."""


class HostwiseDownloader(Downloader):
    """Scrapy's downloader, which knows of the other sites that are crawled in this process."""

    def _get_slot(self, request: Request, spider: Spider | None = None) -> tuple[str, Slot]:
        del spider  # Scrapy is about to do without.
        host, slot = super()._get_slot(request)
        if not isinstance(slot, HostSlot):
            slot = self.slots[host] = HostSlot(slot, host, self._process_queue)
        return host, slot

    def _process_queue(self, slot: Slot) -> None:
        assert isinstance(slot, HostSlot)
        slot.lastseen = max(slot.lastseen, *(each.lastseen for each in slot.of_host))
        super()._process_queue(slot)

    def _wait_for_download(
        self, slot: Slot, request: Request, queue_dfd: Deferred[Response]
    ) -> Coroutine[Any, Any, None]:
        # Scrapy's begins a moment later, in which another site would think that the host is free.
        slot.transferring.add(request)
        return super()._wait_for_download(slot, request, queue_dfd)

    async def _download(self, slot: Slot, request: Request) -> Response:
        assert isinstance(slot, HostSlot)
        try:
            return await super()._download(slot, request)
        finally:
            for other in slot.of_host - {slot}:
                other.take_turn(other)

    def close(self) -> None:
        """End this site's part: nobody waits for it any more."""
        super().close()
        for slot in self.slots.values():
            if isinstance(slot, HostSlot):
                slot.leave()
