from __future__ import annotations

import pytest
from scrapy.exceptions import DownloadCancelledError, DownloadTimeoutError, IgnoreRequest

from archive.store.answers import Outcome, of_status
from crawler.visits.outcome import Forbidden, Refused, Unreachable, of_failure


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, None),
        (204, Outcome("failed", "answered 204 No Content", lasting=True)),
        (304, Outcome("done", None)),
        (404, Outcome("done", "answered 404 Not Found")),
        (410, Outcome("done", "answered 410 Gone")),
        (403, Outcome("failed", "answered 403 Forbidden", lasting=True)),
        (429, Outcome("failed", "answered 429 Too Many Requests")),
        (521, Outcome("failed", "answered 521")),
    ],
)
def test_a_status_becomes_state_and_reason(status: int, outcome: Outcome | None) -> None:
    assert of_status(status) == outcome


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Forbidden(), Outcome("skipped", "robots.txt forbids it", lasting=True)),
        (Refused("redirects in a circle"), Outcome("failed", "redirects in a circle", lasting=True)),
        (Unreachable("the host name is unknown"), Outcome("failed", "the host name is unknown")),
        (DownloadCancelledError(), Outcome("failed", "larger than a page or file may be", lasting=True)),
        (DownloadTimeoutError("60 s"), Outcome("failed", "no full answer in time")),
        (IgnoreRequest("too large"), Outcome("failed", "IgnoreRequest: too large")),
    ],
)
def test_an_exception_becomes_state_and_reason(error: Exception, outcome: Outcome) -> None:
    assert of_failure(error) == outcome
