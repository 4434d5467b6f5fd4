"""Facets that a table can't have are refused; Datasette would leave half of its work unawaited."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from datasette import hookimpl
from datasette.app import Datasette
from datasette.filters import FilterArguments
from datasette.utils.asgi import Request
from datasette.views.base import DatasetteError

from archive.reading.search_address import read_number

_KINDS: Final = ("_facet", "_facet_date", "_facet_size")


@hookimpl
def filters_from_request(
    request: Request, database: str, table: str, datasette: Datasette
) -> Callable[[], Awaitable[FilterArguments]]:
    return lambda: _without_impossible_facets(request, database, table, datasette)


async def _without_impossible_facets(
    request: Request, database: str, table: str, datasette: Datasette
) -> FilterArguments:
    _refuse_other_kinds(request)
    columns = await datasette.get_database(database).table_columns(table)
    for name in (*request.args.getlist("_facet"), *request.args.getlist("_facet_date")):
        if name not in columns:
            raise DatasetteError(f"{table} has no column {name}", status=400)
    return FilterArguments([])


def _refuse_other_kinds(request: Request) -> None:
    """Datasette would read some as JSON, and stumble over what is none."""
    if "_facet_array" in request.args:
        raise DatasetteError("No column of this archive holds lists in JSON", status=400)
    for name in request.args:
        if name.startswith("_facet") and name not in _KINDS:
            raise DatasetteError(f"There is no facet of the kind {name}", status=400)
    for size in request.args.getlist("_facet_size"):
        if size != "max" and read_number(size) is None:
            raise DatasetteError(f"_facet_size is a number or max, not {size}", status=400)
