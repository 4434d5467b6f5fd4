"""`/campaigns`, `/organisations`, `/formulas`, `/campaign?name=…` …; each as a table too, `.csv`."""

from __future__ import annotations

import sqlite3
from typing import cast

from datasette import NotFound, Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.budget import in_budget
from archive.reading.named_pages import NamePage, issuers_csv, name_csv, name_page, names_csv, names_page
from archive.search.filters import Named


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [
        (r"^/(?P<kind>campaign|organisation|formula)s$", names),
        (r"^/(?P<kind>campaign|organisation|formula)s\.csv$", names_table),
        (r"^/(?P<kind>campaign|organisation|formula)$", name),
        (r"^/(?P<kind>campaign|organisation|formula)\.csv$", name_table),
        (r"^/(?P<kind>formula)/organisations\.csv$", issuers_table),
    ]


async def names(request: Request, datasette: Datasette) -> Response:
    """All names with their number of articles."""
    kind = _kind(request)
    page = await datasette.get_database("archive").execute_fn(in_budget(lambda conn: names_page(conn, kind)))
    return Response.html(await datasette.render_template("names.html", {"page": page}, request=request))


async def names_table(request: Request, datasette: Datasette) -> Response:
    kind = _kind(request)

    def written(conn: sqlite3.Connection) -> bytes:
        return b"".join(names_csv(conn, kind))

    body = await datasette.get_database("archive").execute_fn(in_budget(written))
    return _csv(body, f"{kind}s.csv")


async def name(request: Request, datasette: Datasette) -> Response:
    """One campaign, organisation or formula: what is known of it, its years and articles."""
    page = await _find(request, datasette)
    return Response.html(await datasette.render_template("name.html", {"page": page}, request=request))


async def name_table(request: Request, datasette: Datasette) -> Response:
    return _csv(b"".join(name_csv(await _find(request, datasette))), f"{_kind(request)}.csv")


async def issuers_table(request: Request, datasette: Datasette) -> Response:
    """Who uses a formula, by year."""
    return _csv(b"".join(issuers_csv(await _find(request, datasette))), "formula-organisations.csv")


def _kind(request: Request) -> Named:
    return cast(Named, request.url_vars["kind"])


async def _find(request: Request, datasette: Datasette) -> NamePage:
    kind, asked = _kind(request), request.args.get("name") or ""
    database = datasette.get_database("archive")
    found = await database.execute_fn(in_budget(lambda conn: name_page(conn, kind, asked)))
    if found is None:
        raise NotFound(f"No article names the {kind} {asked}")
    assert isinstance(found, NamePage)
    return found


def _csv(body: bytes, file_name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
    return Response(body, content_type="text/csv; charset=utf-8", headers=headers)
