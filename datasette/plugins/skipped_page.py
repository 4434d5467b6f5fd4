"""`/skipped`: pages that are no campaign material, with the reasons; and as a file, `/skipped.csv`."""

from __future__ import annotations

from functools import partial

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading import answers
from archive.reading.skip_reason import skip_reason
from archive.reading.skipped_page import skipped_csv, skipped_page


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/skipped$", skipped), (r"^/skipped\.csv$", table)]


async def skipped(request: Request, datasette: Datasette) -> Response:
    site, number = request.args.get("site") or "", answers.number_of(request)
    reason = partial(skip_reason, language=request.scope["language"])
    return await answers.html(
        request, datasette, "skipped.html", lambda conn: skipped_page(conn, site, number), reason=reason
    )


async def table(request: Request, datasette: Datasette) -> Response:
    site = request.args.get("site") or ""
    return await answers.table(datasette, "skipped.csv", lambda conn: skipped_csv(conn, site))
