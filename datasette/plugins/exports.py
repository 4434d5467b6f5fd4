"""`/search.csv`, its sisters and `/kwic.csv`: a whole list as one file, written while it is read."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
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
from archive.reading.serving.asgi import Receive
from archive.reading.serving.budget import in_budget
from archive.reading.serving.streamed_file import StreamedFile, sent_now

AT_ONCE: Final = 4
"""Files written at one time; whoever comes then is asked to wait."""


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

    def begin(conn: sqlite3.Connection) -> StreamedFile:
        listing = open_listing(conn, asked, home, address)
        name = f"archive-{listing.exported_at[:10]}.{ending}"
        return StreamedFile(conn, form.write(listing), receive, mime=form.mime, name=name)

    return await _begun(request, datasette, begin)


async def concordance(request: Request, datasette: Datasette, receive: Receive) -> object:
    """All lines of `/kwic` with the same arguments, in the order of its pages."""
    arguments, home = answers.arguments_of(request), answers.home_of(request, datasette)

    def begin(conn: sqlite3.Connection) -> StreamedFile:
        lines = open_lines(conn, arguments, home).write()
        return StreamedFile(conn, lines, receive, mime=FORMATS["csv"].mime, name="kwic.csv")

    return await _begun(request, datasette, begin)


async def _begun(
    request: Request, datasette: Datasette, begin: Callable[[sqlite3.Connection], StreamedFile]
) -> object:
    if sent_now() >= AT_ONCE:
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
