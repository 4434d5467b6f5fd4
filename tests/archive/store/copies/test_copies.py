from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from archive.copies import relation
from archive.store import copies, schema
from archive.store.archive import Archive
from archive.store.check import check
from archive.store.copies import clusters, index, texts, upkeep
from archive.store.removal import remove
from archive.store.visit import SiteRow
from archive.text.mirror.damage import to_traditional
from tests.article_rows import insert_article
from tests.official_prose import OfficialProse

PROSE = OfficialProse(seed=11)
FIRST, SECOND = PROSE.text(900), PROSE.text(900)
BODIES = (
    FIRST.body,
    to_traditional(FIRST.body),
    FIRST.body[:500],
    PROSE.mask(FIRST.body),
    PROSE.sibling(FIRST).body,
    SECOND.body,
    SECOND.body[:400],
    PROSE.patchwork(FIRST, SECOND).body,
)
KINDS = ("mine", "mirror", "essay_mill")

Write: TypeAlias = Callable[..., None]
After: TypeAlias = Callable[..., list[tuple[Any, ...]]]


def empty() -> Database:
    db = Database(memory=True)
    schema.create(db)
    for kind in KINDS:
        db.table("sites").insert({"name": kind, "title": kind, "kind": kind})
    return db


@pytest.fixture(scope="module")
def write(write_text: Any) -> Write:
    """Write text `number`, or another; its id is that of its turn."""

    def write(db: Database, number: int, body: str | None = None) -> None:
        (last,) = db.execute("SELECT coalesce(max(id), 0) FROM articles").fetchone()
        names = {"key": f"key{number}", "url": f"http://site.example/{number}.html"}
        dated = {"site": KINDS[number % 3], "published_at": f"20{10 + number % 10}-01-01"}
        write_text(db, last + 1, body or BODIES[number], **names, **dated)

    return write


def take_out(db: Database, number: int) -> None:
    (article_id,) = db.execute("SELECT id FROM articles WHERE key = ?", [f"key{number}"]).fetchone()
    copies.remove(db, article_id)
    db.table("article_text").delete_where("article_id = ?", [article_id])
    db.table("articles").delete(article_id)


def told(db: Database) -> list[tuple[Any, ...]]:
    """What `copies` says, with permalinks for ids."""
    return db.execute(
        """
        SELECT one.key, cluster, role, original.key, fuller.key, contained, covers, evidence,
            copies.confidence
        FROM copies JOIN articles AS one ON one.id = article_id
        LEFT JOIN articles AS original ON original.id = original_id
        LEFT JOIN articles AS fuller ON fuller.id = fuller_id ORDER BY one.key
        """
    ).fetchall()


@pytest.fixture(scope="module")
def after(write: Write) -> After:
    """What is told when these texts were written, and those taken out again."""

    def after(numbers: Sequence[int], removed: Sequence[int] = ()) -> list[tuple[Any, ...]]:
        with closing(empty().conn) as conn:
            db = Database(conn)
            for number in numbers:
                write(db, number)
            for number in removed:
                take_out(db, number)
            return told(db)

    return after


def bulletin(number: int) -> str:
    coal, metres = 1000 + number * 37, 10 + number * 11
    return (
        f"本日全矿生产原煤{coal}吨，掘进进尺{metres}米，井下各采区运转正常，通风系统稳定可靠。\n"
        f"调度室每日碰头，盯住运输和排水，对{number}处隐患逐条销号，班班有人管。明日测风{metres + 3}处。"
    )


def test_a_copy_is_found_in_a_pile_of_bulletins(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "MOST_COMPARED", 3)
    with closing(empty().conn) as conn:
        db = Database(conn)
        for number in range(20, 60):
            write(db, number, bulletin(number))
        assert not told(db)
        write(db, 100, to_traditional(bulletin(31)))
        assert [row[0] for row in told(db)] == ["key100", "key31"]


