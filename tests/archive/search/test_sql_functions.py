from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from archive.search import sql_functions, sqlite_utils_plugin


@pytest.fixture
def db(make_archive: Callable[[Any], sqlite3.Connection], document: Any) -> sqlite3.Connection:
    db = make_archive([document(title="傳達", body="傳達上級精神"), document(title="通知")])
    sql_functions.register(db)
    return db


def test_search_in_sql(db: sqlite3.Connection) -> None:
    rows = db.execute(
        "SELECT id, zh_snippet(body, '传达') FROM texts "
        "WHERE id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH zh_query('传达 -通知'))"
    )
    assert rows.fetchall() == [(1, "⟦傳達⟧上級精神")]


@pytest.mark.parametrize("query", ["", "*", "'", "网站:qingshan", "()"])
def test_a_query_without_words_never_answers_with_every_row(db: sqlite3.Connection, query: str) -> None:
    rows = db.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH zh_query(?)", (query,))
    assert rows.fetchall() == []


def test_wildcards_that_too_many_words_fit_are_refused_with_the_reason(db: sqlite3.Connection) -> None:
    han = [chr(0x4E00 + number) for number in range(100)]
    db.execute("INSERT INTO articles_fts(rowid, title, body) VALUES (9, '', ?)", (" ".join(_pairs(han)),))
    refused = r"^no such column: More than 8,000 words fit the wildcards of 党\?党\?党 \'组\'\. Put rarer "
    with pytest.raises(sqlite3.OperationalError, match=refused):
        db.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH zh_query('党?党?党 \"组\"')")
    found = db.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH zh_query('党?党 丁党')")
    assert found.fetchall() == [(9,)]


def _pairs(han: list[str]) -> Iterator[str]:
    for character in han:
        yield from ("党" + character, character + "党")


def test_null_stays_null(db: sqlite3.Connection) -> None:
    row = db.execute("SELECT zh_fold('傳達Ａ'), zh_fold(NULL), zh_query(NULL), zh_snippet(NULL, '党')")
    assert row.fetchone() == ("传达a", None, None, None)


def test_sqlite_utils_registers_them_too() -> None:
    db = sqlite3.connect(":memory:")
    sqlite_utils_plugin.prepare_connection(db)
    assert db.execute("SELECT zh_fold('傳達')").fetchone() == ("传达",)
    db.close()
