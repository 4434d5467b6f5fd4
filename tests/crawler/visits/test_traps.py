from __future__ import annotations

import pytest

from crawler.visits.traps import why_a_trap

HOST = "http://mine.test"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/news/list/news/list/news/list/1.htm", "repeats itself"),
        ("/" + "a/" * 3 + "1.htm", "repeats itself"),
        ("/" + "/".join(map(str, range(20))), "16 folders"),
        ("/?x=" + "y" * 2_000, "2000 characters"),
        ("/calendar/2099-05", "of the future"),
        ("/calendar?month=209912", "of the future"),
    ],
)
def test_endless_addresses(path: str, reason: str) -> None:
    assert reason in (why_a_trap(HOST + path, "listing") or "")


@pytest.mark.parametrize(
    "path",
    [
        "/2010/10/10/10.htm",
        "/10/10/10/content_1.htm",
        "/info/2045/12.htm",
        "/news/2010-05/12/content_1.htm",
        "/djgz/djgz/1.htm",
    ],
)
def test_sound_addresses_are_no_traps(path: str) -> None:
    assert why_a_trap(HOST + path, "article") is None
