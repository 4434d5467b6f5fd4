"""A file that is sent while it is written, from one state of the archive, until the reader has it or goes."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Generator
from contextlib import closing
from threading import Lock
from typing import Final

from archive.reading.serving.asgi import Receive, Send

_PIECE: Final = 64 * 1024

_sent_now: set[StreamedFile] = set()


def sent_now() -> int:
    """Return how many files are being sent."""
    return len(_sent_now)


class StreamedFile:
    """An answer of ASGI, to be saved under `name`; `conn` is its own, and closed when it ends."""

    def __init__(
        self, conn: sqlite3.Connection, lines: Generator[bytes], receive: Receive, *, mime: str, name: str
    ) -> None:
        self._conn = conn
        self._pieces = _pieces(lines)
        self._receive = receive
        self._headers = [
            (b"content-type", mime.encode()),
            (b"content-disposition", f'attachment; filename="{name}"'.encode()),
            (b"cache-control", b"no-store"),
        ]
        self._at_work = Lock()

    async def asgi_send(self, send: Send) -> None:
        """Send the file until it is whole or the reader has gone away."""
        _sent_now.add(self)
        gone = asyncio.ensure_future(self._gone())
        try:
            await self._send(send, gone)
        finally:
            gone.cancel()
            await asyncio.to_thread(self._close)
            _sent_now.discard(self)

    async def _send(self, send: Send, gone: asyncio.Future[None]) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self._headers})
        while (piece := await asyncio.to_thread(self._next)) and not gone.done():
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    def _next(self) -> bytes:
        with self._at_work:
            return next(self._pieces, b"")

    def _close(self) -> None:
        """End what reads before what it reads from; a piece that is being made is waited for."""
        with self._at_work, closing(self._conn):
            self._pieces.close()

    async def _gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass


def _pieces(lines: Generator[bytes]) -> Generator[bytes]:
    """Join lines, so that a file of many short ones is not sent one by one."""
    waiting = bytearray()
    with closing(lines):
        for line in lines:
            waiting += line
            if len(waiting) >= _PIECE:
                yield bytes(waiting)
                waiting.clear()
    if waiting:
        yield bytes(waiting)
