"""A rebuild makes everything again of the evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from archive.extract.rules import SiteRules
from archive.store.archive import Archive
from archive.store.locking.side_files import UNFINISHED
from archive.store.rebuild import rebuild
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow

RowsOf = Callable[[Archive], dict[str, list[tuple[Any, ...]]]]


def test_rebuild_equals_the_original(full: Archive, data: Path, rules: SiteRules, rows: RowsOf) -> None:
    before = rows(full)
    seen: list[tuple[int, int]] = []
    report = rebuild(data, lambda site: rules, progress=lambda done, total: seen.append((done, total)))
    after = rows(full)
    assert after["runs"].pop()[2] == "rebuild"
    assert after == before
    assert (report.articles, report.captures, report.failures) == (4, 16, ())
    assert {(16, 16), (17, 20)} <= {*seen}
    assert seen[-1] == (20, 20)
    assert not (data / UNFINISHED).exists()


def test_rebuild_without_a_database_finds_everything_again(
    full: Archive, data: Path, rules: SiteRules
) -> None:
    sql = (
        "SELECT key, url, site, title, body, first_seen, last_seen, gone_at FROM texts ORDER BY key",
        "SELECT url, content_digest, seen_from, seen_to FROM versions "
        "JOIN articles ON articles.id = article_id ORDER BY url, seen_from",
        "SELECT name, title, home, kind FROM sites ORDER BY name",
        "SELECT run_id, site, started_at, name FROM warc_files JOIN runs ON runs.id = run_id ORDER BY 1",
        "SELECT url, site, kind FROM frontier ORDER BY site, url",
    )
    before = [full.db.execute(query).fetchall() for query in sql]
    full.close()
    (data / "archive.db").unlink()
    rebuild(data, lambda site: rules)
    with Archive.open(data) as found:
        found.db.execute("DELETE FROM runs WHERE kind = 'rebuild'")
        assert [found.db.execute(query).fetchall() for query in sql] == before


def test_rebuild_without_a_database_knows_what_was_not_visited_yet(
    archive: Archive, mine: SiteRow, data: Path, rules: SiteRules, visit_page: Any
) -> None:
    recorder = Recorder.begin(archive, mine, "crawl", rules)
    files = [("/f/plan.docx", "附件：方案")]
    recorder.save(visit_page("/a.html", "第一部分。" * 9, next_part="/a_2.html", files=files))
    recorder.finish("interrupted")
    archive.close()
    (data / "archive.db").unlink()
    rebuild(data, lambda site: rules, workers=1)
    with Archive.open(data) as found:
        pending = found.db.execute("SELECT url, kind FROM frontier WHERE state = 'pending' ORDER BY url")
        assert pending.fetchall() == [
            ("http://mine.test/a_2.html", "part"),
            ("http://mine.test/f/plan.docx", "attachment"),
        ]


def test_better_rules_change_the_text_and_make_no_version(full: Archive, data: Path, rows: RowsOf) -> None:
    before = rows(full)
    rebuild(
        data, lambda site: SiteRules(title="h1", body="#text p:first-child", next_part="a.next"), workers=1
    )
    after = rows(full)
    assert len(after["versions"]) == len(before["versions"])
    assert [row[1] for row in after["articles"]] == [row[1] for row in before["articles"]]


def test_server_that_reads_meanwhile_sees_the_new_archive(
    full: Archive, data: Path, rules: SiteRules
) -> None:
    with Archive.open_read_only(data) as reader:
        assert reader.db.table("articles").count == 4
        rebuild(data, lambda site: rules, workers=1)
        assert reader.db.execute("SELECT count(*) FROM runs WHERE kind = 'rebuild'").fetchone() == (1,)
