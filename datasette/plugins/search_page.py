"""`/` and `/search`: the archive's front page and its search."""

from __future__ import annotations

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.budget import in_budget
from archive.reading.home_page import home_page
from archive.reading.search_page import search_page


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/$", home), (r"^/search$", search)]


async def home(request: Request, datasette: Datasette) -> Response:
    """The front page; an address with a query is the search itself."""
    if request.args.keys() - {"lang"}:
        return await search(request, datasette)
    page = await datasette.get_database("archive").execute_fn(in_budget(home_page))
    return Response.html(await datasette.render_template("home.html", {"page": page}, request=request))


async def search(request: Request, datasette: Datasette) -> Response:
    """One page of results."""
    arguments = {name: request.args.getlist(name) for name in request.args}
    language = request.scope["language"].code
    page = await datasette.get_database("archive").execute_fn(
        in_budget(lambda conn: search_page(conn, arguments, language))
    )
    return Response.html(await datasette.render_template("search.html", {"page": page}, request=request))
