from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from archive.errors import CallError
from archive.search import index

MakeArchive = Callable[[Any], sqlite3.Connection]


def vocabulary(db: sqlite3.Connection, table: str = "articles_fts") -> list[tuple[Any, ...]]:
    """Every token with the articles and columns it stands in."""
    kind = "row" if table == "articles_char" else "instance"
    db.execute(f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, {table}, {kind})")
    rows = db.execute("SELECT * FROM vocabulary").fetchall()
    db.execute("DROP TABLE temp.vocabulary")
    return sorted(tuple(map(str, row)) for row in rows)


def counted(db: sqlite3.Connection) -> list[tuple[str, int]]:
    return db.execute("SELECT character, count FROM articles_han ORDER BY character").fetchall()


def test_an_article_is_found_in_title_body_and_attachments(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive([document(title="一号通知", body="二號方案", attachments=("三号名单", None, "四号表"))])
    for word in ("一号", "二号", "三号", "四号"):
        found = db.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?", (f'"{word}"',))
        assert found.fetchall() == [(1,)]


def test_removing_leaves_nothing(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive([document(title="通知", body="安全，A股", attachments=("名单",))])
    index.remove(db, 1)
    assert vocabulary(db) == vocabulary(db, "articles_char") == counted(db) == []
    assert db.execute("SELECT * FROM articles_length").fetchall() == []


def test_an_article_is_as_long_as_its_tokens(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive([document(title="通知", body="安全，A股", attachments=("名单",)), document(title="")])
    held = [row[-3] for row in vocabulary(db)]
    lengths = db.execute("SELECT article_id, tokens FROM articles_length").fetchall()
    assert lengths == [(number, held.count(str(number))) for number in (1, 2)]


def test_rebuild_equals_what_was_added_bit_by_bit(make_archive: MakeArchive, corpus: Sequence[Any]) -> None:
    db = make_archive(corpus[:40])
    for table in ("articles_fts", "articles_char"):
        before = vocabulary(db, table)
        index.rebuild(db)
        assert vocabulary(db, table) == before


def test_characters_are_counted_as_they_come_and_go(make_archive: MakeArchive, document: Any) -> None:
    documents = [document(title="安全", body="保證安全，A股"), document(title="方案", attachments=("全文",))]
    db = make_archive(documents)
    folded = Counter("安全保证安全股方案全文")
    assert dict(counted(db)) == folded
    index.rebuild(db)
    assert dict(counted(db)) == folded
    index.remove(db, 2)
    assert dict(counted(db)) == Counter("安全保证安全股")


def test_a_sound_index_has_no_faults(make_archive: MakeArchive, corpus: Sequence[Any]) -> None:
    assert index.check(make_archive(corpus[:20])) == []


def test_faults_are_named(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive([document(title="通知"), document(title="方案"), document(title="没有的文章")])
    db.execute("UPDATE article_text SET body = '改过的正文' WHERE article_id = 1")
    for table, column in (("article_text", "article_id"), ("articles", "id")):
        db.execute(f"DELETE FROM {table} WHERE {column} = 3")
    assert index.check(db) == [
        "Article 1 is not in the search index as it is stored",
        "The search index holds an article 3 that is not stored",
    ]
    index.rebuild(db)
    assert index.check(db) == []


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE articles_length SET tokens = 99", "Article 1 is not in the search index as it is stored"),
        ("DELETE FROM articles_length", "Article 1 is not in the search index as it is stored"),
        (
            "INSERT INTO articles_length VALUES (7, 3)",
            "The search index holds an article 7 that is not stored",
        ),
    ],
)
def test_a_wrong_length_is_a_fault(make_archive: MakeArchive, document: Any, damage: str, fault: str) -> None:
    db = make_archive([document(title="通知", body="安全生产")])
    db.execute(damage)
    assert index.check(db) == [fault]


def test_words_that_changed_places_are_a_fault(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive([document(title="通知", body="安全生产")])
    db.execute("UPDATE article_text SET body = '安全产生'")
    assert index.check(db) == ["The search index holds other words than the stored texts"]


def test_a_wrong_count_is_a_fault(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive([document(title="通知", body="安全生产")])
    db.execute("UPDATE articles_han SET count = 2 WHERE character = '安'")
    assert index.check(db) == ["The search index counts other characters than the stored texts hold"]


@pytest.mark.parametrize(
    "damage",
    ["UPDATE search_meta SET fold_version = 0", "DELETE FROM search_meta", "DROP TABLE search_meta"],
)
def test_an_index_of_another_version_is_refused(
    make_archive: MakeArchive, document: Any, damage: str
) -> None:
    db = make_archive([document(title="通知")])
    index.require_current(db)
    db.execute(damage)
    with pytest.raises(CallError, match="rebuild --index"):
        index.require_current(db)
    assert "rebuild --index" in index.check(db)[0]
