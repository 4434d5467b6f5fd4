"""The archive's search in Datasette's own tables and in SQL.

Datasette's `_search` passes the reader's words through the SQL function `escape_fts`. Registered last, ours
compiles them into the index's bigrams under that name (undocumented; a test pins it).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable

from datasette import hookimpl
from datasette.app import Datasette
from datasette.filters import FilterArguments
from datasette.utils.asgi import Request

from archive.search import sql_functions


@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection) -> None:
    sql_functions.register(conn)
    conn.create_function("escape_fts", 1, sql_functions.query_compiler(conn), deterministic=True)


@hookimpl
def filters_from_request(
    request: Request, database: str, table: str, datasette: Datasette
) -> Callable[[], Awaitable[FilterArguments]]:
    return lambda: _no_search_without_index(request, database, table, datasette)


async def _no_search_without_index(
    request: Request, database: str, table: str, datasette: Datasette
) -> FilterArguments:
    """A search in a table that has no index finds nothing; Datasette would answer it with every row."""
    searched = any(name.startswith("_search") and name != "_searchmode" for name in request.args)
    if not searched or datasette.table_metadata(database, table).get("fts_table"):
        return FilterArguments([])
    return FilterArguments(
        ["0"], human_descriptions=["this table can't be searched; search articles or texts"]
    )
