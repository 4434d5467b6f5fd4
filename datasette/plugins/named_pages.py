"""`/campaigns`, `/organisations`, `/formulas`, `/campaign?name=…` …; each as a table too, `.csv`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import cast

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.pages.named import NamePage, name_csv, name_page, names_csv, names_page
from archive.reading.serving import answers
from archive.reading.spread import TAKEN, spread_csv
from archive.search.query.filters import Named


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [
        (r"^/(?P<kind>campaign|organisation|formula)s$", names),
        (r"^/(?P<kind>campaign|organisation|formula)s\.csv$", names_table),
        (r"^/(?P<kind>campaign|organisation|formula)$", name),
        (r"^/(?P<kind>campaign|organisation|formula)\.csv$", name_table),
        (r"^/(?P<kind>campaign|formula)/organisations\.csv$", spread_table),
        (r"^/(?P<kind>organisation)/campaigns\.csv$", spread_table),
    ]


async def names(request: Request, datasette: Datasette) -> Response:
    """All names with their number of articles."""
    return await answers.html(request, datasette, "names.html", partial(names_page, kind=_kind(request)))


async def names_table(request: Request, datasette: Datasette) -> Response:
    kind = _kind(request)
    return await answers.table(datasette, f"{kind}s.csv", partial(names_csv, kind=kind))


async def name(request: Request, datasette: Datasette) -> Response:
    """One campaign, organisation or formula: what is known of it, its years and articles."""
    return await answers.html(request, datasette, "name.html", _read(request))


async def name_table(request: Request, datasette: Datasette) -> Response:
    page = await answers.ask(datasette, _read(request))
    return await answers.table(datasette, f"{page.kind}.csv", lambda _conn: name_csv(page))


async def spread_table(request: Request, datasette: Datasette) -> Response:
    """Who issued texts with a campaign or formula, by year; of an organisation the campaigns of its texts."""
    page = await answers.ask(datasette, _read(request))
    read = partial(spread_csv, kind=page.kind, name=page.facts["name"])
    return await answers.table(datasette, f"{page.kind}-{TAKEN[page.kind]}s.csv", read)


def _kind(request: Request) -> Named:
    return cast(Named, request.url_vars["kind"])


def _read(request: Request) -> Callable[[sqlite3.Connection], NamePage | None]:
    named, page = request.args.get("name") or "", answers.number_of(request)
    return partial(name_page, kind=_kind(request), name=named, page=page)
