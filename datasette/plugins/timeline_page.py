"""`/timeline`: the share of a search in each year, compared; and as a table, `/timeline.csv`."""

from __future__ import annotations

from functools import partial

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.pages.timeline import (
    read_requests,
    read_split,
    timeline_address,
    timeline_csv,
    timeline_page,
)
from archive.reading.serving import answers
from archive.search.timeline import timeline


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/timeline$", page), (r"^/timeline\.csv$", table)]


async def page(request: Request, datasette: Datasette) -> Response:
    read = partial(timeline_page, arguments=answers.arguments_of(request))
    return await answers.html(request, datasette, "timeline.html", read)


async def table(request: Request, datasette: Datasette) -> Response:
    arguments = answers.arguments_of(request)
    requests, split = read_requests(arguments), read_split(arguments)
    address = f"{answers.home_of(request, datasette)}/timeline{timeline_address(arguments, split)}"
    return await answers.table(
        datasette,
        "timeline.csv",
        lambda conn: timeline_csv(timeline(conn, requests, split=split or None), split, address),
    )
