"""What a text states of its length, pictures and readers has columns of its own, NULL where it is silent."""

from __future__ import annotations

from typing import Any

from archive.store.archive import Archive
from archive.store.recorder import Recorder

COLUMNS = (
    "declared_pages, shown_pages, omitted_pages, comments, photographer, captions, unaccounted_chars, flags"
)
BODY = "近日，云溪煤矿举行安全生产月活动启动仪式。矿领导和职工代表参加，会后开展了签名活动。" * 4
CAPTION = "图为启动仪式现场。（李明 摄）"


def stated(archive: Archive) -> tuple[Any, ...]:
    row: tuple[Any, ...] = archive.db.execute(f"SELECT {COLUMNS} FROM articles").fetchone()
    return row


def test_what_is_stated_is_kept(archive: Archive, recorder: Recorder, visit_page: Any) -> None:
    below = "共12页，当前第3页\n(未完,全文共2119字,当前显示1548字)"
    recorder.save(visit_page("/m.html", f"来源：云溪网 2010-8-11 20:15 评论：2\n{BODY}\n{CAPTION}\n{below}"))
    *kept, unaccounted, flags = stated(archive)
    assert kept == [12, 3, 9, 2, "李明", CAPTION]
    assert unaccounted > 1000
    assert "unaccounted" in flags.split()


def test_what_is_not_stated_is_null(archive: Archive, recorder: Recorder, visit_page: Any) -> None:
    recorder.save(visit_page("/m.html", BODY))
    assert stated(archive) == (*[None] * 7, "")


def test_a_view_count_bears_the_day_on_which_it_was_printed(
    archive: Archive, recorder: Recorder, visit_page: Any
) -> None:
    recorder.save(visit_page("/a.html", f"浏览次数：316次\n{BODY}"))
    recorder.save(visit_page("/b.html", BODY, at=2))
    found = archive.db.execute("SELECT views, views_seen_on FROM articles ORDER BY id").fetchall()
    assert found == [(316, "2026-11-21"), (None, None)]
