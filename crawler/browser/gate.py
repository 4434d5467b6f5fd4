"""What the scripts of a page ask for: all of it goes our crawler's way, and nothing past it.

The browser itself reaches no network. Each request is answered with what Scrapy fetches: so robots.txt, the
address guard, pace, limits and the evidence are the same as for any page.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from archive.errors import InputError
from archive.store.visit import FrontierLink
from crawler.archiving import Archiving
from crawler.browser.refusals import Refusals, why_unneeded
from crawler.browser.replies import Reply, Scripts, reply_of, request_for
from crawler.meta import exchange_in
from crawler.visits.outcome import Refused, of_failure

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page, Route, WebSocketRoute
    from playwright.async_api import Request as Asked

MOST_REQUESTS = 60
MOST_BYTES = 32 * 1024 * 1024
"""Of all that one page may ask for."""

FETCHED = ("script", "xhr", "fetch")
"""Types of requests (Playwright's words, CDP's in lower case) that a page is filled with."""

_SHUT = """
for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport", "Worker", "SharedWorker"])
  delete globalThis[name];
globalThis.open = () => null;
globalThis.print = () => {};
"""
"""Doors that no request leads through."""


class Gate:
    """Stands before one page."""

    def __init__(self, crawler: Crawler, html: str, scripts: Scripts) -> None:
        self._crawler = crawler
        self._html: str | None = html
        self._scripts = scripts
        self._one_at_a_time = asyncio.Lock()
        self._is_shut = False
        self.led_away = asyncio.Event()
        """Set when a script wanted another page in the place of this one."""
        self._requests, self._bytes = 0, 0
        self.refusals = Refusals()
        self.context: BrowserContext | None = None

    async def stand_before(self, page: Page) -> None:
        """Take the place before a new page, and before all windows that it may open."""
        self.context = page.context
        await page.context.add_init_script(_SHUT)
        await page.context.route_web_socket("**", self._hang_up)
        await page.context.route("**", self.answer)
        await page.route("**", self.answer)

    async def answer(self, route: Route, asked: Asked) -> None:
        """Answer one request of the page, or end it."""
        from playwright.async_api import Error

        try:
            reply = await self._reply(asked)
        except Refused as refusal:
            self.refusals.note(asked.url, str(refusal))
            reply = None
        # The page may be gone by now.
        with contextlib.suppress(Error):
            if reply is None:
                # A document that is blocked would put an error page in the place of the one that is there.
                is_document = asked.resource_type == "document"
                await route.abort("aborted" if is_document else "blockedbyclient")
            else:
                await route.fulfill(status=reply.status, headers=reply.headers, body=reply.body)

    async def shut(self) -> tuple[FrontierLink, ...]:
        """Let nothing more through, wait for what is on its way, and return what was refused."""
        self._is_shut = True
        async with self._one_at_a_time:
            pass
        return self.refusals.links()

    async def _reply(self, asked: Asked) -> Reply:
        if asked.resource_type == "document":
            return self._page(asked)
        if asked.resource_type == "stylesheet":
            self.refusals.note(asked.url, why_unneeded(asked.resource_type))
            return Reply(body=b"", headers={"content-type": "text/css"})
        if asked.resource_type not in FETCHED:
            raise Refused(why_unneeded(asked.resource_type))
        async with self._one_at_a_time:
            return self._scripts.kept.get(asked.url) or await self._fetched(asked)

    def _page(self, asked: Asked) -> Reply:
        """The page itself, once, as it was fetched before."""
        html, self._html = self._html, None
        if html is None or asked.frame.parent_frame is not None:
            self.led_away.set()
            raise Refused("it is a page of its own")
        return Reply(body=html.encode(errors="replace"), headers={"content-type": "text/html; charset=utf-8"})

    async def _fetched(self, asked: Asked) -> Reply:
        self._require_room(asked)
        self._requests += 1
        request = request_for(asked)
        try:
            response = await self._crawler.engine.download_async(request)
        except Exception as error:
            # Whatever it is, it concerns this one request.
            raise Refused(of_failure(error).reason) from error
        reply = reply_of(response, self._keep(request, response))
        self._bytes += len(reply.body)
        if asked.resource_type == "script" and response.status == 200:
            self._scripts.keep(asked.url, reply)
        return reply

    def _require_room(self, asked: Asked) -> None:
        if self._is_shut:
            raise Refused("the page was done")
        if asked.method not in ("GET", "POST"):
            raise Refused(f"{asked.method} is no way to read a page")
        if self._requests >= MOST_REQUESTS or self._bytes >= MOST_BYTES:
            raise Refused(f"one page may ask for {MOST_REQUESTS} things and {MOST_BYTES} bytes")

    def _keep(self, request: Request, response: Response) -> bytes:
        """Keep the answer, and return its body unpacked."""
        exchange = exchange_in(response, request)
        Archiving.of(self._crawler).keep(request.url, exchange)
        try:
            return exchange.capture().body if exchange else response.body
        except InputError as error:
            raise Refused(str(error)) from error

    async def _hang_up(self, socket: WebSocketRoute) -> None:
        self.refusals.note(socket.url, "a socket, which no robots.txt could rule")
        await socket.close()
