"""What a crawl tells at its end, and with which exit code."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence

from archive.store.visit import RunReport
from crawler.cli.exit_codes import ALARM, INTERRUPTED
from crawler.progress import COUNTED, told


def lines(reports: Sequence[RunReport], *, as_json: bool) -> Iterator[str]:
    """Tell how each run ended: one line each, and one per warning; or one JSON object each."""
    for report in reports:
        if as_json:
            yield json.dumps(dataclasses.asdict(report), ensure_ascii=False)
            continue
        counts = {
            column: getattr(report, column) for column in (*COUNTED, "skipped", "forbidden", "irrelevant")
        }
        yield f"{report.site}: {report.outcome}; {told(counts) or 'nothing was fetched'}"
        yield from (f"{report.site}: alarm: {alarm}" for alarm in report.alarms)
        yield from (f"{report.site}: warning: {warning}" for warning in report.warnings)


def exit_code(reports: Sequence[RunReport]) -> int:
    """Return the exit code of a crawl; see the table in `crawler.cli`."""
    if any(report.outcome == "interrupted" for report in reports):
        return INTERRUPTED
    if any(report.alarms for report in reports):
        return ALARM
    return int(any(report.failed or report.outcome not in ("finished", "paused") for report in reports))
