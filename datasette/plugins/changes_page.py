"""`/changes`: texts that changed or vanished; and as a feed, `/changes.atom`."""

from __future__ import annotations

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.atom import MIME, write_atom
from archive.reading.budget import in_budget
from archive.reading.changes_page import changes_page
from archive.reading.feeds import changes_feed
from archive.reading.search_address import read_page


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/changes$", changes), (r"^/changes\.atom$", feed)]


async def changes(request: Request, datasette: Datasette) -> Response:
    site = request.args.get("site") or ""
    number = read_page({"page": request.args.getlist("page")})
    page = await datasette.get_database("archive").execute_fn(
        in_budget(lambda conn: changes_page(conn, site, number))
    )
    return Response.html(await datasette.render_template("changes.html", {"page": page}, request=request))


async def feed(request: Request, datasette: Datasette) -> Response:
    site, language = request.args.get("site") or "", request.scope["language"]
    home = datasette.absolute_url(request, datasette.urls.path("/")).rstrip("/")
    written = await datasette.get_database("archive").execute_fn(
        in_budget(lambda conn: write_atom(changes_feed(conn, site, home, language)))
    )
    return Response(written, content_type=MIME)
