"""What other programs subscribe to: `/search.atom` and `/opensearch.xml`."""

from __future__ import annotations

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.atom import MIME, write_atom
from archive.reading.feeds import search_feed
from archive.reading.serving import answers


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/search\.atom$", search), (r"^/opensearch\.xml$", description)]


async def search(request: Request, datasette: Datasette) -> Response:
    """New articles that a search finds."""
    arguments, home = answers.arguments_of(request), answers.home_of(request, datasette)
    language = request.scope["language"]
    feed = await answers.ask(datasette, lambda conn: write_atom(search_feed(conn, arguments, home, language)))
    return Response(feed, content_type=MIME)


async def description(request: Request, datasette: Datasette) -> Response:
    """Lets a browser add the archive to its search engines."""
    page = await datasette.render_template(
        "opensearch.xml", {"home": answers.home_of(request, datasette)}, request=request
    )
    return Response(page, content_type="application/opensearchdescription+xml; charset=utf-8")
