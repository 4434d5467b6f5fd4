from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.settings import Settings

from crawler.downloader.back_off import BackOff

URL = "http://mine.example/a/1.htm"


class Crawler:
    """As much of Scrapy's as the pace of one host asks for."""

    def __init__(self, delay: float) -> None:
        self.settings = Settings({"BACK_OFF_LEAST": 2, "BACK_OFF_MOST": 120})
        self.slot = SimpleNamespace(delay=delay, jitter=0.5)
        self.slots = {"mine.example": self.slot}
        self.per_slot_settings: dict[str, Any] = {}
        self.engine = SimpleNamespace(downloader=self)
        self.recorder = self
        self.warnings: set[str] = set()

    def get_slot_key(self, _request: Request) -> str:
        return "mine.example"

    def get_extension(self, _kind: type) -> Crawler:
        return self

    def warn(self, message: str) -> None:
        self.warnings.add(message)


def delays(start: float, *statuses: int) -> list[float]:
    crawler: Any = Crawler(start)
    back_off = BackOff(crawler)
    seen = []
    for status in statuses:
        back_off.see(Request(URL), Response(URL, status=status))
        seen.append(crawler.slot.delay)
        # Scrapy makes the slot anew after an idle minute, from these.
        kept = crawler.per_slot_settings.get("mine.example", {"delay": start, "jitter": 0.5})
        assert kept == {"delay": crawler.slot.delay, "jitter": 0.5}
    assert bool(crawler.warnings) == any(status in (429, 503) for status in statuses)
    return seen


def test_the_delay_doubles_with_each_refusal_up_to_a_limit() -> None:
    assert delays(3.0, 429, 503, 429) == [6.0, 12.0, 24.0]
    assert delays(3.0, *[503] * 9)[-1] == 120.0
    assert delays(0.0, 429, 429) == [2.0, 4.0]


def test_a_site_that_is_slower_by_itself_stays_so() -> None:
    assert delays(300.0, 429, 200) == [300.0, 300.0]


def test_good_answers_bring_it_back_slowly_and_no_further() -> None:
    back = delays(3.0, 429, *[200] * 9)
    assert back[1] == pytest.approx(5.4)
    assert back[-1] == 3.0


@pytest.mark.parametrize("status", [404, 500])
def test_other_failures_change_nothing(status: int) -> None:
    assert delays(3.0, status) == [3.0]
    assert delays(3.0, 429, status) == [6.0, 6.0]
