"""Two archives become one, whichever goes into which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.extract.rules import SiteRules
from archive.store.archive import DATABASE, Archive
from archive.store.check import check
from archive.store.export.backup import backup
from archive.store.merging.merge import Merged, merge
from archive.store.rebuild import rebuild
from archive.store.recorder import Recorder
from archive.store.removal import remove
from archive.store.visit import SiteRow

TakeIn = Callable[[Path, Path], Merged]
Held = Callable[[Path], list[Any]]


def test_both_orders_give_the_same(
    ours: Path, held: Held, theirs: Path, take_in: TakeIn, tmp_path: Path
) -> None:
    backup(ours, tmp_path / "copy")
    merged = take_in(ours, theirs)
    assert (merged.new, merged.changed, merged.unchanged, merged.removed) == (3, 2, 1, 0)
    assert (merged.files, merged.lost, merged.failures) == (2, (), ())
    take_in(theirs, tmp_path / "copy")
    assert held(ours) == held(theirs)
    for directory in (ours, theirs):
        found = check(directory)
        assert (found.faults, found.remarks) == ((), ())


def test_rebuild_gives_the_same(
    ours: Path, held: Held, theirs: Path, take_in: TakeIn, rules: SiteRules
) -> None:
    take_in(ours, theirs)
    before = held(ours)
    rebuild(ours, lambda _: rules, workers=1)
    assert held(ours) == before
    assert check(ours).faults == ()


def test_versions_and_what_was_taken_away_are_kept(ours: Path, theirs: Path, take_in: TakeIn) -> None:
    take_in(ours, theirs)
    with Archive.open(ours) as archive:
        versions = archive.db.execute(
            "SELECT articles.url, count(*), site FROM versions JOIN articles ON articles.id = article_id "
            "GROUP BY articles.id ORDER BY 1"
        ).fetchall()
        gone = archive.db.execute("SELECT url, gone_at FROM articles WHERE gone_at IS NOT NULL").fetchall()
        (part,) = archive.db.execute("SELECT body FROM texts WHERE url LIKE '%/a.html'").fetchone()
    assert versions == [
        ("http://mine.test/a.html", 1, "mine"),
        ("http://mine.test/b.html", 2, "mine"),
        ("http://mine.test/d.html", 2, "mine"),
        ("http://mine.test/g.html", 1, "group"),
        ("http://mine.test/h.html", 1, "group"),
        ("http://mine.test/i.html", 1, "group"),
        ("http://mine.test/own.html", 1, "mine"),
    ]
    assert gone == [("http://mine.test/own.html", "2026-11-21T01:00:27Z")]
    assert "第二部分" in part


def test_twice_brings_nothing_new(ours: Path, held: Held, theirs: Path, take_in: TakeIn) -> None:
    take_in(ours, theirs)
    before = held(ours)
    again = take_in(ours, theirs)
    assert (again.new, again.changed, again.unchanged, again.files) == (0, 0, 6, 0)
    assert held(ours) == before


def test_a_run_without_captures_is_taken_over_once(
    ours: Path, held: Held, theirs: Path, take_in: TakeIn, begin_later: Callable[[Archive], Recorder]
) -> None:
    """A crawl that robots.txt forbade says so in its report alone."""
    take_in(ours, theirs)
    before = held(ours)
    with Archive.open(theirs) as archive:
        run = begin_later(archive)
        run.conclude({}, lambda _: ["robots.txt forbids all lists of the site"])
        run.finish("finished")
    for _ in range(2):
        take_in(ours, theirs)
        with Archive.open(ours) as archive:
            runs = archive.db.execute(
                "SELECT count(*) FROM runs WHERE alarms = 'robots.txt forbids all lists of the site'"
            ).fetchone()
        assert runs == (1,)
    assert held(ours) == before


def test_runs_that_began_within_one_second_are_told_apart(
    ours: Path, theirs: Path, take_in: TakeIn, begin_later: Callable[[Archive], Recorder]
) -> None:
    for count in (1, 3):
        with Archive.open(theirs) as archive:
            while archive.db.table("runs").count_where("started_at LIKE '2031%'") < count:
                begin_later(archive).finish("finished")
        for _ in range(2):
            take_in(ours, theirs)
            with Archive.open(ours) as archive:
                assert archive.db.table("runs").count_where("started_at LIKE '2031%'") == count


def test_how_a_known_run_ended_is_taken_over(
    theirs: Path, take_in: TakeIn, begin: Callable[[Archive], Recorder], visit_page: Any, tmp_path: Path
) -> None:
    with Archive.open(theirs) as archive:
        run = begin(archive)
        run.save(visit_page("/k.html", "通知。" * 20, at=40))
        backup(theirs, tmp_path / "copy")
        run.conclude({}, lambda _: ["a strange thing"])
        run.finish("finished")
    take_in(tmp_path / "copy", theirs)
    with Archive.open(tmp_path / "copy") as archive:
        last = archive.db.execute("SELECT outcome, alarms FROM runs ORDER BY id DESC").fetchall()
    assert ("finished", "a strange thing") in last


def test_what_a_moved_address_answered_from_elsewhere_moves_with_it(
    ours: Path, theirs: Path, take_in: TakeIn, rules: SiteRules, visit_page: Any
) -> None:
    """The collection saw `/d.html` lead to the home page; the site that is crawled becomes its home."""
    sent_home = visit_page("/d.html", "首页", at=8)
    answer = replace(sent_home.exchange, url="http://mine.test/")
    with Archive.open(ours) as archive:
        run = Recorder.begin(archive, SiteRow(name="papers", title="papers"), "import", rules)
        run.save(replace(sent_home, exchange=answer))
        run.finish("finished")
    take_in(ours, theirs)
    with Archive.open(ours) as archive:
        assert archive.db.execute(
            "SELECT gone_at, back_at FROM takedowns WHERE back_at NOT NULL"
        ).fetchall() == [("2026-11-21T01:00:08Z", "2026-11-21T01:00:28Z")]


def test_the_source_is_not_touched(ours: Path, theirs: Path, take_in: TakeIn) -> None:
    def seen() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in theirs.rglob("*") if path.is_file()}

    before = seen()
    take_in(ours, theirs)
    assert {name for name, content in seen().items() if before.get(name) != content} <= {
        f"{theirs / DATABASE}-shm",
        f"{theirs / DATABASE}-wal",
    }


@pytest.fixture
def sides(ours: Path, theirs: Path) -> dict[str, Path]:
    return {"ours": ours, "theirs": theirs}


@pytest.mark.parametrize("into", ["ours", "theirs"])
@pytest.mark.parametrize("by", ["ours", "theirs"])
def test_what_either_side_removed_stays_out(
    sides: dict[str, Path], take_in: TakeIn, rules: SiteRules, into: str, by: str
) -> None:
    with Archive.open(sides[by]) as archive:
        (key,) = archive.db.execute("SELECT key FROM articles WHERE url LIKE '%/a.html'").fetchone()
        remove(archive, key, "asked for")
    target = sides.pop(into)
    (source,) = sides.values()
    # Whoever removed it has it no more; the other one goes on having it.
    for expected in (1, int(by == into)):
        assert take_in(target, source).removed == expected
        with Archive.open(target) as archive:
            urls = archive.db.execute("SELECT url FROM articles WHERE url LIKE '%/a%'").fetchall()
            asked = archive.db.execute(
                "SELECT DISTINCT state FROM frontier WHERE url LIKE '%/a%' OR url LIKE '%plan.docx'"
            ).fetchall()
        assert (urls, asked) == ([], [("skipped",)])
        assert check(target).faults == ()
    (target / DATABASE).unlink()
    rebuild(target, lambda _: rules, workers=1)
    with Archive.open(target) as archive:
        assert archive.db.execute("SELECT url FROM articles WHERE url LIKE '%/a%'").fetchall() == []
    assert check(target).faults == ()


def test_an_empty_archive_takes_all(ours: Path, held: Held, take_in: TakeIn, tmp_path: Path) -> None:
    merged = take_in(tmp_path / "new", ours)
    assert (merged.new, merged.files) == (4, 2)
    assert held(tmp_path / "new") == held(ours)
    assert check(tmp_path / "new").faults == ()


def test_text_that_the_rules_here_do_not_find_is_told(ours: Path, theirs: Path) -> None:
    rules = {
        "mine": SiteRules(title="h1", body="#text"),
        "group": SiteRules(body="body", drop=("h1", "#text")),
    }
    merged = merge(ours, theirs, rules.get, workers=1)
    with Archive.open(ours) as archive:
        held = {url for (url,) in archive.db.execute("SELECT url FROM articles")}
        states = dict(archive.db.execute("SELECT url, state FROM frontier").fetchall())
    assert merged.lost
    assert not held & set(merged.lost)
    assert {states[url] for url in merged.lost} == {"failed"}
    assert check(ours).faults == ()
