"""The one reader of all crawls in this process, asked without keeping the others waiting."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from archive.extract.rules import Rules
from archive.store.capture_reading import Reading, read_record
from archive.store.guarded_reader import GuardedReader
from archive.store.warc import Record

SHARED = GuardedReader()
"""The one of all crawls in this process: they share the machine."""

_THREAD = ThreadPoolExecutor(1)
"""That waits for it: of several, each would keep the memory of the largest files that it has handed over."""


async def read(record: Record, rules: Rules) -> Reading:
    """Return what is read of a record; of one that ended the process, why there is nothing."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_THREAD, SHARED.ask, partial(read_record, record, rules))
