"""The one Chromium of this process: started for the first page that needs it, ended with the last crawl.

scrapy-playwright drives it. Its handler is made and called by us rather than by Scrapy's downloader, since a
page that is shown was fetched before: it would wait for its own turn at the host.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import uuid
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.browser.chromium import launch_options
from crawler.browser.gate import Gate
from crawler.browser.settling import Settling

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page
    from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

MOST_PAGES = 4
"""Shown at the same time, each of another site."""

_SETTLING = "settling"
"""Where the request for a page says who waits for it."""

_LONGEST_CLOSE = 5.0
_LONGEST_CRASH = 1.0


class SharedBrowser:
    """Shows pages for the crawls that use it."""

    def __init__(self) -> None:
        self._handler: ScrapyPlaywrightDownloadHandler | None = None
        self._users: set[Crawler] = set()
        self._starting = asyncio.Lock()
        self.turns = asyncio.Semaphore(MOST_PAGES)

    async def start(self, crawler: Crawler, program: str) -> None:
        """Start it unless it runs; raises Playwright's error for a program that does not start."""
        self._users.add(crawler)
        async with self._starting:
            if self._handler is None:
                self._handler = await _started(crawler, program)

    async def show(self, crawler: Crawler, url: str, gate: Gate) -> Response:
        """Return what a page becomes; whatever goes wrong is raised as Playwright says it."""
        assert self._handler is not None
        settling = Settling(gate)

        async def make_ready(page: Page, _request: Request) -> None:
            await gate.stand_before(page)
            await settling.listen(page)

        meta = {
            "playwright": True,
            # Nothing is left for the next page: no cookie, no storage, no cache.
            "playwright_context": uuid.uuid4().hex,
            "playwright_context_kwargs": _context(crawler),
            "playwright_page_init_callback": make_ready,
            "playwright_page_goto_kwargs": {"wait_until": "commit"},
            _SETTLING: settling,
        }
        try:
            shown: Response = await self._handler.download_request(Request(url, meta=meta))
            return shown
        finally:
            await self._close(gate)

    async def leave(self, crawler: Crawler) -> None:
        """A crawl has ended; with the last one, so does the browser."""
        self._users.discard(crawler)
        if self._handler is not None and not self._users:
            handler, self._handler = self._handler, None
            await handler.close()

    async def _close(self, gate: Gate) -> None:
        """Close a page; one that does not let go of its process goes with it, or with the whole browser."""
        if gate.context is None or self._handler is None:
            return
        if not await _is_closed(gate.context):
            await _end_processes(gate.context)
            if not await _is_closed(gate.context):
                await self._handler.browser.close()


async def _is_closed(context: BrowserContext) -> bool:
    """Close it; tell whether it could be."""
    from playwright.async_api import Error

    with contextlib.suppress(Error):
        try:
            await asyncio.wait_for(context.close(), _LONGEST_CLOSE)
        except TimeoutError:
            return False
    return True


async def _end_processes(context: BrowserContext) -> None:
    """End the processes of its pages, so that those of other sites stay."""
    from playwright.async_api import Error

    for page in context.pages:
        with contextlib.suppress(Error, TimeoutError):
            session = await asyncio.wait_for(context.new_cdp_session(page), _LONGEST_CRASH)
            # There is nobody left to answer.
            await asyncio.wait_for(session.send("Page.crash"), _LONGEST_CRASH)


async def _started(crawler: Crawler, program: str) -> ScrapyPlaywrightDownloadHandler:
    from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

    # What goes wrong is told in the frontier, address by address.
    logging.getLogger("scrapy-playwright").setLevel(logging.CRITICAL)
    handler = ScrapyPlaywrightDownloadHandler(crawler)
    handler.config.launch_options = launch_options(program)
    handler.config.target_closed_max_retries = 0
    # Never before our own, which tells what it was.
    handler.config.navigation_timeout_ms = 2_000 * crawler.settings.getfloat("BROWSER_TIMEOUT")
    # Its own waits, after us, for the page to be loaded: one that is led away before never is.
    handler._apply_page_methods = _settle
    # What the gate has not answered.
    handler.abort_request = lambda _: True
    try:
        # Scrapy has told long ago that its engine has started.
        await handler._launch()
        await handler._maybe_launch_browser()
    except BaseException:
        await handler.close()
        raise
    return handler


async def _settle(page: Page, request: Request, _spider: Spider) -> None:
    settling: Settling = request.meta[_SETTLING]
    await settling.settle(page)


def _context(crawler: Crawler) -> dict[str, Any]:
    return {
        "user_agent": crawler.settings["USER_AGENT"],
        "locale": "zh-CN",
        "accept_downloads": False,
        "service_workers": "block",
        "permissions": [],
    }


SHARED = SharedBrowser()
