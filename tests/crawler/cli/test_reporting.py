"""Who is told of a crawl, and with which exit code it ends."""

from __future__ import annotations

import json
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.errors import MachineError
from archive.store.archive import Archive
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow, Visit
from crawler.cli.free_sites import Crawled
from crawler.cli.reporting import report_crawls
from crawler.plan import WALK


def test_somebody_is_told_of_a_run_that_failed(campaign_archive: Any, notified: Path, tmp_path: Path) -> None:
    """No sample site is served here."""
    said = campaign_archive("crawl", "--data", tmp_path, "sample_mine", code=1).stdout

    assert notified.read_text() == said
    assert "sample_mine: failed" in said


@pytest.mark.parametrize(("outcome", "code"), [("interrupted", 130), ("paused", 1), ("finished", 1)])
def test_nobody_is_told_of_what_the_next_run_goes_on_with(
    notified: Path, tmp_path: Path, outcome: str, code: int
) -> None:
    """Whoever stopped it knows; a page that failed is asked for again, and stands in `status`."""
    with Archive.create(tmp_path) as archive:
        run = Recorder.begin(archive, SiteRow(name="web", title="石岭煤矿"), "crawl")
        run.save(Visit(url="http://web.test/a", kind="article", state="failed", reason="answered 500"))
        report = run.finish(outcome)

    assert report_crawls(Crawled([report], ()), tmp_path, WALK, as_json=False) == code
    assert not notified.exists()


def test_an_alarm_of_one_site_is_told_though_another_was_interrupted(notified: Path, tmp_path: Path) -> None:
    with Archive.create(tmp_path) as archive:
        run = Recorder.begin(archive, SiteRow(name="other", title="青山煤矿"), "crawl")
        run.conclude({}, lambda _: ["the list is gone"])
        alarmed = run.finish("finished")
        cut_off = Recorder.begin(archive, SiteRow(name="web", title="石岭煤矿"), "crawl").finish(
            "interrupted"
        )

    assert report_crawls(Crawled([alarmed, cut_off], ()), tmp_path, WALK, as_json=False) == 130
    assert notified.read_text().splitlines() == [
        "other: finished; nothing was fetched",
        "other: alarm: the list is gone",
    ]


def test_what_could_not_be_told_is_told_by_the_next_walk(tmp_path: Path) -> None:
    told = tmp_path / "told"
    for notify, is_told in ((["false"], False), (["cp", "/dev/stdin", str(told)], True)):
        (tmp_path / "campaign-archive.toml").write_text(f"notify = {json.dumps(notify)}\n")
        with Archive.create(tmp_path) as archive:
            run = Recorder.begin(archive, SiteRow(name="web", title="石岭煤矿"), "crawl")
            run.conclude({}, lambda _: ["the list is gone"])
            report = run.finish("finished")
        with nullcontext() if is_told else pytest.raises(MachineError, match="notify"):
            report_crawls(Crawled([report], ()), tmp_path, WALK, as_json=False)
        assert told.exists() == is_told


def test_somebody_is_told_of_a_call_that_could_not_begin(
    campaign_archive: Any, notified: Path, tmp_path: Path
) -> None:
    campaign_archive("crawl", "--data", tmp_path, "--all", code=2)

    assert "contact" in notified.read_text()


def test_a_call_that_could_not_begin_is_told_though_nobody_can_be(
    campaign_archive: Any, tmp_path: Path
) -> None:
    (tmp_path / "campaign-archive.toml").write_text('notify = ["false"]\n')

    said = campaign_archive("crawl", "--data", tmp_path, "--all", code=2).stderr

    unsent, error = said.splitlines()
    assert unsent.startswith("Error: `notify` of ")
    assert "names nobody whom its keeper could write to" in error


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, 75),
        ({"failed": 1}, 1),
        ({"failed": 1, "alarms": ("the list is gone",)}, 3),
        ({"alarms": ("the list is gone",), "outcome": "interrupted"}, 130),
    ],
)
def test_what_is_wrong_with_other_sites_weighs_more_than_one_left_out(
    notified: Path, tmp_path: Path, changed: dict[str, Any], code: int
) -> None:
    with Archive.create(tmp_path) as archive:
        run = Recorder.begin(archive, SiteRow(name="web", title="石岭煤矿"), "crawl").finish("finished")

    crawled = Crawled([replace(run, **changed)], ("Left out: b",))
    assert report_crawls(crawled, tmp_path, WALK, as_json=False) == code
    assert notified.read_text().startswith("Left out: b\n")
