"""Waits until a page's scripts have done their work, and looks how large it has become."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

    from crawler.browser.gate import Gate

QUIET_SECONDS = 1.5
"""After so long without a request a page counts as filled; a timer alone may go on for ever."""
MOST_CHARACTERS = 8 * 1024 * 1024

_LENGTH = "document.documentElement.outerHTML.length"
_EVERY = 0.05


class TooLargeError(Exception):
    """The page grew beyond what a page may be."""


async def settle(page: Page, gate: Gate) -> None:
    """Wait for scripts and what they fetch; `TooLargeError` for a page that must not be taken over."""
    await page.wait_for_load_state("load")
    while not gate.is_quiet_for(QUIET_SECONDS):
        await asyncio.sleep(_EVERY)
    if await _length(await page.context.new_cdp_session(page)) > MOST_CHARACTERS:
        raise TooLargeError


async def _length(session: CDPSession) -> int:
    """Asked in a world of its own, where the page's scripts can't have changed the answer."""
    tree = await session.send("Page.getFrameTree")
    world = await session.send("Page.createIsolatedWorld", {"frameId": tree["frameTree"]["frame"]["id"]})
    found: dict[str, Any] = await session.send(
        "Runtime.evaluate",
        {"expression": _LENGTH, "contextId": world["executionContextId"], "returnByValue": True},
    )
    return int(found["result"].get("value", MOST_CHARACTERS + 1))
