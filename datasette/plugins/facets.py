"""Facets that a table can't have are refused; Datasette would leave half of its work unawaited."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from datasette import hookimpl
from datasette.app import Datasette
from datasette.filters import FilterArguments
from datasette.utils.asgi import Request
from datasette.views.base import DatasetteError


@hookimpl
def filters_from_request(
    request: Request, database: str, table: str, datasette: Datasette
) -> Callable[[], Awaitable[FilterArguments]]:
    return lambda: _without_impossible_facets(request, database, table, datasette)


async def _without_impossible_facets(
    request: Request, database: str, table: str, datasette: Datasette
) -> FilterArguments:
    if "_facet_array" in request.args:
        raise DatasetteError("No column of this archive holds lists in JSON", status=400)
    columns = await datasette.get_database(database).table_columns(table)
    for name in _facets(request):
        if name not in columns:
            raise DatasetteError(f"{table} has no column {name}", status=400)
    return FilterArguments([])


def _facets(request: Request) -> Iterator[str]:
    """The columns asked for as `_facet=site`, `_facet_date=published_at`; a JSON object stays as it is."""
    for argument in request.args:
        if argument.startswith("_facet") and argument != "_facet_size":
            yield from (name for name in request.args.getlist(argument) if not name.startswith("{"))
