"""For how many walks an alarm has stood: who was told of it yesterday need not be told again today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from sqlite_utils import Database

from archive.store.archive import Archive
from archive.store.runs import add_warning
from archive.store.visit import RunReport

REMINDED_EVERY = 7
"""Walks after which somebody is told again of what still stands."""

FAILED = "failed"
"""Stands for a run that failed as a whole, and gave no alarm."""

_NUMBER = re.compile(r"(?<!\S)\d[\d.]*")
"""As a word of its own: those within an address belong to it."""

UNTOLD = "nobody was told of this run"
"""So begins the warning of one after which whoever was to be told could not be."""

_BEFORE = """
SELECT alarms, outcome, warnings FROM runs
WHERE site = ? AND id < ? AND kind = 'crawl' AND outcome IN ('finished', 'failed') ORDER BY id DESC
"""


def is_news(db: Database, report: RunReport) -> bool:
    """Whether somebody must be told of a run: of an alarm or failure that is new, or has stood for a week.

    An alarm that differs from the last walk's by its numbers alone is the same. One that nobody could be told
    of is as new as on its first day. A run that was paused or interrupted, and single pages that failed, are
    no news: the next run goes on, and asks for them again.
    """
    told = _troubles(report.alarms, report.outcome)
    return any(_stood(db, report, trouble) % REMINDED_EVERY == 0 for trouble in told)


def note_untold(archive: Archive, reports: Iterable[RunReport], why: str) -> None:
    """Note in runs that are news that nobody could be told of them."""
    with archive.transaction() as db:
        for report in reports:
            add_warning(db, report.id, f"{UNTOLD}: {why}")


def without_numbers(note: str) -> str:
    """Return an alarm or warning so that one that differs from it by its numbers alone equals it."""
    return _NUMBER.sub("0", note)


def _stood(db: Database, report: RunReport, trouble: str) -> int:
    """In how many walks in a row before this one."""
    walks = db.execute(_BEFORE, [report.site, report.id])
    before = (
        frozenset() if UNTOLD in warnings else _troubles(alarms.splitlines(), outcome)
        for alarms, outcome, warnings in walks
    )
    return sum(1 for _ in takewhile(lambda troubles: trouble in troubles, before))


def _troubles(alarms: Sequence[str], outcome: str | None) -> frozenset[str]:
    if not alarms and outcome == "failed":
        return frozenset([FAILED])
    return frozenset(map(without_numbers, alarms))
