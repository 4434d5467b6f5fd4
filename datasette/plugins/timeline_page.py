"""`/timeline`: the share of a search in each year, compared; and as a table, `/timeline.csv`."""

from __future__ import annotations

import sqlite3

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.budget import in_budget
from archive.reading.timeline_page import read_requests, read_split, timeline_csv, timeline_page
from archive.search.timeline import timeline


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/timeline$", page), (r"^/timeline\.csv$", table)]


async def page(request: Request, datasette: Datasette) -> Response:
    arguments = {name: request.args.getlist(name) for name in request.args}
    code = request.scope["language"].code
    found = await datasette.get_database("archive").execute_fn(
        in_budget(lambda conn: timeline_page(conn, arguments, code))
    )
    return Response.html(await datasette.render_template("timeline.html", {"page": found}, request=request))


async def table(request: Request, datasette: Datasette) -> Response:
    arguments = {name: request.args.getlist(name) for name in request.args}
    requests, split = read_requests(arguments, "zh"), read_split(arguments)

    def written(conn: sqlite3.Connection) -> bytes:
        return b"".join(timeline_csv(timeline(conn, requests, split=split or None), split))

    body = await datasette.get_database("archive").execute_fn(in_budget(written))
    headers = {"Content-Disposition": 'attachment; filename="timeline.csv"'}
    return Response(body, content_type="text/csv; charset=utf-8", headers=headers)
