"""`/` and `/search`: the archive's front page and its search."""

from __future__ import annotations

from functools import partial

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.pages.home import home_page
from archive.reading.pages.search import search_page
from archive.reading.search_address import PER_PAGE, SORTS
from archive.reading.serving import answers


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/$", home), (r"^/search$", search)]


async def home(request: Request, datasette: Datasette) -> Response:
    """The front page; an address with a query is the search itself."""
    if request.args.keys() - {"lang"}:
        return await search(request, datasette)
    return await answers.html(request, datasette, "home.html", home_page)


async def search(request: Request, datasette: Datasette) -> Response:
    """One page of results."""
    read = partial(search_page, arguments=answers.arguments_of(request))
    return await answers.html(request, datasette, "search.html", read, sorts=SORTS, sizes=PER_PAGE)
