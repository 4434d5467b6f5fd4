"""`/quantities`: numbers and targets that texts state; and as a file, `/quantities.csv`."""

from __future__ import annotations

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.budget import in_budget
from archive.reading.quantities_page import KINDS, QuantityFilter, quantities_csv, quantities_page
from archive.reading.search_address import read_page


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/quantities$", quantities), (r"^/quantities\.csv$", table)]


async def quantities(request: Request, datasette: Datasette) -> Response:
    chosen, number = _chosen(request), read_page({"page": request.args.getlist("page")})
    page = await datasette.get_database("archive").execute_fn(
        in_budget(lambda conn: quantities_page(conn, chosen, number))
    )
    context = {"page": page, "kinds": KINDS}
    return Response.html(await datasette.render_template("quantities.html", context, request=request))


async def table(request: Request, datasette: Datasette) -> Response:
    chosen = _chosen(request)
    written = await datasette.get_database("archive").execute_fn(
        in_budget(lambda conn: b"".join(quantities_csv(conn, chosen)))
    )
    headers = {"Content-Disposition": 'attachment; filename="quantities.csv"'}
    return Response(written, headers=headers, content_type="text/csv; charset=utf-8")


def _chosen(request: Request) -> QuantityFilter:
    return QuantityFilter(**{name: request.args.get(name) or "" for name in ("subject", "kind", "site")})
