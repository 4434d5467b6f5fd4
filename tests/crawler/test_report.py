from __future__ import annotations

import io
import json
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from rich.console import Console

from archive.store.visit import RunReport, Visit
from crawler.report import Lines, LiveTable, exit_code, lines

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
SPIDER: Any = SimpleNamespace(name="web")
VISIT = Visit(url="http://web.localhost/a/1.htm", kind="article", state="failed", reason="answered 403")


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


def test_a_log_file_gets_a_line_now_and_then() -> None:
    stream = io.StringIO()
    with Lines(stream) as shown:
        for _ in range(250):
            shown.saved(SPIDER, VISIT, "recorded")
    assert stream.getvalue() == "web: 100 failed\nweb: 200 failed\n"


def test_a_terminal_gets_a_row_per_site() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=100, record=True)
    with LiveTable(console) as shown:
        shown.saved(SPIDER, replace(VISIT, state="done"), "new")
    assert "web" in console.export_text()


def test_the_last_step_of_a_run_is_told() -> None:
    stream = io.StringIO()
    with Lines(stream) as shown:
        for done in range(1, 2501):
            shown.cleaned(SPIDER, done, 2500)
    assert stream.getvalue().splitlines() == [
        "web: repeated lines looked for in 1000 of 2500 texts",
        "web: repeated lines looked for in 2000 of 2500 texts",
    ]
    console = Console(file=io.StringIO(), force_terminal=True, width=100, record=True)
    with LiveTable(console) as table:
        table.saved(SPIDER, replace(VISIT, state="done"), "new")
        table.cleaned(SPIDER, 3, 7)
    assert "looked for in 3 of 7 texts" in console.export_text()
