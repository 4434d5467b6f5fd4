from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from archive import article
from archive.store.archive import Archive
from archive.store.exchange import Exchange
from archive.store.frontier import Frontier
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow, Visit
from tests.archive.store.three_pages import FIRST, SECOND, THIRD, Sole


def test_new_text_is_saved_with_all_that_hangs_on_it(recorder: Recorder, visit_page: Any, sole: Sole) -> None:
    assert recorder.save(visit_page("/a.html", FIRST)) == "new"
    assert sole("SELECT title, completeness, first_seen, gone_at FROM articles") == (
        "安全生产月活动总结",
        "complete",
        "2026-11-21T01:00:01Z",
        None,
    )
    assert sole("SELECT body FROM texts") == FIRST
    assert sole("SELECT count(*) FROM blocks") == 2
    assert sole("SELECT body = (SELECT body FROM article_text) FROM versions") == 1
    assert sole("SELECT charset, mime, kind FROM captures") == ("utf-8", "text/html", "article")
    assert sole("SELECT state, attempts, etag FROM frontier") == ("done", 1, '"1"')
    assert sole("SELECT fetched, new FROM runs") == (1, 1)


def test_same_text_again_moves_last_seen_only(recorder: Recorder, visit_page: Any, sole: Sole) -> None:
    recorder.save(visit_page("/a.html", FIRST, at=1))
    assert recorder.save(visit_page("/a.html", FIRST, at=2)) == "unchanged"
    assert sole("SELECT first_seen, last_seen FROM articles") == (
        "2026-11-21T01:00:01Z",
        "2026-11-21T01:00:02Z",
    )
    assert sole("SELECT seen_to FROM versions") == "2026-11-21T01:00:02Z"
    assert sole("SELECT capture_id, last_capture_id FROM article_captures") == (1, 2)


def test_what_is_saved_late_does_not_shorten_the_time_a_version_was_seen(
    recorder: Recorder, visit_page: Any, sole: Sole
) -> None:
    """An import may bring an older capture behind a newer one."""
    for at in (1, 9, 5):
        recorder.save(visit_page("/a.html", FIRST, at=at))
    assert sole("SELECT seen_from, seen_to FROM versions") == ("2026-11-21T01:00:01Z", "2026-11-21T01:00:09Z")


def test_not_modified_counts_as_seen(recorder: Recorder, visit_page: Any, sole: Sole) -> None:
    visit = visit_page("/a.html", FIRST)
    recorder.save(visit)
    again = replace(
        visit.exchange, status=304, status_line="304 Not Modified", wire=b"", record_type="revisit"
    )
    later = replace(again, captured_at="2026-11-21T02:00:00Z")
    assert recorder.save(replace(visit, exchange=later, extraction=None)) == "unchanged"
    assert sole("SELECT last_seen FROM articles") == "2026-11-21T02:00:00Z"
    assert sole("SELECT etag FROM frontier") == '"1"'


def test_changed_text_becomes_a_version_under_the_same_key(
    recorder: Recorder, visit_page: Any, sole: Sole, archive: Archive
) -> None:
    recorder.save(visit_page("/a.html", FIRST, at=1))
    key = sole("SELECT key FROM articles")
    assert recorder.save(visit_page("/a.html", FIRST + "\n又补充一条。", at=2)) == "changed"
    assert recorder.save(visit_page("/a.html", FIRST, at=3)) == "changed"
    assert sole("SELECT key, last_seen FROM articles") == (key, "2026-11-21T01:00:03Z")
    assert archive.db.execute("SELECT seen_from, seen_to FROM versions").fetchall() == [
        ("2026-11-21T01:00:01Z", "2026-11-21T01:00:03Z"),
        ("2026-11-21T01:00:02Z", "2026-11-21T01:00:02Z"),
    ]
    assert sole("SELECT body FROM texts") == FIRST


@pytest.mark.parametrize("status", [404, 410])
def test_text_taken_away_keeps_its_words(
    recorder: Recorder, visit_page: Any, sole: Sole, status: int
) -> None:
    recorder.save(visit_page("/a.html", FIRST, at=1))
    recorder.save(visit_page("/a.html", "没有了", at=2, status=status))
    assert sole("SELECT gone_at, body FROM texts") == ("2026-11-21T01:00:02Z", FIRST)
    recorder.save(visit_page("/a.html", FIRST, at=3))
    assert sole("SELECT gone_at, last_seen FROM articles") == (None, "2026-11-21T01:00:03Z")


def test_attachment_is_stored_under_every_article_that_links_to_it(
    recorder: Recorder, visit_page: Any, sole: Sole
) -> None:
    files = [("/f/plan.docx", "附件：方案")]
    recorder.save(visit_page("/a.html", FIRST, files=files))
    recorder.save(visit_page("/f/plan.docx", SECOND, "attachment"))
    recorder.save(visit_page("/b.html", THIRD, files=files))
    assert sole("SELECT count(*), count(capture_id), count(DISTINCT text) FROM attachments") == (2, 2, 1)
    recorder.save(visit_page("/a.html", FIRST, at=2))
    assert sole("SELECT article_id, name FROM attachments") == (2, "附件：方案")


def test_no_answer_is_written_to_the_frontier(recorder: Recorder, archive: Archive, sole: Sole) -> None:
    recorder.save(Visit(url="http://mine.test/a", kind="article", state="failed", reason="timeout"))
    recorder.save(Visit(url="http://mine.test/b", kind="article", state="skipped", reason="robots.txt: /b"))
    assert sole("SELECT fetched, failed, skipped, forbidden FROM runs") == (0, 1, 1, 1)
    assert Frontier(archive, "mine").counts() == {("article", "failed"): 1, ("article", "skipped"): 1}


def test_evidence_by_the_way_leaves_the_frontier_alone(
    recorder: Recorder, visit_page: Any, sole: Sole
) -> None:
    recorder.save(visit_page("/a.html", "", "other", status=302))
    assert sole("SELECT count(*) FROM frontier") == 0
    assert sole("SELECT status FROM captures") == 302


def test_file_imported_again_under_another_name_is_unchanged(archive: Archive, sole: Sole) -> None:
    exchange = Exchange(
        url="urn:sha256:0a",
        captured_at="2026-11-21T01:00:00Z",
        record_type="resource",
        wire=FIRST.encode(),
        mime="text/plain",
        file_name="总结.txt",
    )
    files = Recorder.begin(archive, SiteRow(name="imported", title="导入的文件"), "import")
    visit = Visit(
        url=exchange.url, kind="article", exchange=exchange, extraction=article.read(exchange.capture())
    )
    again = replace(exchange, file_name="x.txt", captured_at="2026-11-22T01:00:00Z")
    assert [files.save(visit), files.save(replace(visit, exchange=again))] == ["new", "unchanged"]
    assert files.finish("finished").unchanged == 1
    assert sole("SELECT file_name FROM captures") == "总结.txt"


def test_a_run_that_waited_for_another_begins_after_it(
    archive: Archive, mine: SiteRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would take the other one's time for that of a clock which was fast."""
    began = list[bool]()

    def now() -> str:
        began.append(archive.db.conn.in_transaction)
        return "2026-11-21T01:00:00Z"

    monkeypatch.setattr("archive.store.recorder.now", now)
    Recorder.begin(archive, mine, "crawl").finish("finished")
    assert began == [True]
