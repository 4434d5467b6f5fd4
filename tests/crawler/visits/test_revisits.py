from __future__ import annotations

from datetime import UTC, datetime

import pytest

from archive.store.answers import Outcome
from archive.store.frontier import FrontierRow
from crawler.visits.revisits import after_failure, in_a_month, next_visit

TODAY = datetime(2026, 6, 30, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("published_at", "expected"),
    [
        ("2026-06-29T19:12:02", "2026-06-30T20:00:00Z"),
        ("2026-06-10", "2026-07-06T20:00:00Z"),
        ("2026-01", "2026-07-29T20:00:00Z"),
        ("2006-07-08T19:12", "2026-12-26T20:00:00Z"),
        ("2026-07-01", "2026-06-30T20:00:00Z"),
        ("2031-01-01", "2026-07-29T20:00:00Z"),
        (None, "2026-07-29T20:00:00Z"),
        ("2026-13-45", "2026-07-29T20:00:00Z"),
        ("不详", "2026-07-29T20:00:00Z"),
    ],
)
def test_the_older_the_rarer(published_at: str | None, expected: str) -> None:
    assert next_visit(published_at, TODAY) == expected


def test_what_is_gone_may_come_back() -> None:
    assert in_a_month(TODAY) == "2026-07-29T20:00:00Z"


@pytest.mark.parametrize(
    ("attempts", "lasting", "expected"),
    [
        (0, False, "2026-06-30T20:00:00Z"),
        (1, False, "2026-07-01T20:00:00Z"),
        (4, False, "2026-07-15T20:00:00Z"),
        (5, False, "2026-07-29T20:00:00Z"),
        (99, False, "2026-07-29T20:00:00Z"),
        (0, True, "2026-07-07T20:00:00Z"),
        (3, True, "2026-07-29T20:00:00Z"),
    ],
)
def test_the_oftener_it_failed_the_rarer(attempts: int, lasting: bool, expected: str) -> None:
    row = FrontierRow(
        url="a",
        kind="article",
        state="pending",
        reason=None,
        attempts=attempts,
        next_visit_at=None,
        etag=None,
        last_modified=None,
    )
    assert after_failure(row, Outcome("failed", "broke off", lasting=lasting), TODAY) == expected


def test_what_failed_in_yesterdays_late_run_is_due_in_todays_early_one() -> None:
    assert next_visit("2026-06-29", TODAY) < "2026-07-01T04:00:00Z"
