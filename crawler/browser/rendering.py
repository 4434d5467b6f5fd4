"""From the answer of a page that is a shell to the page as a browser shows it."""

from __future__ import annotations

import asyncio
import codecs
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.crawler import Crawler

from archive.extract.charset import decode
from archive.store.clock import now
from archive.store.exchange import Exchange
from archive.store.visit import FrontierLink, Visit
from crawler.archiving import Archiving
from crawler.browser.chromium import REMEDY, find_chromium
from crawler.browser.gate import Gate
from crawler.browser.replies import Scripts
from crawler.browser.settling import MOST_CHARACTERS, TooLargeError
from crawler.installation.configuration import Configuration

if TYPE_CHECKING:
    from playwright.async_api import Error

NEEDED = "it is filled by scripts and needs a browser"


class NotRendered(Exception):  # noqa: N818 — an outcome, as `Refused` is
    """The browser gave no page; the message is the reason. What it was refused is in `refused`."""

    def __init__(self, reason: str, refused: tuple[FrontierLink, ...] = ()) -> None:
        super().__init__(reason)
        self.refused = refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A page as a browser shows it."""

    exchange: Exchange
    """A conversion of the answer that was fetched: UTF-8, with its mark, whatever the page declares."""
    refused: tuple[FrontierLink, ...]
    """What its scripts asked for and did not get."""


class Rendering:
    """The shells of one crawl, one at a time."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._scripts = Scripts()
        self._has_started = False

    @property
    def is_under_way(self) -> bool:
        """Meanwhile no other page of the site is asked for."""
        return self._turn.locked()

    async def render(self, crawler: Crawler, shell: Visit) -> Rendered:
        """Keep the answer of a shell, and return what a browser makes of it; `NotRendered` if nothing."""
        assert shell.exchange is not None
        answer = shell.exchange.identified()
        Archiving.of(crawler).keep(shell.url, answer)
        async with self._turn:
            # In a task of its own, which can be cancelled when its time is over.
            return await asyncio.ensure_future(self._rendered(crawler, answer))

    async def _rendered(self, crawler: Crawler, answer: Exchange) -> Rendered:
        program = self._program(crawler)
        from crawler.browser.shared import SHARED

        if not self._has_started:
            self._has_started = True
            crawler.signals.connect(lambda: SHARED.leave(crawler), signals.spider_closed, weak=False)
        gate = Gate(crawler, decode(answer.capture().body, answer.header("content-type")).text, self._scripts)
        try:
            async with SHARED.turns:
                html = await _shown(crawler, program, answer.url, gate)
        except NotRendered as failure:
            raise NotRendered(str(failure), await gate.shut()) from failure
        return Rendered(exchange=_conversion(answer, html), refused=await gate.shut())

    def _program(self, crawler: Crawler) -> str:
        """The browser's path; without one, the run says once what to do."""
        named = Configuration.read(Path(crawler.settings["CAMPAIGN_ARCHIVE_DATA"])).browser
        program = find_chromium(named)
        if program is None:
            missing = f"{named} is no program" if named else "there is no Chromium on the path"
            Archiving.of(crawler).recorder.warn(f"pages need a browser, and {missing}. {REMEDY}")
            raise NotRendered(f"{NEEDED}, and {missing}")
        return program


async def _shown(crawler: Crawler, program: str, url: str, gate: Gate) -> str:
    from playwright.async_api import Error

    from crawler.browser.shared import SHARED

    seconds = crawler.settings.getfloat("BROWSER_TIMEOUT")
    try:
        await SHARED.start(crawler, program)
    except Error as error:
        Archiving.of(crawler).recorder.warn(f"{program} does not start: {_said(error)}. {REMEDY}")
        raise NotRendered(f"{NEEDED}, and {program} does not start") from error
    try:
        async with asyncio.timeout(seconds):
            return (await SHARED.show(crawler, url, gate)).text
    except TimeoutError as error:
        raise NotRendered(f"its scripts came to no end within {seconds:g} seconds") from error
    except TooLargeError as error:
        raise NotRendered(f"its scripts made a page of more than {MOST_CHARACTERS} characters") from error
    except Error as error:
        raise NotRendered(f"the browser could not show it: {_said(error)}") from error


def _said(error: Error) -> str:
    """The first line of what Playwright says; a log of the browser follows."""
    return error.message.strip().partition("\n")[0]


def _conversion(answer: Exchange, html: str) -> Exchange:
    return Exchange(
        url=answer.url,
        captured_at=now(),
        record_type="conversion",
        wire=codecs.BOM_UTF8 + html.encode(errors="replace"),
        mime="text/html",
        refers_to=answer.record_id,
    )
