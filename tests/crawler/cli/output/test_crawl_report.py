from __future__ import annotations

import json
from dataclasses import replace

import pytest

from archive.store.visit import RunReport
from crawler.cli.output.crawl_report import exit_code, lines

REPORT = RunReport(
    id=1,
    site="web",
    kind="crawl",
    started_at="2026-06-01T08:00:00Z",
    finished_at="2026-06-01T08:10:00Z",
    outcome="finished",
    listed=2,
    fetched=9,
    new=5,
    changed=0,
    unchanged=1,
    failed=0,
    skipped=1,
    forbidden=1,
    warnings=("栏目 links to no article",),
)


def test_a_run_is_told_in_one_line_and_its_warnings() -> None:
    assert list(lines([REPORT], as_json=False)) == [
        "web: finished; 2 listed, 9 fetched, 5 new, 1 unchanged, 1 skipped, 1 forbidden",
        "web: warning: 栏目 links to no article",
    ]


def test_a_run_is_told_in_one_json_object() -> None:
    (line,) = lines([REPORT], as_json=True)
    told = json.loads(line)
    assert (told["site"], told["new"], told["warnings"]) == ("web", 5, ["栏目 links to no article"])


@pytest.mark.parametrize(
    ("reports", "code"),
    [
        ([REPORT], 0),
        ([REPORT, replace(REPORT, failed=1)], 1),
        ([REPORT, replace(REPORT, outcome="failed")], 1),
        ([REPORT, replace(REPORT, failed=1, alarms=("few",))], 3),
        ([replace(REPORT, failed=1), replace(REPORT, outcome="interrupted")], 130),
    ],
)
def test_the_gravest_report_gives_the_exit_code(reports: list[RunReport], code: int) -> None:
    assert exit_code(reports) == code
