"""Waits until a page's scripts have done their work, and looks how large it has become.

Nothing here is timed by our clock: where the machine is busy, a page does less in a second. The page's own
process tells which requests it has begun and ended, and answers when it has been at rest; what it tells comes
in the order in which it happened, so that a request begun before the rest was over is known of.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from crawler.browser.gate import FETCHED, Gate
from crawler.browser.refusals import why_no_page

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

MOST_CHARACTERS = 8 * 1024 * 1024

_REST = """new Promise(done => {
  let unchanged = 0, all = 0
  const observer = new MutationObserver(() => { unchanged = 0 })
  observer.observe(document, {subtree: true, childList: true, characterData: true})
  const beat = () => {
    if (unchanged++ < 15 && all++ < 60) return setTimeout(beat, 50)
    observer.disconnect()
    done()
  }
  beat()
})"""
"""Comes to its end after 15 beats without a change, or 60 with changes: a clock would go on for ever."""

_LENGTH = "document.documentElement.outerHTML.length"


class TooLargeError(Exception):
    """The page grew beyond what a page may be."""


class Settling:
    """Listens to one page from its beginning."""

    def __init__(self, gate: Gate) -> None:
        self._refusals = gate.refusals
        self._led_away = gate.led_away
        self._begun = 0
        self._under_way: set[str] = set()

    async def listen(self, page: Page) -> None:
        """Begin, before the page is opened."""
        self._session: CDPSession = await page.context.new_cdp_session(page)
        self._session.on("Network.requestWillBeSent", self._begin)
        self._session.on("Network.loadingFinished", self._end)
        self._session.on("Network.loadingFailed", self._end)
        await self._session.send("Network.enable")

    async def settle(self, page: Page) -> None:
        """Wait for scripts and what they fetch; `TooLargeError` for a page that must not be taken over."""
        await self._loaded(page)
        while not await self._rests():
            pass
        if int(await self._value(_LENGTH) or 0) > MOST_CHARACTERS:
            raise TooLargeError

    async def _loaded(self, page: Page) -> None:
        """Wait for the page; one whose script leads away before it is loaded never says that it is."""
        ends: tuple[Coroutine[Any, Any, Any], ...] = (
            page.wait_for_load_state("load"),
            self._led_away.wait(),
        )
        waits = [*map(asyncio.ensure_future, ends)]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    async def _rests(self) -> bool:
        """Whether the page was at rest for a while, in which it asked for nothing and waited for nothing."""
        begun = self._begun
        await self._value(_REST)
        return self._begun == begun and not self._under_way

    async def _value(self, expression: str) -> Any:
        """Asked in a world of its own, where the page's scripts can't have changed the answer."""
        tree = await self._session.send("Page.getFrameTree")
        frame = tree["frameTree"]["frame"]["id"]
        world = await self._session.send("Page.createIsolatedWorld", {"frameId": frame})
        asked = {
            "expression": expression,
            "contextId": world["executionContextId"],
            "awaitPromise": True,
            "returnByValue": True,
        }
        found: dict[str, Any] = await self._session.send("Runtime.evaluate", asked)
        return found["result"].get("value")

    def _begin(self, event: dict[str, Any]) -> None:
        if str(event.get("type", "")).lower() in FETCHED:
            self._begun += 1
            self._under_way.add(event["requestId"])
        # The browser itself refuses these, so that they never come to the gate.
        if reason := why_no_page(event["request"]["url"]):
            self._refusals.note(event["request"]["url"], reason)

    def _end(self, event: dict[str, Any]) -> None:
        self._under_way.discard(event["requestId"])
