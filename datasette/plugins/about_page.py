"""`/about`: how texts are cleaned and searched, so that results can be cited."""

from __future__ import annotations

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.pages.about import about_page
from archive.reading.serving import answers


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/about$", about)]


async def about(request: Request, datasette: Datasette) -> Response:
    return await answers.html(request, datasette, "about.html", about_page)
