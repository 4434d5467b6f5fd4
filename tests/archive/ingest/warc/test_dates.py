"""Times as writers of WARC files note them."""

from __future__ import annotations

import pytest

from archive.ingest.warc.dates import capture_time


@pytest.mark.parametrize(
    ("stated", "time"),
    [
        ("2012-06-01T08:09:10Z", "2012-06-01T08:09:10Z"),
        ("2012-06-01T08:09:10.123456789Z", "2012-06-01T08:09:10Z"),
        ("2012-06-01T08:09Z", "2012-06-01T08:09:00Z"),
        ("2012-06-01", "2012-06-01T00:00:00Z"),
        ("2012-06", "2012-06-01T00:00:00Z"),
        ("2012", "2012-01-01T00:00:00Z"),
        ("20120601080910", "2012-06-01T08:09:10Z"),
        ("2012-06-01 08:09:10", "2012-06-01T08:09:10Z"),
        ("2012-06-01T08:09:10+08:00", "2012-06-01T00:09:10Z"),
        ("2012-06-01T20:09:10-0800", "2012-06-02T04:09:10Z"),
    ],
)
def test_time_in_utc_to_the_second(stated: str, time: str) -> None:
    assert capture_time(stated) == time


@pytest.mark.parametrize(
    ("stated", "why"),
    [
        (None, "states no time"),
        ("", "states no time"),
        ("yesterday", "states no time, but 'yesterday'"),
        ("2012-13-41T08:00:00Z", "states a time that is none"),
        ("0000-00-00T00:00:00Z", "states a time that is none"),
        ("2012-06-01T24:00:00Z", "states a time that is none"),
        ("2999-06-01T08:00:00Z", "states a time that is yet to come"),
    ],
)
def test_what_is_no_time_says_why(stated: str | None, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        capture_time(stated)
