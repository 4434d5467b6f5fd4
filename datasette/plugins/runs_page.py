"""`/runs`: the crawl runs and the totals per site."""

from __future__ import annotations

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.budget import in_budget
from archive.reading.runs_page import runs_page


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/runs$", runs)]


async def runs(request: Request, datasette: Datasette) -> Response:
    page = await datasette.get_database("archive").execute_fn(in_budget(runs_page))
    return Response.html(await datasette.render_template("runs.html", {"page": page}, request=request))
