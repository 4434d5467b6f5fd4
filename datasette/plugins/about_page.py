"""`/about`: how texts are cleaned and searched, so that results can be cited."""

from __future__ import annotations

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.about_page import about_page
from archive.reading.budget import in_budget


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/about$", about)]


async def about(request: Request, datasette: Datasette) -> Response:
    page = await datasette.get_database("archive").execute_fn(in_budget(about_page))
    return Response.html(await datasette.render_template("about.html", {"page": page}, request=request))
