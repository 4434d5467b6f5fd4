"""Reading captures in several processes, and handing them out in their order all the same."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import Any, TypeAlias

from archive.extract.rules import Rules
from archive.store.capture_reading import UNREAD, Reading, read_at
from archive.store.guarded_reader import GuardedReader
from archive.store.sighting import is_readable

Row: TypeAlias = Mapping[str, Any]
"""A row of `captures`, the `site` of its run, and whether the old database had an article at its address, in
whatever spelling (`was_article`): what has an address that people cite stays, whatever today's rules say."""


WINDOW = 128
"""Captures that are read at one time per process; bounds the memory, whatever the size of the archive."""

Share: TypeAlias = tuple[list[Row], "Future[tuple[Reading, ...]]"]


class SideBySide:
    """Reads with `workers` processes, each started afresh, so that the system doesn't matter.

    A page that takes too long or too much memory ends its process, and is told in its reading.
    """

    def __init__(self, warc_directory: Path, rules_of: Callable[[str], Rules], workers: int) -> None:
        self._directory = warc_directory
        self.rules_of = rules_of
        self._workers = workers
        self._idle = SimpleQueue[GuardedReader]()

    def read(self, rows: Iterable[Row]) -> Generator[tuple[Row, Reading], None, None]:
        """Yield every capture in the order of `rows` with what was read of it; close it to stop early.

        Raises `DamageError` where a record is not intact.
        """
        with self._pool() as pool:
            under_way: deque[tuple[list[Row], list[Share]]] = deque()
            for window in _pieces(rows, WINDOW * self._workers):
                under_way.append((window, self._submit(pool, window)))
                if len(under_way) > 1:
                    yield from _gather(*under_way.popleft())
            while under_way:
                yield from _gather(*under_way.popleft())

    @contextmanager
    def _pool(self) -> Iterator[ThreadPoolExecutor]:
        """A thread for each process: it waits for its answers."""
        readers = [GuardedReader() for _ in range(self._workers)]
        pool = ThreadPoolExecutor(self._workers)
        for reader in readers:
            self._idle.put(reader)
        try:
            yield pool
        except BaseException:
            # Ctrl-C and SIGTERM wait for no page: one may take as long as both together are to take.
            for reader in readers:
                reader.abandon()
            raise
        finally:
            pool.shutdown(cancel_futures=True)
            for reader in readers:
                reader.close()

    def _submit(self, pool: ThreadPoolExecutor, window: list[Row]) -> list[Share]:
        """One task per WARC file in the window, or several for a file that has many of its captures."""
        files: dict[str, list[Row]] = {}
        for row in window:
            if is_readable(row["kind"], row["status"]):
                files.setdefault(row["warc_file"], []).append(row)
        return [
            (share, pool.submit(self._read, self._directory / name, share, self.rules_of(share[0]["site"])))
            for name, rows in files.items()
            for share in _pieces(rows, WINDOW)
        ]

    def _read(self, path: Path, share: list[Row], rules: Rules) -> tuple[Reading, ...]:
        reader = self._idle.get()
        try:
            return tuple(reader.ask(partial(read_at, path, row["warc_offset"], rules)) for row in share)
        finally:
            self._idle.put(reader)


def _pieces(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    iterator = iter(rows)
    while piece := list(islice(iterator, size)):
        yield piece


def _gather(window: list[Row], shares: list[Share]) -> Iterator[tuple[Row, Reading]]:
    readings: dict[int, Reading] = {}
    for rows, future in shares:
        readings |= zip((row["id"] for row in rows), future.result(), strict=True)
    for row in window:
        yield row, readings.get(row["id"], UNREAD)
