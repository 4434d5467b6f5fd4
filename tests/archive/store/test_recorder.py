from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from archive import article
from archive.errors import DamageError, LockedError
from archive.model import Extraction, HostLines
from archive.store.archive import Archive
from archive.store.exchange import Exchange
from archive.store.frontier import Frontier
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow, Visit

FIRST = "全矿职工参加了安全生产月的宣誓活动。\n各区队开展了隐患排查，整改一百二十条。"
SECOND = "第二部分说的是机电运输的检查情况。"
THIRD = "第三部分说的是下一步的打算。"

One = Callable[[str], Any]


@pytest.fixture
def one(archive: Archive) -> One:
    """The single value, or row, of a query."""

    def ask(sql: str) -> Any:
        (row,) = archive.db.execute(sql).fetchall()
        return row[0] if len(row) == 1 else row

    return ask


def test_new_text_is_saved_with_all_that_hangs_on_it(recorder: Recorder, visit_page: Any, one: One) -> None:
    assert recorder.save(visit_page("/a.html", FIRST)) == "new"
    assert one("SELECT title, completeness, first_seen, gone_at FROM articles") == (
        "安全生产月活动总结",
        "complete",
        "2026-11-21T01:00:01Z",
        None,
    )
    assert one("SELECT body FROM texts") == FIRST
    assert one("SELECT count(*) FROM blocks") == 2
    assert one("SELECT body = (SELECT body FROM article_text) FROM versions") == 1
    assert one("SELECT charset, mime, kind FROM captures") == ("utf-8", "text/html", "article")
    assert one("SELECT state, attempts, etag FROM frontier") == ("done", 1, '"1"')
    assert one("SELECT fetched, new FROM runs") == (1, 1)


def test_same_text_again_moves_last_seen_only(recorder: Recorder, visit_page: Any, one: One) -> None:
    recorder.save(visit_page("/a.html", FIRST, at=1))
    assert recorder.save(visit_page("/a.html", FIRST, at=2)) == "unchanged"
    assert one("SELECT first_seen, last_seen FROM articles") == (
        "2026-11-21T01:00:01Z",
        "2026-11-21T01:00:02Z",
    )
    assert one("SELECT seen_to FROM versions") == "2026-11-21T01:00:02Z"
    assert one("SELECT capture_id, last_capture_id FROM article_captures") == (1, 2)


def test_not_modified_counts_as_seen(recorder: Recorder, visit_page: Any, one: One) -> None:
    visit = visit_page("/a.html", FIRST)
    recorder.save(visit)
    again = replace(
        visit.exchange, status=304, status_line="304 Not Modified", wire=b"", record_type="revisit"
    )
    later = replace(again, captured_at="2026-11-21T02:00:00Z")
    assert recorder.save(replace(visit, exchange=later, extraction=None)) == "unchanged"
    assert one("SELECT last_seen FROM articles") == "2026-11-21T02:00:00Z"
    assert one("SELECT etag FROM frontier") == '"1"'


def test_changed_text_becomes_a_version_under_the_same_key(
    recorder: Recorder, visit_page: Any, one: One, archive: Archive
) -> None:
    recorder.save(visit_page("/a.html", FIRST, at=1))
    key = one("SELECT key FROM articles")
    assert recorder.save(visit_page("/a.html", FIRST + "\n又补充一条。", at=2)) == "changed"
    assert recorder.save(visit_page("/a.html", FIRST, at=3)) == "changed"
    assert one("SELECT key, last_seen FROM articles") == (key, "2026-11-21T01:00:03Z")
    assert archive.db.execute("SELECT seen_from, seen_to FROM versions").fetchall() == [
        ("2026-11-21T01:00:01Z", "2026-11-21T01:00:03Z"),
        ("2026-11-21T01:00:02Z", "2026-11-21T01:00:02Z"),
    ]
    assert one("SELECT body FROM texts") == FIRST


