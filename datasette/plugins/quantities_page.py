"""`/quantities`: numbers and targets that texts state; and as a file, `/quantities.csv`."""

from __future__ import annotations

from functools import partial

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.pages.quantities import KINDS, QuantityFilter, quantities_csv, quantities_page
from archive.reading.serving import answers


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/quantities$", quantities), (r"^/quantities\.csv$", table)]


async def quantities(request: Request, datasette: Datasette) -> Response:
    read = partial(quantities_page, chosen=_chosen(request), page=answers.number_of(request))
    return await answers.html(request, datasette, "quantities.html", read, kinds=KINDS)


async def table(request: Request, datasette: Datasette) -> Response:
    read = partial(quantities_csv, chosen=_chosen(request))
    return await answers.table(datasette, "quantities.csv", read)


def _chosen(request: Request) -> QuantityFilter:
    return QuantityFilter(**{name: request.args.get(name) or "" for name in ("subject", "kind", "site")})
