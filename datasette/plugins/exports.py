"""`/search.csv` and its sisters: a whole list of results as one file, written while it is read."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import closing
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.budget import in_budget
from archive.reading.export import FORMATS, Format, Listing
from archive.reading.export.listing import open_listing
from archive.reading.search_address import kept_arguments, query_string, read_request

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]

AT_ONCE: Final = 4
"""Files written at one time; whoever comes then is asked to wait."""
_PIECE: Final = 64 * 1024

_running: set[object] = set()


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    endings = "|".join(ending.replace(".", r"\.") for ending in FORMATS)
    return [(rf"^/search\.(?P<ending>{endings})$", export)]


async def export(request: Request, datasette: Datasette, receive: Receive) -> object:
    """The list of `/search` with the same arguments, whatever page of it was shown."""
    if len(_running) >= AT_ONCE:
        return Response.text(
            "Too many exports at once; try again.", status=503, headers={"Retry-After": "30"}
        )
    arguments = {name: request.args.getlist(name) for name in request.args}
    asked = read_request(arguments, request.scope["language"].code)
    home = datasette.absolute_url(request, datasette.urls.path("/")).rstrip("/")
    address = f"{home}/search{query_string(kept_arguments(arguments))}"
    conn = _connection(datasette)
    try:
        listing = await asyncio.to_thread(
            in_budget(lambda reading: open_listing(reading, asked, home, address)), conn
        )
    except BaseException:
        conn.close()
        raise
    return _File(listing, request.url_vars["ending"], receive)


def _connection(datasette: Datasette) -> sqlite3.Connection:
    """A connection of its own, since the transaction lasts as long as the reader takes."""
    database = datasette.get_database("archive")
    how = "mode=ro" if database.is_mutable else "immutable=1"
    return sqlite3.connect(
        f"file:{quote(str(database.path))}?{how}", uri=True, check_same_thread=False, isolation_level=None
    )


class _File:
    def __init__(self, listing: Listing, ending: str, receive: Receive) -> None:
        self.listing = listing
        self.ending = ending
        self.receive = receive

    async def asgi_send(self, send: Send) -> None:
        """Write the file until it is whole or the reader has gone away."""
        _running.add(self)
        gone = asyncio.ensure_future(self._gone())
        try:
            with closing(self.listing.conn):
                await self._write(send, gone)
        finally:
            gone.cancel()
            _running.discard(self)

    async def _write(self, send: Send, gone: asyncio.Future[None]) -> None:
        form = FORMATS[self.ending]
        await send({"type": "http.response.start", "status": 200, "headers": self._headers(form)})
        pieces = _pieces(form.write(self.listing))
        while (piece := await asyncio.to_thread(next, pieces, b"")) and not gone.done():
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    def _headers(self, form: Format) -> list[tuple[bytes, bytes]]:
        name = f"archive-{self.listing.exported_at[:10]}.{self.ending}"
        return [
            (b"content-type", form.mime.encode()),
            (b"content-disposition", f'attachment; filename="{name}"'.encode()),
            (b"cache-control", b"no-store"),
        ]

    async def _gone(self) -> None:
        while (await self.receive())["type"] != "http.disconnect":
            pass


def _pieces(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Join lines, so that a file of many short ones is not sent one by one."""
    waiting = bytearray()
    for line in lines:
        waiting += line
        if len(waiting) >= _PIECE:
            yield bytes(waiting)
            waiting.clear()
    if waiting:
        yield bytes(waiting)
