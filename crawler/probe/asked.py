"""The pages that a probe has asked for, each once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from archive.extract.charset import decode
from archive.model import Capture
from crawler.paging import ListPage
from crawler.paging.forms import form_of
from crawler.paging.view_states import ViewStates, view_state
from crawler.probe.links import is_of_one_site

Fetch = Callable[[str, dict[str, str] | None], Awaitable[Capture | str]]
"""Asks for an address, or posts fields to it; a page that can't be had is the reason, as a sentence."""


class Asked:
    """Those of one probe: of the site alone that answered first, whatever its links and scripts name."""

    def __init__(self, fetch: Fetch, doubts: list[str]) -> None:
        self._fetch = fetch
        self._doubts = doubts
        self._captures: dict[str, Capture] = {}
        self._view_states = ViewStates()
        self._site: str | None = None
        self.lists: dict[str, Capture] = {}
        """What each list page was read from, by its address."""

    async def page(self, url: str, *, is_tried: bool = False) -> ListPage | None:
        """Return a list page, None where it can't be had: a doubt, unless its address was but tried."""
        capture = await self.capture(url, is_tried=is_tried)
        if capture is None:
            return None
        page = ListPage(url if form_of(url) else capture.url, decode(capture.body).text)
        self._view_states.remember(page.url, view_state(page))
        self.lists[page.url] = capture
        return page

    async def capture(self, url: str, *, is_tried: bool = False) -> Capture | None:
        """Return any page as it was answered."""
        if url not in self._captures:
            answer = await self._answer(url)
            if isinstance(answer, str):
                if not is_tried:
                    self._doubts.append(f"{url}: {answer}")
                return None
            self._captures[url] = answer
            self._site = self._site or answer.url
        return self._captures[url]

    async def _answer(self, url: str) -> Capture | str:
        if self._site and not is_of_one_site(url, self._site):
            return "it is another site's"
        return await self._fetch(url, self._view_states.fields(url))
