"""`/runs`: the crawl runs and the totals per site."""

from __future__ import annotations

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading import answers
from archive.reading.runs_page import runs_page


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/runs$", runs)]


async def runs(request: Request, datasette: Datasette) -> Response:
    return await answers.html(request, datasette, "runs.html", runs_page)
