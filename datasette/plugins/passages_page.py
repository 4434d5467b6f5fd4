"""`/article/<key>/passages`: sentences that stand elsewhere; `/passages`: the most reused, also as CSV."""

from __future__ import annotations

from functools import partial
from urllib.parse import unquote

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.pages.passages import passages_page
from archive.reading.pages.reused import reused_csv, reused_page
from archive.reading.serving import answers


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [
        (r"^/article/(?P<key>[^/.]+)/passages$", of_article),
        (r"^/passages$", most_reused),
        (r"^/passages\.csv$", most_reused_csv),
    ]


async def of_article(request: Request, datasette: Datasette) -> Response:
    read = partial(passages_page, key=unquote(request.url_vars["key"]))
    return await answers.html(request, datasette, "passages.html", read, trail=answers.trail_of(request))


async def most_reused(request: Request, datasette: Datasette) -> Response:
    read = partial(reused_page, page=answers.number_of(request))
    return await answers.html(request, datasette, "reused.html", read)


async def most_reused_csv(datasette: Datasette) -> Response:
    return await answers.table(datasette, "passages.csv", reused_csv)
