"""The outline of a text as rows: written with it, made again, checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from archive.store.archive import Archive
from archive.store.check import check
from archive.store.rebuild import rebuild

TEXT = "各单位：\n一、工作目标\n（一）安全目标。全矿不发生事故。\n（二）产量目标。\n二、保障措施\n加强领导。"
ALL = "SELECT position, level, number, heading, parent FROM sections ORDER BY position"
OUTLINE = [
    (0, 1, "一、", "工作目标", None),
    (1, 2, "（一）", "安全目标", 0),
    (2, 2, "（二）", "产量目标", 0),
    (3, 1, "二、", "保障措施", None),
]


def test_sections_are_written_made_again_and_checked(
    archive: Archive, data: Path, visit_page: Any, crawl: Any
) -> None:
    crawl(visit_page("/a.html", TEXT))
    assert archive.db.execute(ALL).fetchall() == OUTLINE
    assert not check(data).faults
    archive.db.execute("UPDATE sections SET parent = NULL")
    assert any("sections are not those" in fault.what for fault in check(data).faults)
    rebuild(data, lambda site: None)
    assert archive.db.execute(ALL).fetchall() == OUTLINE
    assert not check(data).faults
