"""The archive's search for people who write SQL, in Datasette and in sqlite-utils:

SELECT key, title, zh_snippet(body, '安全生产 -化工') FROM texts
WHERE id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH zh_query('安全生产 -化工'))
"""

from __future__ import annotations

import sqlite3
from typing import Final

from archive.fold import fold
from archive.search.query import compile_for_fts, parse
from archive.search.snippet import best_snippet, needles_of

MATCH_MARKS: Final = ("⟦", "⟧")
"""What stands around a match in text without markup."""


def register(db: sqlite3.Connection) -> None:
    """Make zh_query, zh_snippet and zh_fold known to a connection. NULL in, NULL out."""
    db.create_function("zh_query", 1, zh_query, deterministic=True)
    db.create_function("zh_snippet", 2, zh_snippet, deterministic=True)
    db.create_function("zh_fold", 1, zh_fold, deterministic=True)


def zh_query(query: object) -> str | None:
    """Return a query as the expression that `articles_fts MATCH` takes; filters are left out."""
    return None if query is None else compile_for_fts(str(query))


def zh_snippet(text: object, query: object) -> str | None:
    """Return the best window of a text, matches between ⟦ and ⟧."""
    if text is None or query is None:
        return None
    snippet = best_snippet(str(text), needles_of(parse(str(query)).expression))
    return "".join(part.join(MATCH_MARKS) if is_match else part for part, is_match in snippet.parts)


def zh_fold(text: object) -> str | None:
    """Return a text in Simplified characters, half width and lower case, as long as it was."""
    return None if text is None else fold(str(text))
