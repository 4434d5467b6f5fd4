"""What others captured before the archive's own crawls changes neither files nor further pages."""

from __future__ import annotations

from typing import Any

import pytest

from archive.extract.rules import SiteRules
from archive.store.archive import Archive
from archive.store.check import check
from archive.store.recorder import Recorder
from archive.store.visit import RunKind, SiteRow

FILES = [("/f/plan.docx", "附件：方案")]


@pytest.fixture
def save(archive: Archive, mine: SiteRow, rules: SiteRules) -> Any:
    def save(kind: RunKind, *visits: Any) -> None:
        run = Recorder.begin(archive, mine, kind, rules)
        for visit in visits:
            run.save(visit)
        run.finish("finished")

    return save


@pytest.mark.parametrize(("at", "text"), [(5, "现行的方案。"), (30, "后来的方案。")])
def test_an_older_file_does_not_take_the_place_of_the_one_that_is_there(
    archive: Archive, visit_page: Any, save: Any, at: int, text: str
) -> None:
    page = visit_page("/a.html", "关于活动的通知，附方案一份。" * 9, at=19, files=FILES)
    save("crawl", page, visit_page("/f/plan.docx", "现行的方案。" * 9, "attachment", 20))
    save("import", visit_page("/f/plan.docx", "后来的方案。" * 9, "attachment", at))
    (found,) = archive.db.execute("SELECT text FROM attachments").fetchone()
    assert text in found


@pytest.mark.parametrize("kind", ["import", "crawl"])
def test_an_older_further_page_changes_no_text(
    archive: Archive, visit_page: Any, save: Any, kind: RunKind
) -> None:
    first = visit_page("/a.html", "第一页，一直如此。" * 9, at=19, next_part="/a_2.html")
    save("crawl", first, visit_page("/a_2.html", "现行的第二页。" * 9, "part", 20))
    save(kind, visit_page("/a_2.html", "早先的第二页。" * 9, "part", 5))
    changed = visit_page("/a.html", "第一页，后来改了。" * 9, at=40, next_part="/a_2.html")
    save("crawl", changed)
    (body,) = archive.db.execute("SELECT body FROM article_text").fetchone()
    assert ("现行的第二页" in body) == (kind == "import")
    assert "第一页，后来改了" in body
    assert not check(archive.directory).faults
