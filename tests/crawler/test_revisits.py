from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.revisits import in_a_month, next_visit

TODAY = datetime(2026, 6, 30, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("published_at", "expected"),
    [
        ("2026-06-29T19:12:02", "2026-07-01T08:00:00Z"),
        ("2026-06-10", "2026-07-07T08:00:00Z"),
        ("2026-01", "2026-07-30T08:00:00Z"),
        ("2006-07-08T19:12", "2026-12-27T08:00:00Z"),
        ("2026-07-01", "2026-07-01T08:00:00Z"),
        ("2031-01-01", "2026-07-30T08:00:00Z"),
        (None, "2026-07-30T08:00:00Z"),
        ("2026-13-45", "2026-07-30T08:00:00Z"),
        ("不详", "2026-07-30T08:00:00Z"),
    ],
)
def test_the_older_the_rarer(published_at: str | None, expected: str) -> None:
    assert next_visit(published_at, TODAY) == expected


def test_what_is_gone_may_come_back() -> None:
    assert in_a_month(TODAY) == "2026-07-30T08:00:00Z"
