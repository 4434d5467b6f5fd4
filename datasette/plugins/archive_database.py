"""The archive as Datasette reads it: without tables that no page can show, and without noise in the log."""

from __future__ import annotations

from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.database import Database, Results
from datasette.views.base import DatasetteError

from archive.reading.serving.described_tables import UNREADABLE_TABLES


class ArchiveDatabase(Database):  # type: ignore[misc]  # Datasette has no types
    """Datasette counts and offers every table, also one that its engine can't read row by row."""

    async def execute(self, sql: str, *arguments: Any, **options: Any) -> Results:
        """Run a query; what is wrong with it is raised, and told to whoever asked, but not to the log too.

        A name of a column in an address may hold whatever somebody puts there, and gets into the query.
        """
        if "\0" in sql:
            raise DatasetteError("No query holds a NUL character", status=400)
        return await super().execute(sql, *arguments, **{**options, "log_sql_errors": False})

    async def table_names(self) -> list[str]:
        """Return the tables that have pages."""
        return [name for name in await super().table_names() if name not in UNREADABLE_TABLES]

    async def table_exists(self, table: str) -> bool:
        """Tell whether a table has a page."""
        return table not in UNREADABLE_TABLES and await super().table_exists(table)


@hookimpl(tryfirst=True)
def startup(datasette: Datasette) -> None:
    """Put it in the place of what Datasette has opened."""
    for name, opened in datasette.databases.items():
        if opened.path:
            archive = ArchiveDatabase(datasette, path=opened.path, is_mutable=opened.is_mutable)
            datasette.remove_database(name)
            datasette.add_database(archive, name=name)