def test_clusters_and_roles(after: After) -> None:
    found = {row[0]: row[1:5] for row in after(range(len(BODIES)))}
    assert found == {
        "key0": ("key0", "original", None, None),
        "key1": ("key0", "mirror", "key0", None),
        "key2": ("key0", "truncated", "key0", "key0"),
        "key3": ("key0", "copy", "key0", None),
        "key5": ("key5", "fuller", "key6", None),
        "key6": ("key5", "original", None, "key5"),
    }


@settings(max_examples=25)
@given(order=st.permutations(range(len(BODIES))))
def test_the_order_does_not_matter(after: After, order: list[int]) -> None:
    assert after(order) == after(sorted(order))


@settings(max_examples=25)
@given(order=st.permutations(range(len(BODIES))), data=st.data())
def test_what_is_taken_out_leaves_no_trace(after: After, order: list[int], data: st.DataObject) -> None:
    removed = data.draw(st.lists(st.sampled_from(order), unique=True, max_size=4))
    assert after(order, removed) == after(sorted({*order} - {*removed}))


def test_nothing_stays_in_the_index(write: Write) -> None:
    db = empty()
    for number in range(len(BODIES)):
        write(db, number)
    for number in range(len(BODIES)):
        take_out(db, number)
    assert {db.execute(f"SELECT count(*) FROM {table}").fetchone() for table in index.TABLES} == {(0,)}


def waiting(db: Database) -> int:
    (count,) = db.execute("SELECT count(*) FROM uncompared").fetchone()
    return int(count)


def let_wait(db: Database, *bodies: str) -> None:
    for number, body in enumerate(bodies, start=1):
        insert_article(db, number, body, key=f"key{number}")
        copies.add(db, number)


def test_texts_wait_until_somebody_asks() -> None:
    db = empty()
    let_wait(db, FIRST.body, FIRST.body[:500], SECOND.body)
    assert waiting(db) == 3 and not told(db)
    copies.catch_up(db)
    assert not waiting(db) and [row[0] for row in told(db)] == ["key1", "key2"]


def test_texts_wait_until_there_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "TOGETHER", len(FIRST.body) + 500)
    db = empty()
    let_wait(db, FIRST.body, FIRST.body[:500], SECOND.body)
    assert waiting(db) == 1 and [row[0] for row in told(db)] == ["key1", "key2"]


def test_a_text_that_waits_can_be_taken_out() -> None:
    db = empty()
    let_wait(db, FIRST.body, FIRST.body[:500])
    copies.remove(db, 2)
    copies.catch_up(db)
    assert not told(db)
    copies.add(db, 2)
    copies.catch_up(db)
    assert [row[0] for row in told(db)] == ["key1", "key2"]


def test_texts_of_a_run_that_died_are_compared_by_the_next(
    archive: Archive, data: Path, visit_page: Any, die: Any, crawl: Any
) -> None:
    die(visit_page("/a.html", FIRST.body, at=1), visit_page("/b.html", FIRST.body[:500], at=2))
    assert waiting(archive.db) == 2
    assert not check(data).faults
    crawl()
    assert not waiting(archive.db) and len(told(archive.db)) == 2


