from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import Any
from weakref import WeakSet

import pytest
from scrapy.core.downloader import Slot

from crawler.downloader import hosts
from crawler.downloader.hosts import HostSlot


@pytest.fixture(autouse=True)
def no_other_crawl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosts, "_SLOTS", defaultdict(WeakSet))


def test_two_sites_of_one_host_ask_it_in_turn(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 9))
    web.add_list("/other.htm", range(11, 19))
    web.add_articles([*range(1, 9), *range(11, 19)])
    web.seconds = 0.05
    site = crawl("/list.htm")
    site.define("/other.htm", name="other")
    site.names = ("web", "other")
    site.run()

    assert len(site.rows("SELECT id FROM articles")) == 16
    moments = [moment for moment, _ in web.asked]
    assert min(after - before for before, after in pairwise(moments)) >= web.seconds
    asked = [path for _, path in web.asked if path.startswith("/a/")]
    assert asked.index("/a/11.htm") < asked.index("/a/8.htm"), "neither waits for the other's end"


def _slot(delay: float, host: str = "mine.example") -> HostSlot:
    return HostSlot(Slot(1, delay, 0.0), host, lambda _slot: None)


def test_the_slowest_sets_the_pace() -> None:
    patient, quick, elsewhere = _slot(9.0), _slot(1.0), _slot(2.0, "other.example")
    assert [slot.download_delay() for slot in (patient, quick, elsewhere)] == [9.0, 9.0, 2.0]
    quick.delay = 20.0
    assert patient.download_delay() == 20.0


def test_a_site_whose_crawl_has_ended_holds_nobody_up() -> None:
    ended, other = _slot(3600.0), _slot(1.0)
    ended.leave()
    assert other.download_delay() == 1.0
    assert ended.download_delay() == 3600.0


def test_one_request_at_a_time() -> None:
    busy, waiting = _slot(1.0), _slot(1.0)
    busy.transferring.add(object())  # type: ignore[arg-type]
    assert waiting.free_transfer_slots() == 0
