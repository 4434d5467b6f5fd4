from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from archive.errors import CallError
from archive.search.concordance.matched_texts import search_of
from archive.search.plain_cursor import plain_cursor
from archive.search.results.ordered import ordered
from archive.search.results.search import search
from archive.search.selection.request import SearchRequest
from archive.search.timeline import timeline

MakeArchive = Callable[[Any], sqlite3.Connection]
REQUEST = SearchRequest(query="安全")


@pytest.mark.parametrize(
    "ask",
    [
        lambda db: search(db, REQUEST),
        lambda db: search_of(db, REQUEST),
        lambda db: ordered(db, REQUEST),
        lambda db: timeline(db, [REQUEST]),
    ],
)
def test_every_question_asks_first_whether_the_index_is_current(
    make_archive: MakeArchive, document: Any, ask: Callable[[sqlite3.Connection], object]
) -> None:
    db = make_archive([document(title="安全")])
    ask(db)
    db.execute("UPDATE search_meta SET tokenizer_version = 0")
    with pytest.raises(CallError, match="rebuild --index"):
        ask(db)


def test_a_plain_cursor_gives_tuples_and_is_closed() -> None:
    db = sqlite3.connect(":memory:")
    db.row_factory = sqlite3.Row
    with plain_cursor(db) as cursor:
        assert cursor.execute("SELECT 1, 2").fetchone() == (1, 2)
        assert type(cursor.execute("SELECT 1").fetchone()) is tuple
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        cursor.execute("SELECT 1")
    db.close()
