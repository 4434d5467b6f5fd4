from __future__ import annotations

import io
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from rich.console import Console

from archive.store.visit import Visit
from crawler.progress import Lines, LiveTable

SPIDER: Any = SimpleNamespace(name="web")
VISIT = Visit(url="http://web.localhost/a/1.htm", kind="article", state="failed", reason="answered 403")


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
