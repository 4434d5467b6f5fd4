"""`/skipped`: pages that are no campaign material, with the reasons; and as a file, `/skipped.csv`."""

from __future__ import annotations

from functools import partial

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.budget import in_budget
from archive.reading.search_address import read_page
from archive.reading.skip_reason import skip_reason
from archive.reading.skipped_page import skipped_csv, skipped_page


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/skipped$", skipped), (r"^/skipped\.csv$", table)]


async def skipped(request: Request, datasette: Datasette) -> Response:
    site = request.args.get("site") or ""
    number = read_page({"page": request.args.getlist("page")})
    page = await datasette.get_database("archive").execute_fn(
        in_budget(lambda conn: skipped_page(conn, site, number))
    )
    context = {"page": page, "reason": partial(skip_reason, language=request.scope["language"])}
    return Response.html(await datasette.render_template("skipped.html", context, request=request))


async def table(request: Request, datasette: Datasette) -> Response:
    site = request.args.get("site") or ""
    written = await datasette.get_database("archive").execute_fn(
        in_budget(lambda conn: skipped_csv(conn, site))
    )
    headers = {"Content-Disposition": 'attachment; filename="skipped.csv"'}
    return Response(written, headers=headers, content_type="text/csv; charset=utf-8")
