"""robots.txt: asked for once per host, obeyed by every request, its Crawl-delay kept."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from weakref import WeakKeyDictionary

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest, StopDownload
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from archive.errors import InputError
from archive.store.exchange import Exchange
from crawler.archiving import Archiving
from crawler.downloader.pace import Pace
from crawler.downloader.robot_rules import RobotRules
from crawler.meta import EXCHANGE, IS_ROBOTS, exchange_in
from crawler.visits.outcome import UNANSWERED, Forbidden, TakenBack, Unreachable, of_failure

MOST_BYTES = 500 * 1024
"""What must be read of a robots.txt (RFC 9309, 2.5)."""

LONGEST_USUAL_DELAY = 60
"""Seconds of Crawl-delay; with more, a walk of a hundred pages takes hours, which the run's warnings tell."""

LONGEST_DELAY = 86_400
"""Seconds of Crawl-delay; with more, no run that anybody waits for comes to a second page."""


class RobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's middleware with five corrections.

    Its own lets requests through when several wait for the same robots.txt: here one task per host fetches
    it and all wait for that task. A robots.txt that answers 5xx or not at all forbids everything (RFC 9309,
    2.3.1.4), and so does 429, which says nothing of what it holds; Scrapy's allows everything. Crawl-delay is
    kept; Scrapy's ignores it. One that is longer than any page is read as far as it counts; Scrapy's is no
    answer. The rules are read by octets, see `RobotRules`.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._product: str = crawler.settings["ROBOTSTXT_USER_AGENT"] or crawler.settings["BOT_NAME"]
        self._received: WeakKeyDictionary[Request, int] = WeakKeyDictionary()
        crawler.signals.connect(self._stop_at_enough, signals.bytes_received)
        self._fetches: dict[str, asyncio.Task[RobotParser | None]] = {}

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """Return the host's rules, None for a host without any; `Unreachable` while they can't be had."""
        origin = _origin(request)
        if origin not in self._fetches:
            self._fetches[origin] = asyncio.ensure_future(self._fetch(f"{origin}/robots.txt"))
        # Shielded, so that one request that is cancelled leaves the task to the others.
        return await asyncio.shield(self._fetches[origin])

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Refuse what the rules forbid, with our own words."""
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest:
            raise Forbidden from None

    async def _fetch(self, url: str) -> RobotParser | None:
        request = Request(
            url,
            meta={"dont_obey_robotstxt": True, IS_ROBOTS: True, "download_maxsize": 0},
            callback=NO_CALLBACK,
            priority=self.DOWNLOAD_PRIORITY,
        )
        response = await self._answer(request)
        if response.status >= 500 or response.status == HTTPStatus.TOO_MANY_REQUESTS:
            raise Unreachable(f"robots.txt answered {response.status}, so nothing may be fetched for now")
        if response.status != HTTPStatus.OK:
            return None
        rules = RobotRules(_text(response), self._product, self.crawler.spider)
        self._keep_crawl_delay(request, rules)
        return rules

    async def _answer(self, request: Request) -> Response:
        try:
            response = await self.crawler.engine.download_async(request)
        except TakenBack:
            raise
        except UNANSWERED as error:
            reason = of_failure(error).reason
            raise Unreachable(
                f"robots.txt can't be had ({reason}), so nothing may be fetched for now"
            ) from error
        Archiving.of(self.crawler).keep(request.url, exchange_in(response, request))
        return response

    def _stop_at_enough(self, data: bytes, request: Request) -> None:
        """Take what has come as the answer, once it is as much as counts."""
        if request.meta.get(IS_ROBOTS):
            self._received[request] = self._received.get(request, 0) + len(data)
            if self._received[request] >= MOST_BYTES:
                raise StopDownload(fail=False)

    def _keep_crawl_delay(self, request: Request, rules: RobotParser) -> None:
        delay = rules.crawl_delay(self._product) or 0.0
        if delay > LONGEST_DELAY:
            raise Unreachable(f"robots.txt asks for {delay:g} seconds between two requests, more than a day")
        host = self.crawler.engine.downloader.get_slot_key(request)
        Pace.of(self.crawler).keep(host, delay)
        if delay > LONGEST_USUAL_DELAY:
            Archiving.of(self.crawler).recorder.warn(
                f"robots.txt of {host} asks for {delay:g} seconds between two requests"
            )


def _text(response: Response) -> bytes:
    """The beginning of a robots.txt, its content encoding undone; `Unreachable` where it can't be."""
    assert response.request is not None
    exchange: Exchange = response.request.meta[EXCHANGE]
    try:
        return _whole_lines(exchange.beginning(MOST_BYTES))
    except InputError as error:
        raise Unreachable(f"{error.what}, so nothing may be fetched for now") from error


def _whole_lines(beginning: bytes) -> bytes:
    """Leave out the line in which a text was cut off: of `Disallow: /inner/` it may leave `Disallow: /`."""
    if len(beginning) < MOST_BYTES:
        return beginning
    return beginning[: max(beginning.rfind(b"\n"), beginning.rfind(b"\r")) + 1]


def _origin(request: Request) -> str:
    parts = urlparse_cached(request)
    return f"{parts.scheme}://{parts.netloc}"
