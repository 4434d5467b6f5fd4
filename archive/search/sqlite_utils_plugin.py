"""Entry point for sqlite-utils: `sqlite-utils archive.db "select zh_fold('傳達')"`."""

from __future__ import annotations

import sqlite3

from sqlite_utils import hookimpl

from archive.search import sql_functions


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Register the functions on each connection that sqlite-utils opens."""
    sql_functions.register(conn)
