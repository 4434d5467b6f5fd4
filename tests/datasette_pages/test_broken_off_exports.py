"""A reader who goes away in the middle of a file leaves nothing behind."""

from __future__ import annotations

import asyncio
import gc
import sqlite3
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from archive.reading.export import FORMATS
from archive.reading.serving import streamed_file
from crawler.reading_room import reading_room

Message = dict[str, Any]
pm = import_module("datasette.plugins").pm
QUERY = b"q=%E7%9F%BF"


@pytest.fixture
def room(library: Path) -> Datasette:
    room = reading_room(library, "local")
    asyncio.run(room.invoke_startup())
    return room


@pytest.fixture
def connections(room: Datasette, monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """Those that exports have opened; they send every line by itself."""
    plugin, opened = pm.get_plugin("exports.py"), list[sqlite3.Connection]()
    connect: Callable[[Datasette], sqlite3.Connection] = plugin._connection

    def opening(datasette: Datasette) -> sqlite3.Connection:
        opened.append(connect(datasette))
        return opened[-1]

    monkeypatch.setattr(plugin, "_connection", opening)
    monkeypatch.setattr(streamed_file, "_PIECE", 1)
    return opened


async def read_two_pieces(room: Datasette, path: str, leave: Callable[[asyncio.Future[Any]], None]) -> int:
    """Ask for a file and go away; return how many pieces were sent."""
    sent, enough, gone = 0, asyncio.Event(), asyncio.Event()

    async def receive() -> Message:
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        nonlocal sent
        sent += bool(message.get("body"))
        if sent == 2:
            gone.set()
            enough.set()
        await asyncio.sleep(0)

    headers = [(b"host", b"localhost")]
    scope = {"type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "headers": headers}
    address = {"path": path, "raw_path": path.encode(), "query_string": QUERY}
    answering = asyncio.ensure_future(room.app()({**scope, **address}, receive, send))
    waiting = asyncio.ensure_future(enough.wait())
    await asyncio.wait([waiting, answering], return_when="FIRST_COMPLETED")
    assert enough.is_set()
    leave(answering)
    await asyncio.wait([answering])
    return sent


def closed(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError as error:
        return "closed database" in str(error)
    return False


def reader_goes(answering: asyncio.Future[Any]) -> None:
    """The server itself goes on."""


def server_ends(answering: asyncio.Future[Any]) -> None:
    answering.cancel()


@pytest.mark.parametrize("leave", [reader_goes, server_ends])
@pytest.mark.parametrize("path", [*(f"/search.{ending}" for ending in FORMATS), "/kwic.csv"])
def test_all_is_closed_and_nothing_complains(
    room: Datasette,
    connections: list[sqlite3.Connection],
    capsys: pytest.CaptureFixture[str],
    path: str,
    leave: Callable[[asyncio.Future[Any]], None],
) -> None:
    sent = asyncio.run(read_two_pieces(room, path, leave))
    gc.collect()
    assert 2 <= sent < 20
    assert len(connections) == 1 and closed(connections[0])
    assert capsys.readouterr().err == ""
    assert streamed_file.sent_now() == 0
