"""`/campaigns`, `/organisations`, `/formulas`, `/campaign?name=…` …; each as a table too, `.csv`."""

from __future__ import annotations

from functools import partial
from typing import cast

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.pages.name import known_name, name_csv, name_page
from archive.reading.pages.names import names_csv, names_page
from archive.reading.pages.spread import LISTED_FOR, spread_csv
from archive.reading.serving import answers
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
    named = request.args.get("name") or ""
    read = partial(name_page, kind=_kind(request), name=named, page=answers.number_of(request))
    return await answers.html(request, datasette, "name.html", read)


async def name_table(request: Request, datasette: Datasette) -> Response:
    kind, known = _kind(request), await _known(request, datasette)
    return await answers.table(datasette, f"{kind}.csv", partial(name_csv, kind=kind, name=known))


async def spread_table(request: Request, datasette: Datasette) -> Response:
    """Who issued texts with a campaign or formula, by year; of an organisation the campaigns of its texts."""
    kind, known = _kind(request), await _known(request, datasette)
    read = partial(spread_csv, kind=kind, name=known)
    return await answers.table(datasette, f"{kind}-{LISTED_FOR[kind]}s.csv", read)


def _kind(request: Request) -> Named:
    return cast(Named, request.url_vars["kind"])


async def _known(request: Request, datasette: Datasette) -> str:
    read = partial(known_name, kind=_kind(request), name=request.args.get("name") or "")
    return await answers.ask(datasette, read)
