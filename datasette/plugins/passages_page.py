"""`/article/<key>/passages`: sentences that stand elsewhere; `/passages`: the most reused, also as CSV."""

from __future__ import annotations

from urllib.parse import unquote

from datasette import NotFound, Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.budget import in_budget
from archive.reading.passages import passages_page
from archive.reading.reused_page import reused_csv, reused_passages


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [
        (r"^/article/(?P<key>[^/.]+)/passages$", of_article),
        (r"^/passages$", most_reused),
        (r"^/passages\.csv$", most_reused_csv),
    ]


async def of_article(request: Request, datasette: Datasette) -> Response:
    key = unquote(request.url_vars["key"])
    database = datasette.get_database("archive")
    found = await database.execute_fn(in_budget(lambda conn: passages_page(conn, key)))
    if found is None:
        raise NotFound(f"No article {key}")
    context = {"page": found}
    return Response.html(await datasette.render_template("passages.html", context, request=request))


async def most_reused(request: Request, datasette: Datasette) -> Response:
    found = await datasette.get_database("archive").execute_fn(in_budget(reused_passages))
    context = {"passages": found}
    return Response.html(await datasette.render_template("reused.html", context, request=request))


async def most_reused_csv(datasette: Datasette) -> Response:
    written = await datasette.get_database("archive").execute_fn(
        in_budget(lambda conn: b"".join(reused_csv(conn)))
    )
    return Response(written, content_type="text/csv; charset=utf-8")
