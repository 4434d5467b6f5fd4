"""Reads pages in a process of its own, which is ended when one of them takes too long or too much memory."""

from __future__ import annotations

import atexit
import gc
import math
import resource
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

from archive.errors import ArchiveError
from archive.store.capture_reading import Reading
from archive.store.failures import NO_TEXT

Answer = TypeVar("Answer")

SECONDS = 30.0
"""A page takes some 10 milliseconds, a document of hundreds of pages some seconds."""

MOST_BYTES = 1024 * 1024 * 1024
"""Address space of the process."""

_LOOKS_UP = 0.2
"""Seconds after which whoever waits for a page looks whether it is wanted still."""

_OF_THE_GROUP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

_TOO_MUCH = f"{NO_TEXT}: reading it took more than {MOST_BYTES >> 20} MB of memory"


class GuardedReader:
    """One process at a time; it is started when it is needed first, and again after its end."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        """How long one page may take."""
        self._process: BaseProcess | None = None
        self._lock = threading.Lock()
        self._is_abandoned = False

    def ask(self, read: Callable[[], Answer]) -> Answer | Reading:
        """Return what `read` returns there; of a page that ended the process, a `Reading` that tells why.

        Somebody else may have ended it (`kill`, a machine short of memory): only what ends a second one is
        told to have done it. `read` and its answer must be fit for pickling. Raises the
        `ArchiveError` that it raises, and `CancelledError` once the reader is abandoned.
        """
        with self._lock:
            answer = self._answer(read) or self._answer(read)
            if isinstance(answer, ArchiveError):
                raise answer
            return answer or Reading(failure=f"{NO_TEXT}: reading it ended the process that did it")

    @property
    def pid(self) -> int | None:
        """The process that reads now; None where none does."""
        return self._process.pid if self._process else None

    def abandon(self) -> None:
        """Let nobody wait for a page any more: the work that it was for was stopped. From any thread."""
        self._is_abandoned = True

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._end()

    def _answer(self, read: Callable[[], Answer]) -> Answer | Reading | ArchiveError | None:
        """Return what the process answers; None where it came to its end."""
        try:
            connection = self._connected()
            connection.send(read)
            if not self._answers(connection, self.seconds):
                self._end()
                return Reading(failure=f"{NO_TEXT}: reading it took more than {self.seconds:g} seconds")
            answer: Answer | Reading | ArchiveError = connection.recv()
        except (EOFError, OSError):
            self._end()
            return None
        if isinstance(answer, Reading) and answer.failure == _TOO_MUCH:
            self._end()
        return answer

    def _answers(self, connection: Connection, seconds: float) -> bool:
        """Wait for an answer, and tell whether it came in time."""
        until = time.monotonic() + seconds
        while not self._is_abandoned:
            left = until - time.monotonic()
            if connection.poll(max(0.0, min(left, _LOOKS_UP))):
                return True
            if left <= 0:
                return False
        self._end()
        raise CancelledError

    def _connected(self) -> Connection:
        if self._process is None:
            context = get_context("spawn")
            self._connection, theirs = context.Pipe()
            # multiprocessing's own end would wait for a process that leaves signals to us.
            atexit.register(self.close)
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
            with _signals_held_back():
                self._process.start()
            theirs.close()
            # On a busy machine this takes seconds, which are not the page's.
            self._answers(self._connection, math.inf)
            self._connection.recv()
        return self._connection

    def _end(self) -> None:
        if self._process is not None:
            self._connection.close()
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None
            atexit.unregister(self.close)


@contextmanager
def _signals_held_back() -> Iterator[None]:
    """Let a process that is started here, by this thread, meet no signal before it can ignore it."""
    # It is started with the first process, and lets signals through when it is.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _OF_THE_GROUP)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection) -> None:
    """Answer until the other side is gone; a signal to the whole group is for it to handle."""
    for number in _OF_THE_GROUP:
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _OF_THE_GROUP)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    # What is loaded by now lives as long as the process: the collector need not look at it for every page.
    # It does look at the readers of documents, which come with the first document: most crawls meet none.
    gc.freeze()
    connection.send(None)
    while True:
        try:
            connection.send(connection.recv()())
        except EOFError:
            return
        except (MemoryError, ImportError):
            connection.send(Reading(failure=_TOO_MUCH))
        except ArchiveError as error:
            connection.send(error)
