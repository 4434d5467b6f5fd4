"""A view count is worth something with the day on which it was printed."""

from __future__ import annotations

from typing import Any

from archive.store.archive import Archive
from archive.store.recorder import Recorder

TEXT = "近日，青山煤矿举行启动仪式。矿领导和职工代表参加，会后开展了签名活动。" * 2


def test_views_bear_their_day(archive: Archive, recorder: Recorder, visit_page: Any) -> None:
    recorder.save(visit_page("/a.html", f"浏览次数：316次\n{TEXT}"))
    recorder.save(visit_page("/b.html", TEXT, at=2))
    found = archive.db.execute("SELECT views, views_seen_on FROM articles ORDER BY id").fetchall()
    assert found == [(316, "2026-11-21"), (None, None)]
