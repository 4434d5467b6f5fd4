"""`/changes`: texts that changed or vanished; as a file, `/changes.csv`, and as a feed, `/changes.atom`."""

from __future__ import annotations

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.atom import MIME, write_atom
from archive.reading.budget import in_budget
from archive.reading.changes_page import KINDS, ChangeFilter, changes_csv, changes_page
from archive.reading.feeds import changes_feed
from archive.reading.search_address import read_page


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/changes$", changes), (r"^/changes\.csv$", table), (r"^/changes\.atom$", feed)]


async def changes(request: Request, datasette: Datasette) -> Response:
    chosen, number = _chosen(request), read_page({"page": request.args.getlist("page")})
    page = await datasette.get_database("archive").execute_fn(
        in_budget(lambda conn: changes_page(conn, chosen, number))
    )
    context = {"page": page, "kinds": KINDS}
    return Response.html(await datasette.render_template("changes.html", context, request=request))


async def table(request: Request, datasette: Datasette) -> Response:
    chosen = _chosen(request)
    written = await datasette.get_database("archive").execute_fn(
        in_budget(lambda conn: b"".join(changes_csv(conn, chosen)))
    )
    headers = {"Content-Disposition": 'attachment; filename="changes.csv"'}
    return Response(written, headers=headers, content_type="text/csv; charset=utf-8")


async def feed(request: Request, datasette: Datasette) -> Response:
    chosen, language = _chosen(request), request.scope["language"]
    home = datasette.absolute_url(request, datasette.urls.path("/")).rstrip("/")
    written = await datasette.get_database("archive").execute_fn(
        in_budget(lambda conn: write_atom(changes_feed(conn, chosen, home, language)))
    )
    return Response(written, content_type=MIME)


def _chosen(request: Request) -> ChangeFilter:
    return ChangeFilter(site=request.args.get("site") or "", kind=request.args.get("kind") or "")
