"""Sentences in common, in an archive of invented texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from sqlite_utils import Database

from archive.copies.letters import letters_of
from archive.reading.pages.passages import passages_page
from archive.reading.pages.reused import reused_csv, reused_page
from archive.store import schema
from archive.store.copies.reused_passages import count_reuse
from tests.official_prose import OfficialProse

SHARED = (
    "老工人把安全帽往下一按说产量丢了可以补人丢了拿什么去补"
    "，这句话后来写在每个井口的墙上，换班的时候谁都要抬头看上一眼再进罐笼。"
)
FORMULA = "各单位务必高度重视精心组织周密部署狠抓落实确保各项工作任务圆满完成取得实实在在的成效。"


@pytest.fixture(scope="module")
def db(write_text: Any) -> Iterator[sqlite3.Connection]:
    """Forty texts: all have the formula, four the shared sentence, and two of those are copies."""
    prose = OfficialProse(seed=9)
    made = Database(memory=True)
    schema.create(made)
    made.table("sites").insert({"name": "mine", "title": "青山煤矿", "kind": "mine"})
    bodies = [[*prose.text(600).sentences, FORMULA] for _ in range(40)]
    for number in (5, 6, 7):
        bodies[number].insert(2, SHARED)
    bodies[8] = [*bodies[7]]
    for number, sentences in enumerate(bodies):
        dated = {"title": f"第{number + 1}号", "published_at": f"2010-01-{2 + number % 27:02}"}
        write_text(made, number + 1, "".join(sentences), **dated)
    count_reuse(made)
    yield made.conn
    made.conn.close()


def test_a_sentence_that_stands_elsewhere(db: sqlite3.Connection) -> None:
    page = passages_page(db, "key7")
    assert page
    found = [each for each in page.sentences if letters_of(each.text) == letters_of(SHARED)]
    assert [(each.articles, each.first["key"], each.is_earlier) for each in found] == [(3, "key6", True)]
    assert page.article["body"][found[0].start :].startswith(found[0].text)


def test_copies_and_formulas_are_left_out(db: sqlite3.Connection) -> None:
    page = passages_page(db, "key8")
    assert page
    shared = {letters_of(each.text): each.articles for each in page.sentences}
    assert shared[letters_of(SHARED)] == 2
    assert letters_of(FORMULA) not in shared


def test_the_most_reused(db: sqlite3.Connection) -> None:
    rows = {letters_of(row["passage"]): row for row in reused_page(db).passages}
    assert letters_of(FORMULA) not in rows
    row = rows[letters_of(SHARED)]
    assert (row["texts"], row["articles"], row["first_key"]) == (3, 4, "key6")
    assert SHARED in b"".join(reused_csv(db)).decode()


def test_of_one_day_the_original_has_it_first(write_text: Any) -> None:
    prose = OfficialProse(seed=4)
    made = Database(memory=True)
    schema.create(made)
    kinds = {"mirror": "mirror", "mine": "mine"}
    made.table("sites").insert_all(
        {"name": name, "title": name, "kind": kind} for name, kind in kinds.items()
    )
    copied = "".join([*prose.text(600).sentences, SHARED])
    later = "".join([*prose.text(600).sentences, SHARED])
    write_text(made, 1, copied, title="转载", published_at="2010-06-12", site="mirror")
    write_text(made, 2, copied, title="原文", published_at="2010-06-12T09:30")
    write_text(made, 3, later, title="后文", published_at="2011-01-01")
    count_reuse(made)
    page = passages_page(made.conn, "key3")
    assert page and {each.first["key"] for each in page.sentences} == {"key2"}
    assert {row["first_key"] for row in reused_page(made.conn).passages} == {"key2"}
    made.conn.close()


def test_the_most_reused_stand_on_several_pages(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = reused_page(db).passages
    monkeypatch.setattr("archive.reading.pages.reused.SHOWN", 1)
    first = reused_page(db)
    pages = [reused_page(db, page).passages for page in range(1, first.paging.pages + 1)]
    assert [row for page in pages for row in page] == [*whole] and len(first.passages) == 1


def test_no_such_article(db: sqlite3.Connection) -> None:
    assert passages_page(db, "none") is None
