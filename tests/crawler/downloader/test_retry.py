from __future__ import annotations

from datetime import UTC, datetime

import pytest
from scrapy.http import Response

from crawler.downloader.retry import retry_after

NOW = datetime(2026, 6, 1, 8, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, 0.0),
        ("120", 120.0),
        ("Mon, 01 Jun 2026 08:00:30 GMT", 30.0),
        ("Mon, 01 Jun 2026 07:00:00 GMT", 0.0),
        ("soon", 0.0),
        ("²", 0.0),
        ("-5", 0.0),
        ("Mon, 01 Jun 2026 08:00:30", 0.0),
        ("Mon, 01 Jun 2026 08:00:30 +99999999999999999", 0.0),
        ("Mon, 01 Jun 999999999999 08:00:30 GMT", 0.0),
        ("9" * 400, 366 * 86_400.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 366 * 86_400.0),
    ],
)
def test_retry_after_is_a_number_or_a_date(value: str | None, seconds: float) -> None:
    response = Response("http://x.localhost/", status=503, headers={"Retry-After": value} if value else {})
    assert retry_after(response, NOW) == seconds
