"""The one reader of all crawls in this process, asked without keeping the others waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from archive.extract.rules import Rules
from archive.store.capture_reading import Reading, read_record
from archive.store.exchange import Exchange
from archive.store.guarded_reader import GuardedReader
from archive.store.warc import Record
from crawler.site import Site
from crawler.visits import list_reading
from crawler.visits.list_reading import ListReading

Answer = TypeVar("Answer")

SHARED = GuardedReader()
"""The one of all crawls in this process: they share the machine."""

_THREAD = ThreadPoolExecutor(1)
"""That waits for it: of several, each would keep the memory of the largest files that it has handed over."""


async def read(record: Record, rules: Rules) -> Reading:
    """Return what is read of a record; of one that ended the process, why there is nothing."""
    return await _ask(partial(read_record, record, rules))


async def read_list(site: Site, url: str, exchange: Exchange) -> ListReading | Reading:
    """Return what is read of a list page that was asked for at `url`; a `Reading` that tells why nothing is.

    `InputError` where its body can't be unpacked.
    """
    return await _ask(partial(list_reading.read_list, site, url, exchange))


async def _ask(read: Callable[[], Answer]) -> Answer | Reading:
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_THREAD, SHARED.ask, read)
