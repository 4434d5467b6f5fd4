from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.core.downloader import Slot
from scrapy.http import Response
from scrapy.settings import Settings

from crawler.downloader.back_off import LONGEST_WAIT, BackOff
from crawler.downloader.pace import Pace

URL = "http://mine.example/a/1.htm"


class Crawler:
    """As much of Scrapy's as the pace of one host asks for."""

    def __init__(self, delay: float) -> None:
        pace = {"DOWNLOAD_DELAY": delay, "DOWNLOAD_DELAY_JITTER": 0.5}
        self.settings = Settings({"BACK_OFF_LEAST": 2, "BACK_OFF_MOST": 120, **pace})
        self.slot = Slot(1, delay, 0.5)
        self.slots = {"mine.example": self.slot}
        self.per_slot_settings: dict[str, Any] = {}
        self.engine = SimpleNamespace(downloader=self)
        self.recorder = self
        self.warnings: set[str] = set()
        self.pauses: list[str] = []

    def get_slot_key(self, _request: Request) -> str:
        return "mine.example"

    def get_extension(self, _kind: type) -> Crawler:
        return self

    def warn(self, message: str) -> None:
        self.warnings.add(message)

    def _process_queue(self, slot: Slot) -> None:
        """Begin to wait by the pace that the slot has now."""
        slot.latercall = SimpleNamespace(cancel=lambda: None)  # type: ignore[assignment]
        self.waits_for = slot.delay

    def pause(self, why: str) -> None:
        self.pauses.append(why)


@pytest.fixture
def crawler() -> Any:
    return Crawler(3.0)


def see(crawler: Any, status: int, wait: float = 0.0) -> float:
    """The delay after an answer."""
    BackOff(crawler).see(Request(URL), Response(URL, status=status), wait)
    slot = crawler.slot
    assert slot.latercall is None or crawler.waits_for == slot.delay
    # Scrapy makes the slot anew after an idle minute, from these.
    kept = crawler.per_slot_settings.get("mine.example", {"delay": slot.delay, "jitter": slot.jitter})
    assert kept == {"delay": slot.delay, "jitter": slot.jitter}
    return float(slot.delay)


def delays(start: float, *statuses: int) -> list[float]:
    crawler = Crawler(start)
    seen = [see(crawler, status) for status in statuses]
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


def test_a_host_is_left_alone_as_long_as_it_asks_for_and_then_asked_less_often(crawler: Any) -> None:
    assert see(crawler, 503, wait=90.0) == 90.0
    # To the second, and from the answer on.
    assert crawler.slot.jitter == 0.0 and crawler.slot.lastseen > 0.0
    assert see(crawler, 404) == 6.0
    assert crawler.slot.jitter == 0.5
    assert see(crawler, 429, wait=1.0) == 12.0
    assert crawler.pauses == []


def test_a_server_that_stumbles_is_left_alone_too(crawler: Any) -> None:
    assert [see(crawler, 500, wait=20.0), see(crawler, 200)] == [20.0, 3.0]
    assert crawler.warnings == set()


def test_a_crawl_pauses_where_a_host_asks_for_hours(crawler: Any) -> None:
    assert see(crawler, 429, wait=3600.0) == LONGEST_WAIT
    assert crawler.pauses == ["mine.example asks to be left alone for 3600 seconds"]


def test_crawl_delay_outlasts_a_busy_hour(crawler: Any) -> None:
    see(crawler, 503)
    Pace.of(crawler).keep("mine.example", 5.0)
    assert see(crawler, 200) == pytest.approx(5.4)
    assert [see(crawler, 200) for _ in range(30)][-1] == 5.0
    assert crawler.slot.jitter == 0.0
