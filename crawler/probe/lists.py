"""The lists of a site: the page that a probe was given, its frames, what its scripts load, its channels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin

from archive.addresses import split_address
from crawler.address import target_of
from crawler.paging import FOUND_ON_PAGE, ListPage
from crawler.probe.asked import Asked
from crawler.probe.links import articles_of, channels_below, channels_of, is_of_one_site
from crawler.probe.loaded import Hidden, hidden_in, loaded_by

_HOME = re.compile(r"/(?:index|default|home|main)\.\w+", re.IGNORECASE)
MOST_CHANNELS, MOST_FRAMES, MOST_LOADED = 18, 6, 4
_FEWEST_HIDDEN = 3


class Lists:
    """The search for the lists of one site."""

    def __init__(self, asked: Asked, doubts: list[str]) -> None:
        self._asked = asked
        self._doubts = doubts
        self._seen: dict[str, ListPage] = {}
        self._candidates: tuple[Hidden, ...] = ()
        self.hidden: Hidden | None = None
        """How articles are told that no list links to, where those of this site are such."""

    async def found_from(self, given: ListPage) -> list[ListPage]:
        """Return the lists that the given page and the home page lead to, over one or two channels."""
        home = urljoin(given.url, "/")
        fronts = await self._with_frames(given)
        if given.url != home and (front := await self._asked.page(home)):
            fronts.append(front)
        loaded = [page for front in fronts for page in await self._loaded(front)]
        own = [page for page in fronts if not _is_home(page.url)]
        channels = await self._channels(fronts)
        found = self._once([*loaded, *own, *channels, *await self._below([*own, *channels])])
        if not found:
            found = await self._filled(channels)
        if not found:
            found = self._once(await self._channels([*self._seen.values()]))
        return [page for page in found if not _is_front(page)] or found or self._once([given])

    def _once(self, pages: list[ListPage]) -> list[ListPage]:
        """Return the pages with articles; each set of articles once, of a channel rather than a home page."""
        lists: dict[frozenset[str], ListPage] = {}
        for page in pages:
            articles = frozenset(self.articles(page))
            if articles and (articles not in lists or _goes_on(page) > _goes_on(lists[articles])):
                lists[articles] = page
        return [*lists.values()]

    def articles(self, page: ListPage) -> tuple[str, ...]:
        """Return the addresses of a list page's articles, hidden ones included."""
        if linked := tuple(link.url for link in articles_of(page)):
            return linked
        for hidden in (self.hidden,) if self.hidden else self._candidates:
            found = tuple(page.scripted(*hidden))
            if len(found) >= _FEWEST_HIDDEN or (self.hidden and found):
                self.hidden = hidden
                return found
        return ()

    async def _with_frames(self, given: ListPage) -> list[ListPage]:
        """The page, and what its frames show, frames within frames too."""
        fronts, known = [given], {given.url}
        for page in fronts:
            for url in islice(_frames(page), MOST_FRAMES):
                if url not in known and len(fronts) <= MOST_FRAMES:
                    known.add(url)
                    shown = await self._asked.page(url, is_tried=True)
                    fronts += [shown] if shown else []
        return fronts

    async def _loaded(self, front: ListPage) -> list[ListPage]:
        self._candidates += tuple(hidden_in(front))
        urls = [url for url in dict.fromkeys(loaded_by(front)) if is_of_one_site(url, front.url)]
        pages = [await self._asked.page(url, is_tried=True) for url in urls[:MOST_LOADED]]
        return [page for page in pages if page]

    async def loaded_by(self, lists: list[ListPage]) -> list[ListPage]:
        """Return the lists with those that scripts load more of (加载更多) replaced by what these ask for."""
        more = [page for shown in lists for page in await self._loaded(shown)]
        found = self._once(more)
        known = {url for page in found for url in self.articles(page)}
        return (
            [*found, *(page for page in lists if not known.issuperset(self.articles(page)))] if found else []
        )

    async def _filled(self, channels: list[ListPage]) -> list[ListPage]:
        """The lists of channels that scripts fill, as far as their articles have addresses of one form."""
        lists: list[ListPage] = []
        for page in channels:
            forms = {*hidden_in(page)}
            if self.hidden and forms and self.hidden not in forms:
                self._doubts.append(
                    f"{page.url} makes other addresses of its rows: it needs a file of its own"
                )
            else:
                lists += self._once(await self._loaded(page))
        return lists

    async def _channels(self, fronts: list[ListPage]) -> list[ListPage]:
        """What the pages name as channels; where these are no lists, they may name channels themselves."""
        self._seen |= {page.url: page for page in fronts}
        urls = dict.fromkeys(url for page in fronts for url in _channels(page) if url not in self._seen)
        if len(urls) > MOST_CHANNELS:
            self._doubts.append(f"{len(urls) - MOST_CHANNELS} more channels were not looked at")
        return self._now_seen([await self._asked.page(url) for url in [*urls][:MOST_CHANNELS]])

    async def _below(self, channels: list[ListPage]) -> list[ListPage]:
        """What the channels show the newest of: their parts have lists of their own."""
        urls = dict.fromkeys(url for page in channels for url in _parts(page) if url not in self._seen)
        left = max(0, MOST_CHANNELS - len(channels))
        return self._now_seen([await self._asked.page(url, is_tried=True) for url in [*urls][:left]])

    def _now_seen(self, pages: list[ListPage | None]) -> list[ListPage]:
        found = [page for page in pages if page]
        self._seen |= {page.url: page for page in found}
        return found


def _goes_on(page: ListPage) -> bool:
    return FOUND_ON_PAGE.next_page(page) is not None


def _is_front(page: ListPage) -> bool:
    """Tell whether a page is a home page by its name, with the newest of its channels."""
    return _HOME.fullmatch(_path(page.url)) is not None and not _goes_on(page)


def _path(url: str) -> str:
    return split_address(url).path


def _is_home(url: str) -> bool:
    return target_of(url) in ("", "/")


def _frames(page: ListPage) -> Iterator[str]:
    for source in [*page.selector.css("frame::attr(src), iframe::attr(src)").getall(), *_led_on(page)]:
        if (url := page.address(source)) and is_of_one_site(url, page.url):
            yield url


def _led_on(page: ListPage) -> Iterator[str]:
    """Where a page without links sends its reader: `location.href = "/cms/"`, or by a meta refresh."""
    if page.selector.css("a[href]"):
        return
    if moved := page.scripts.target(" ".join(page.selector.css("script::text").getall())):
        yield moved
    for content in page.selector.xpath("//meta[re:test(@http-equiv, 'refresh', 'i')]/@content").getall():
        yield content.partition("=")[2].strip(" '\"")


def _channels(page: ListPage) -> Iterator[str]:
    for url in channels_of(page, (link.url for link in articles_of(page))):
        if is_of_one_site(url, page.url) and not _is_home(url):
            yield url


def _parts(page: ListPage) -> Iterator[str]:
    if not _goes_on(page):
        yield from (url for url in channels_below(page) if is_of_one_site(url, page.url))
