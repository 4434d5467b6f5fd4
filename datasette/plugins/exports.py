"""`/search.csv`, its sisters and `/kwic.csv`: a whole list as one file, written while it is read."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing
from threading import Lock
from typing import Final
from urllib.parse import quote

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.export import FORMATS
from archive.reading.export.concordance_lines import open_lines
from archive.reading.export.listing import open_listing
from archive.reading.search_address import kept_arguments, query_string, read_request
from archive.reading.serving import answers
from archive.reading.serving.asgi import Receive, Send
from archive.reading.serving.budget import in_budget

AT_ONCE: Final = 4
"""Files written at one time; whoever comes then is asked to wait."""
_PIECE: Final = 64 * 1024

_running: set[object] = set()


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    endings = "|".join(ending.replace(".", r"\.") for ending in FORMATS)
    return [(rf"^/search\.(?P<ending>{endings})$", export), (r"^/kwic\.csv$", concordance)]


async def export(request: Request, datasette: Datasette, receive: Receive) -> object:
    """The list of `/search` with the same arguments, whatever page of it was shown."""
    arguments, home = answers.arguments_of(request), answers.home_of(request, datasette)
    asked = read_request(arguments)
    address = f"{home}/search{query_string(kept_arguments(arguments))}"
    form, ending = FORMATS[request.url_vars["ending"]], request.url_vars["ending"]

    def begin(conn: sqlite3.Connection) -> _File:
        listing = open_listing(conn, asked, home, address)
        name = f"archive-{listing.exported_at[:10]}.{ending}"
        return _File(conn, form.write(listing), form.mime, name, receive)

    return await _begun(request, datasette, begin)


async def concordance(request: Request, datasette: Datasette, receive: Receive) -> object:
    """All lines of `/kwic` with the same arguments, in the order of its pages."""
    arguments, home = answers.arguments_of(request), answers.home_of(request, datasette)

    def begin(conn: sqlite3.Connection) -> _File:
        lines = open_lines(conn, arguments, home)
        return _File(conn, lines.write(), "text/csv; charset=utf-8", "kwic.csv", receive)

    return await _begun(request, datasette, begin)


async def _begun(
    request: Request, datasette: Datasette, begin: Callable[[sqlite3.Connection], _File]
) -> object:
    if len(_running) >= AT_ONCE:
        return Response.text(
            request.scope["language"].say("export.busy"), status=503, headers={"Retry-After": "30"}
        )
    conn = _connection(datasette)
    try:
        return await asyncio.to_thread(in_budget(begin), conn)
    except BaseException:
        conn.close()
        raise


def _connection(datasette: Datasette) -> sqlite3.Connection:
    """A connection of its own, since the transaction lasts as long as the reader takes."""
    database = datasette.get_database("archive")
    how = "mode=ro" if database.is_mutable else "immutable=1"
    return sqlite3.connect(
        f"file:{quote(str(database.path))}?{how}", uri=True, check_same_thread=False, isolation_level=None
    )


class _File:
    def __init__(
        self, conn: sqlite3.Connection, lines: Generator[bytes], mime: str, name: str, receive: Receive
    ) -> None:
        self.conn = conn
        self.pieces = _pieces(lines)
        self.mime = mime
        self.name = name
        self.receive = receive
        self._at_work = Lock()

    async def asgi_send(self, send: Send) -> None:
        """Write the file until it is whole or the reader has gone away."""
        _running.add(self)
        gone = asyncio.ensure_future(self._gone())
        try:
            await self._write(send, gone)
        finally:
            gone.cancel()
            await asyncio.to_thread(self._close)
            _running.discard(self)

    async def _write(self, send: Send, gone: asyncio.Future[None]) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self._headers()})
        while (piece := await asyncio.to_thread(self._next)) and not gone.done():
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    def _next(self) -> bytes:
        with self._at_work:
            return next(self.pieces, b"")

    def _close(self) -> None:
        """End what reads before what it reads from; a piece that is being made is waited for."""
        with self._at_work, closing(self.conn):
            self.pieces.close()

    def _headers(self) -> list[tuple[bytes, bytes]]:
        return [
            (b"content-type", self.mime.encode()),
            (b"content-disposition", f'attachment; filename="{self.name}"'.encode()),
            (b"cache-control", b"no-store"),
        ]

    async def _gone(self) -> None:
        while (await self.receive())["type"] != "http.disconnect":
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