@pytest.fixture
def copied(archive: Archive, visit_page: Any, crawl: Any) -> Archive:
    text = FIRST.body
    crawl(visit_page("/a.html", text, at=1), visit_page("/b.html", text[: len(text) * 6 // 10], at=2))
    return archive


def test_a_changed_text_is_compared_anew(copied: Archive, visit_page: Any, crawl: Any) -> None:
    assert len(told(copied.db)) == 2
    crawl(visit_page("/b.html", SECOND.body, at=9))
    assert told(copied.db) == []


def test_removal_takes_the_copies_back(copied: Archive) -> None:
    (key,) = copied.db.execute("SELECT key FROM articles WHERE url LIKE '%/a.html'").fetchone()
    remove(copied, key, "asked for")
    assert told(copied.db) == []


def test_another_kind_of_site_is_another_role(copied: Archive, mine: SiteRow, crawl: Any) -> None:
    mirror = SiteRow(name=mine.name, title=mine.title, home=mine.home, kind="mirror")
    before = {row[-1] for row in told(copied.db)}
    crawl(site=mirror)
    assert {row[-1] for row in told(copied.db)} != before


def test_check_finds_what_is_wrong(copied: Archive, data: Path) -> None:
    assert not check(data).faults
    with copied.transaction() as db:
        db.execute("UPDATE copies SET role = 'copy' WHERE role = 'truncated'")
        db.execute("DELETE FROM fingerprints WHERE hash = (SELECT min(hash) FROM fingerprints)")
    assert [fault.what.split(" are missing")[0] for fault in check(data).faults] == [
        "2 rows of copies",
        "1 rows of fingerprints",
    ]


@pytest.fixture
def bad_text(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let comparing break on a text with these words, at one of its steps."""

    def break_on(words: str, name: str = "fingerprints") -> None:
        sound = getattr(relation, name)

        def broken(*given: Any) -> Any:
            if any(words in getattr(one, "body", one) for one in given):
                raise IndexError("no such letter")
            return sound(*given)

        monkeypatch.setattr(relation, name, broken)
        monkeypatch.setattr(texts, name, broken, raising=False)

    return break_on


BAD = f"坏了的一篇。{SECOND.body}"


@pytest.mark.parametrize("step", ["fingerprints", "letters_of", "may_be_copies"])
def test_a_text_on_which_comparing_breaks_costs_no_other_one(
    bad_text: Callable[..., None], step: str
) -> None:
    bad_text("坏了的一篇", step)
    db = empty()
    let_wait(db, FIRST.body, SECOND.body, BAD, FIRST.body[:500])
    copies.catch_up(db)
    assert [row[0] for row in told(db)] == ["key1", "key4"]
    assert [*copies.uncomparable(db)] == [
        "http://mine.example/23757.html could not be compared with other texts, so its copies are not known "
        "(IndexError: no such letter)"
    ]
    copies.catch_up(db)
    assert waiting(db) == 1
    copies.remove(db, 3)
    assert not waiting(db) and not [*copies.uncomparable(db)]


def test_no_room_left_is_no_fault_of_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(db: Database, *_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    db = empty()
    let_wait(db, FIRST.body, SECOND.body)
    monkeypatch.setattr(index, "add", full)
    with pytest.raises(sqlite3.OperationalError):
        copies.catch_up(db)


def test_what_is_left_of_a_cluster_waits_where_comparing_breaks(bad_text: Callable[..., None]) -> None:
    db = empty()
    let_wait(db, FIRST.body, FIRST.body[:500], f"{FIRST.body[:520]}坏了的一篇")
    copies.catch_up(db)
    assert len(told(db)) == 3
    bad_text("坏了的一篇", "may_be_copies")
    copies.remove(db, 1)
    assert waiting(db) == 2 and not told(db)
    copies.catch_up(db)
    assert [one.split()[0] for one in copies.uncomparable(db)] == ["http://mine.example/23757.html"]


def test_the_run_and_check_name_the_text(
    data: Path, visit_page: Any, crawl: Any, bad_text: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "TOGETHER", 1000)
    bad_text("坏了的一篇")
    pages = {"/a.html": FIRST.body, "/b.html": BAD, "/c.html": FIRST.body[:500], "/d.html": SECOND.body}
    report = crawl(*(visit_page(path, body, at=at) for at, (path, body) in enumerate(pages.items(), 1)))
    assert (report.new, report.failed) == (4, 0)
    assert [warning.split()[0] for warning in report.warnings] == ["http://mine.test/b.html"]
    found = check(data)
    assert not found.faults
    assert [remark.what.split()[0] for remark in found.remarks] == ["http://mine.test/b.html"]
