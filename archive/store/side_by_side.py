"""Reading captures in several processes, and handing them out in their order all the same."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Any, TypeAlias

from archive.errors import MachineError
from archive.extract.rules import Rules
from archive.store.read_warc import UNREAD, Reading, read_warc
from archive.store.sighting import is_readable

Row: TypeAlias = Mapping[str, Any]
"""A row of `captures`, the `site` of its run, and whether the old database had an article at its address
(`was_article`): what has an address that people cite stays, whatever today's rules say of it."""

WINDOW = 128
"""Captures that are read at one time per process; bounds the memory, whatever the size of the archive."""

Share: TypeAlias = tuple[list[Row], "Future[tuple[Reading, ...]]"]


class SideBySide:
    """Reads with `workers` processes, each started afresh, so that the system doesn't matter."""

    def __init__(self, warc_directory: Path, rules_of: Callable[[str], Rules], workers: int) -> None:
        self._directory = warc_directory
        self.rules_of = rules_of
        self._workers = workers

    def read(self, rows: Sequence[Row]) -> Iterator[tuple[Row, Reading]]:
        """Yield every capture in the order of `rows` with what was read of it.

        Raises `DamageError` where a record is not intact, `MachineError` where the system ended a process.
        """
        windows = self._windows(iter(rows))
        with self._pool() as pool:
            under_way: deque[tuple[list[Row], list[Share]]] = deque()
            try:
                for window in windows:
                    under_way.append((window, self._submit(pool, window)))
                    if len(under_way) > 1:
                        yield from _gather(*under_way.popleft())
                while under_way:
                    yield from _gather(*under_way.popleft())
            except (BrokenProcessPool, MemoryError) as error:
                raise MachineError(
                    "A process that read captures was ended by the system, probably for want of memory",
                    remedy="Run it again with --workers 1",
                ) from error
            finally:
                pool.shutdown(cancel_futures=True)

    def _pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._workers, mp_context=get_context("spawn"), initializer=_end_with_parent
        )

    def _windows(self, rows: Iterator[Row]) -> Iterator[list[Row]]:
        while window := list(islice(rows, WINDOW * self._workers)):
            yield window

    def _submit(self, pool: ProcessPoolExecutor, window: list[Row]) -> list[Share]:
        """One task per WARC file in the window, or several for a file that has many of its captures."""
        files: dict[str, list[Row]] = {}
        for row in window:
            if is_readable(row["kind"], row["status"]):
                files.setdefault(row["warc_file"], []).append(row)
        return [
            (
                share,
                pool.submit(
                    read_warc, self._directory / name, _offsets(share), self.rules_of(share[0]["site"])
                ),
            )
            for name, rows in files.items()
            for share in _shares(rows)
        ]


def _end_with_parent() -> None:
    """A worker waits for work; killed, its parent can't tell it that there will be none."""
    Thread(target=_wait_for_parent_and_exit, daemon=True).start()


def _wait_for_parent_and_exit() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _shares(rows: list[Row]) -> Iterator[list[Row]]:
    iterator = iter(rows)
    while share := list(islice(iterator, WINDOW)):
        yield share


def _offsets(rows: list[Row]) -> tuple[int, ...]:
    return tuple(row["warc_offset"] for row in rows)


def _gather(window: list[Row], shares: list[Share]) -> Iterator[tuple[Row, Reading]]:
    readings: dict[int, Reading] = {}
    for rows, future in shares:
        readings |= zip((row["id"] for row in rows), future.result(), strict=True)
    for row in window:
        yield row, readings.get(row["id"], UNREAD)
