"""`/kwic`: the concordance of a search; and its collocates as a table, `/collocates.csv`."""

from __future__ import annotations

import sqlite3

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.budget import in_budget
from archive.reading.kwic_page import collocates_csv, kwic_page
from archive.reading.search_address import read_request


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/kwic$", kwic), (r"^/collocates\.csv$", words)]


async def kwic(request: Request, datasette: Datasette) -> Response:
    arguments = {name: request.args.getlist(name) for name in request.args}
    code = request.scope["language"].code
    page = await datasette.get_database("archive").execute_fn(
        in_budget(lambda conn: kwic_page(conn, arguments, code))
    )
    return Response.html(await datasette.render_template("kwic.html", {"page": page}, request=request))


async def words(request: Request, datasette: Datasette) -> Response:
    """What stands beside the matches."""
    arguments = {name: request.args.getlist(name) for name in request.args}

    def written(conn: sqlite3.Connection) -> bytes:
        return b"".join(collocates_csv(conn, read_request(arguments, "zh")))

    table = await datasette.get_database("archive").execute_fn(in_budget(written))
    headers = {"Content-Disposition": 'attachment; filename="collocates.csv"'}
    return Response(table, content_type="text/csv; charset=utf-8", headers=headers)
