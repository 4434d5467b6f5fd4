"""The robots middleware alone, with a stand-in for the engine."""

from __future__ import annotations

import asyncio
import gzip
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.core.downloader import Slot
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import Response
from scrapy.settings import Settings

from crawler.downloader.robots import MOST_BYTES, RobotsMiddleware
from crawler.downloader.wire_capture import exchange_of
from crawler.meta import EXCHANGE
from crawler.visits.outcome import Forbidden, Refused, Unreachable


class Engine:
    """Answers robots.txt after a while, and counts how often it was asked."""

    def __init__(self, answer: Response | Exception) -> None:
        self.answer = answer
        self.asked: list[str] = []
        self.warnings: list[str] = []
        self.downloader = SimpleNamespace(
            get_slot_key=lambda request: "x.localhost",
            slots={"x.localhost": Slot(1, 2.0, 0.5)},
            per_slot_settings={},
            _process_queue=lambda slot: None,
        )

    async def download_async(self, request: Request) -> Response:
        self.asked.append(request.url)
        await asyncio.sleep(0.01)
        if isinstance(self.answer, Exception):
            raise self.answer
        request.meta[EXCHANGE] = exchange_of(request, self.answer)
        self.answer.request = request
        return self.answer


class Crawler(SimpleNamespace):
    """As much of Scrapy's as robots.txt asks for."""

    __hash__ = object.__hash__  # type: ignore[assignment]


def robots(text: str, status: int = 200) -> Response:
    return Response("http://x.localhost/robots.txt", status=status, body=text.encode())


def ask(engine: Engine, *paths: str) -> list[Any]:
    """What `process_request` gives for paths that are asked for at once."""
    recorder = SimpleNamespace(warn=engine.warnings.append)
    archiving = SimpleNamespace(keep=lambda url, exchange: None, recorder=recorder)
    crawler: Any = Crawler(
        settings=Settings(
            {"ROBOTSTXT_OBEY": True, "ROBOTSTXT_USER_AGENT": "campaign-archive", "DOWNLOAD_DELAY": 2}
        ),
        stats=SimpleNamespace(inc_value=lambda key: None),
        engine=engine,
        signals=SimpleNamespace(connect=lambda receiver, signal: None),
        spider=None,
        get_extension=lambda cls: archiving,
    )
    middleware = RobotsMiddleware(crawler)

    async def all_at_once() -> list[Any]:
        requests = [Request(f"http://x.localhost{path}") for path in paths]
        waiting = (middleware.process_request(request) for request in requests)
        return list(await asyncio.gather(*waiting, return_exceptions=True))

    return asyncio.run(all_at_once())


def test_none_of_many_that_wait_for_robots_txt_gets_through() -> None:
    engine = Engine(robots("User-agent: *\nDisallow: /inner/"))

    results = ask(engine, *(f"/inner/{number}" for number in range(50)), "/open")

    assert [type(result) for result in results] == [Forbidden] * 50 + [type(None)]
    assert engine.asked == ["http://x.localhost/robots.txt"]


@pytest.mark.parametrize(
    "answer", [robots("", 429), robots("", 500), robots("", 503), DownloadTimeoutError("60 s")]
)
def test_a_robots_txt_that_cannot_be_had_forbids_everything(answer: Response | Exception) -> None:
    results = ask(Engine(answer), "/1", "/2", "/3")

    assert [type(result) for result in results] == [Unreachable] * 3
    assert "robots.txt" in str(results[0])


@pytest.mark.parametrize("status", [403, 404])
def test_a_robots_txt_that_is_not_there_forbids_nothing(status: int) -> None:
    assert ask(Engine(robots("Disallow: /", status)), "/1") == [None]


def test_only_the_first_500_kib_count() -> None:
    padding = "# 说明\n" * 90_000
    assert ask(Engine(robots(f"User-agent: *\n{padding}Disallow: /")), "/1") == [None]


def test_a_rule_that_is_cut_off_by_the_limit_does_not_count() -> None:
    head = "User-agent: *\nDisallow: /inner/\n"
    rest = "Disallow: /secret/\n"
    padding = "#" * (MOST_BYTES - len(head) - len("\nDisallow: /")) + "\n"
    engine = Engine(robots(head + padding + rest))
    allowed, forbidden = ask(engine, "/open", "/inner/1")
    assert allowed is None and isinstance(forbidden, Forbidden)


def test_of_a_robots_txt_without_an_end_of_line_nothing_counts() -> None:
    assert ask(Engine(robots("Disallow: /" * 90_000)), "/1") == [None]


@pytest.mark.parametrize(("delay", "kept"), [(10, (10.0, 0.0)), (1, (2.0, 0.5))])
def test_crawl_delay_slows_down_and_never_speeds_up(delay: int, kept: tuple[float, float]) -> None:
    engine = Engine(robots(f"User-agent: *\nCrawl-delay: {delay}"))

    ask(engine, "/1")

    slot = engine.downloader.slots["x.localhost"]
    assert (slot.delay, slot.jitter) == kept
    # Scrapy makes the slot anew after an idle minute.
    for_the_next = {"x.localhost": {"delay": 10.0, "jitter": 0.0}} if delay == 10 else {}
    assert engine.downloader.per_slot_settings == for_the_next


@pytest.mark.parametrize(("delay", "warned"), [(60, False), (86_400, True)])
def test_a_crawl_delay_that_makes_a_walk_take_days_is_told(delay: int, warned: bool) -> None:
    engine = Engine(robots(f"User-agent: *\nCrawl-delay: {delay}"))

    ask(engine, "/1")

    told = ["robots.txt of x.localhost asks for 86400 seconds between two requests"]
    assert engine.warnings == (told if warned else [])


def test_a_crawl_delay_of_more_than_a_day_is_a_refusal() -> None:
    (refused,) = ask(Engine(robots("User-agent: *\nCrawl-delay: 1e9\n")), "/1")
    assert isinstance(refused, Unreachable)
    assert "asks for 1e+09 seconds" in str(refused)


def test_crawl_delay_is_kept_of_a_host_that_was_idle_for_a_while() -> None:
    engine = Engine(robots("User-agent: *\nCrawl-delay: 10"))
    engine.downloader.slots.clear()

    assert ask(engine, "/1") == [None]
    assert engine.downloader.per_slot_settings == {"x.localhost": {"delay": 10.0, "jitter": 0.0}}


def test_a_robots_txt_that_cannot_be_unpacked_forbids_everything() -> None:
    url = "http://x.localhost/robots.txt"
    answer = Response(url, headers={"Content-Encoding": "compress"}, body=b"User-agent: *")
    (refused,) = ask(Engine(answer), "/1")
    assert isinstance(refused, Refused)
    assert "robots.txt can't be read" in str(refused)


def test_a_robots_txt_that_unpacks_without_end_is_read_at_its_beginning() -> None:
    endless = gzip.compress(b"User-agent: *\nDisallow: /secret/\n" + b"#" * (64 << 20), 1)
    answer = Response("http://x.localhost/robots.txt", headers={"Content-Encoding": "gzip"}, body=endless)
    allowed, forbidden = ask(Engine(answer), "/list.htm", "/secret/1.htm")
    assert allowed is None
    assert isinstance(forbidden, Forbidden)