@pytest.mark.parametrize("status", [404, 410])
def test_text_taken_away_keeps_its_words(recorder: Recorder, visit_page: Any, one: One, status: int) -> None:
    recorder.save(visit_page("/a.html", FIRST, at=1))
    recorder.save(visit_page("/a.html", "没有了", at=2, status=status))
    assert one("SELECT gone_at, body FROM texts") == ("2026-11-21T01:00:02Z", FIRST)
    recorder.save(visit_page("/a.html", FIRST, at=3))
    assert one("SELECT gone_at, last_seen FROM articles") == (None, "2026-11-21T01:00:03Z")


def test_parts_make_one_text_and_one_version(recorder: Recorder, visit_page: Any, one: One) -> None:
    assert recorder.save(visit_page("/a.html", FIRST, at=1, next_part="/a_2.html")) == "new"
    assert recorder.save(visit_page("/a_2.html", SECOND, "part", 2, next_part="/a_3.html")) == "recorded"
    assert recorder.save(visit_page("/a_3.html", THIRD, "part", 3)) == "recorded"
    assert one("SELECT body FROM texts").splitlines()[-2:] == [SECOND, THIRD]
    assert one("SELECT count(*), group_concat(body) FROM versions") == (1, one("SELECT body FROM texts"))
    assert one("SELECT group_concat(capture_id) FROM article_captures") == "1,2,3"


def test_changed_part_is_a_version_of_the_whole(recorder: Recorder, visit_page: Any, one: One) -> None:
    for at in (1, 3):
        recorder.save(visit_page("/a.html", FIRST, at=at, next_part="/a_2.html"))
        recorder.save(visit_page("/a_2.html", SECOND, "part", at + 1))
    recorder.save(visit_page("/a.html", FIRST, at=5, next_part="/a_2.html"))
    assert recorder.save(visit_page("/a_2.html", THIRD, "part", 6)) == "changed"
    assert one("SELECT count(*) FROM versions") == 2
    assert one("SELECT body FROM texts").splitlines()[-1] == THIRD


def test_mixture_of_an_old_and_a_new_part_leaves_no_version(
    recorder: Recorder, visit_page: Any, one: One
) -> None:
    recorder.save(visit_page("/a.html", FIRST, at=1, next_part="/a_2.html"))
    recorder.save(visit_page("/a_2.html", SECOND, "part", 2))
    recorder.save(visit_page("/a.html", "新的开头，重新写过了。", at=3, next_part="/a_2.html"))
    recorder.save(visit_page("/a_2.html", THIRD, "part", 4))
    assert one("SELECT count(*) FROM versions") == 2
    assert one("SELECT body FROM versions WHERE id = 2") == "新的开头，重新写过了。\n" + THIRD


def test_attachment_is_stored_under_every_article_that_links_to_it(
    recorder: Recorder, visit_page: Any, one: One
) -> None:
    files = [("/f/plan.docx", "附件：方案")]
    recorder.save(visit_page("/a.html", FIRST, files=files))
    recorder.save(visit_page("/f/plan.docx", SECOND, "attachment"))
    recorder.save(visit_page("/b.html", THIRD, files=files))
    assert one("SELECT count(*), count(capture_id), count(DISTINCT text) FROM attachments") == (2, 2, 1)
    recorder.save(visit_page("/a.html", FIRST, at=2))
    assert one("SELECT article_id, name FROM attachments") == (2, "附件：方案")


def test_better_rule_makes_no_version(
    recorder: Recorder, visit_page: Any, one: One, monkeypatch: pytest.MonkeyPatch
) -> None:
    def worse(parts: list[Extraction], *known: HostLines) -> Any:
        return compose([replace(part, title="没有清洗的标题") for part in parts], *known)

    compose = article.compose
    monkeypatch.setattr(article, "compose", worse)
    recorder.save(visit_page("/a.html", FIRST, at=1))
    monkeypatch.setattr(article, "compose", compose)
    same_text = visit_page("/a.html", FIRST, at=2, next_part="/no.html")
    assert recorder.save(same_text) == "unchanged"
    assert one("SELECT title FROM versions") == "安全生产月活动总结"


def test_failing_rule_costs_no_capture(
    recorder: Recorder, visit_page: Any, one: One, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*anything: object) -> None:
        raise KeyError("no such rule")

    monkeypatch.setattr(article, "compose", fail)
    assert recorder.save(visit_page("/a.html", FIRST)) == "recorded"
    assert one("SELECT count(*) FROM captures") == 1
    state, reason = one("SELECT state, reason FROM frontier")
    assert state == "failed"
    assert "no such rule" in reason
    assert one("SELECT failed FROM runs") == 1


