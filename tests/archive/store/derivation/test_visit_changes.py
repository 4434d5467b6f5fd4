"""What a visit changes, and what must not cost its capture."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from archive import article
from archive.model import Extraction, HostLines
from archive.store.archive import Archive
from archive.store.frontier import Frontier
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow
from tests.archive.store.three_pages import FIRST, SECOND, Sole


def test_better_rule_makes_no_version(
    recorder: Recorder, visit_page: Any, sole: Sole, monkeypatch: pytest.MonkeyPatch
) -> None:
    def worse(parts: list[Extraction], *known: HostLines) -> Any:
        return compose([replace(part, title="没有清洗的标题") for part in parts], *known)

    compose = article.compose
    monkeypatch.setattr(article, "compose", worse)
    recorder.save(visit_page("/a.html", FIRST, at=1))
    monkeypatch.setattr(article, "compose", compose)
    same_text = visit_page("/a.html", FIRST, at=2, next_part="/no.html")
    assert recorder.save(same_text) == "unchanged"
    assert sole("SELECT title FROM versions") == "安全生产月活动总结"


def test_failing_rule_costs_no_capture(
    recorder: Recorder, visit_page: Any, sole: Sole, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*anything: object) -> None:
        raise KeyError("no such rule")

    monkeypatch.setattr(article, "compose", fail)
    assert recorder.save(visit_page("/a.html", FIRST)) == "recorded"
    assert sole("SELECT count(*) FROM captures") == 1
    state, reason = sole("SELECT state, reason FROM frontier")
    assert state == "failed"
    assert "no such rule" in reason
    assert sole("SELECT failed FROM runs") == 1


def test_text_that_no_column_takes_costs_no_capture(recorder: Recorder, visit_page: Any, sole: Sole) -> None:
    visit = visit_page("/a.html", FIRST)
    assert recorder.save(replace(visit, extraction=replace(visit.extraction, title="\ud800"))) == "recorded"
    assert sole("SELECT count(*), max(state) FROM frontier JOIN captures USING (url)") == (1, "failed")


def test_address_of_another_site_stays_there(
    recorder: Recorder, crawl: Any, visit_page: Any, archive: Archive
) -> None:
    recorder.save(visit_page("/a.html", FIRST))
    group = SiteRow(name="group", title="云岭集团")
    assert crawl(visit_page("/a.html", SECOND, at=2), site=group).skipped == 1
    assert Frontier(archive, "group").counts() == {("article", "skipped"): 1}
