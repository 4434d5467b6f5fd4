"""The archive's search for people who write SQL, in Datasette and in sqlite-utils:

SELECT key, title, zh_snippet(body, '安全生产 -化工') FROM texts
WHERE id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH zh_query('安全生产 -化工'))
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from archive.errors import CallError
from archive.fold import fold
from archive.search.in_text.needles import needles_of
from archive.search.in_text.snippet import best_snippet
from archive.search.query import compile_for_fts, parse
from archive.search.query.wildcards import vocabulary_of


def register(db: sqlite3.Connection) -> None:
    """Make zh_query, zh_snippet and zh_fold known to a connection. NULL in, NULL out."""
    db.create_function("zh_query", 1, query_compiler(db), deterministic=True)
    db.create_function("zh_snippet", 2, zh_snippet, deterministic=True)
    db.create_function("zh_fold", 1, zh_fold, deterministic=True)


def query_compiler(db: sqlite3.Connection) -> Callable[[object], str | None]:
    """Return zh_query for the archive behind `db`, in whose index it looks up wildcards.

    It gives a query as the expression that `articles_fts MATCH` takes; filters are left out. SQLite drops
    what a function says when it fails; so a query that can't be compiled becomes an expression that SQLite
    itself refuses, with the reason in its message.
    """
    between = vocabulary_of(db)

    def zh_query(query: object) -> str | None:
        try:
            return None if query is None else compile_for_fts(str(query), between)
        except CallError as error:
            return _refused(error)

    return zh_query


def _refused(error: CallError) -> str:
    """The name of a column that no index has: MATCH says that there is no such one."""
    name = str(error).replace('"', "'")
    return f'"{name}" : x'


def zh_snippet(text: object, query: object) -> str | None:
    """Return the best window of a text, matches between ⟦ and ⟧."""
    if text is None or query is None:
        return None
    return best_snippet(str(text), needles_of(parse(str(query)).expression)).marked_text


def zh_fold(text: object) -> str | None:
    """Return a text in Simplified characters, half width and lower case, as long as it was."""
    return None if text is None else fold(str(text))