def test_text_that_no_column_takes_costs_no_capture(recorder: Recorder, visit_page: Any, one: One) -> None:
    visit = visit_page("/a.html", FIRST)
    assert recorder.save(replace(visit, extraction=replace(visit.extraction, title="\ud800"))) == "recorded"
    assert one("SELECT count(*), max(state) FROM frontier JOIN captures USING (url)") == (1, "failed")


def test_no_answer_is_written_to_the_frontier(recorder: Recorder, archive: Archive, one: One) -> None:
    recorder.save(Visit(url="http://mine.test/a", kind="article", state="failed", reason="timeout"))
    recorder.save(Visit(url="http://mine.test/b", kind="article", state="skipped", reason="robots.txt: /b"))
    assert one("SELECT fetched, failed, skipped, forbidden FROM runs") == (0, 1, 1, 1)
    assert Frontier(archive, "mine").counts() == {("article", "failed"): 1, ("article", "skipped"): 1}


def test_evidence_by_the_way_leaves_the_frontier_alone(recorder: Recorder, visit_page: Any, one: One) -> None:
    recorder.save(visit_page("/a.html", "", "other", status=302))
    assert one("SELECT count(*) FROM frontier") == 0
    assert one("SELECT status FROM captures") == 302


def test_address_of_another_site_stays_there(recorder: Recorder, visit_page: Any, archive: Archive) -> None:
    recorder.save(visit_page("/a.html", FIRST))
    other = Recorder.begin(archive, SiteRow(name="group", title="云岭集团"), "crawl")
    other.save(visit_page("/a.html", SECOND, at=2))
    assert other.finish("finished").skipped == 1
    assert Frontier(archive, "group").counts() == {("article", "skipped"): 1}


def test_file_imported_again_under_another_name_is_unchanged(archive: Archive, one: One) -> None:
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
    assert one("SELECT file_name FROM captures") == "总结.txt"


def test_second_run_on_a_site_is_refused(recorder: Recorder, archive: Archive) -> None:
    code = (
        "import sys; from pathlib import Path; from archive.store.lock import hold\n"
        "with hold(Path(sys.argv[1]), 'mine'): pass"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(archive.directory)], capture_output=True, text=True, check=False
    )
    assert LockedError.__name__ in done.stderr


def test_dead_run_is_closed_and_its_torn_record_moved_aside(
    archive: Archive, mine: SiteRow, visit_page: Any, one: One
) -> None:
    dead = Recorder.begin(archive, mine, "crawl")
    dead.save(visit_page("/a.html", FIRST))
    dead._locks.close()
    name, end = one("SELECT warc_file, warc_offset + warc_length FROM captures")
    path = archive.warc_directory / name
    with path.open("ab") as out:
        out.write(path.read_bytes()[:500])
    Recorder.begin(archive, mine, "crawl").finish("finished")
    assert path.stat().st_size == end
    assert path.with_name(f"{path.name}.{end}.torn").stat().st_size == 500
    assert one("SELECT outcome, finished_at FROM runs WHERE id = 1") == (
        "interrupted",
        "2026-11-21T01:00:01Z",
    )


def test_file_without_any_saved_record_goes(archive: Archive, mine: SiteRow, one: One) -> None:
    dead = Recorder.begin(archive, mine, "crawl")
    dead._locks.close()
    dead._run.files._begin_file()
    path = archive.warc_directory / one("SELECT name FROM warc_files")
    path.write_bytes(b"\x1f\x8b torn")
    Recorder.begin(archive, mine, "crawl").finish("finished")
    assert not path.exists()


def test_file_shorter_than_what_was_saved_is_damage(
    archive: Archive, mine: SiteRow, recorder: Recorder, visit_page: Any, one: One
) -> None:
    recorder.save(visit_page("/a.html", FIRST))
    path = archive.warc_directory / one("SELECT warc_file FROM captures")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(DamageError, match="bytes, but"):
        Recorder.begin(archive, mine, "crawl")
