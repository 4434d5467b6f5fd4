"""Looks at a handful of a site's pages and proposes its definition. Knows no network: it is given `fetch`."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from urllib.parse import urljoin

from archive.addresses import split_address
from archive.article import read
from archive.errors import CallError
from archive.extract.charset import decode
from archive.extract.element_text import collapse
from archive.extract.titles import split_site_name
from archive.model import Capture, Extraction
from crawler.address import target_of
from crawler.paging import FOUND_ON_PAGE, ListPage
from crawler.paging.forms import form_of
from crawler.paging.view_states import ViewStates
from crawler.probe.dialects import Dialect, dialects
from crawler.probe.listed import articles_of, channels_of
from crawler.probe.proposal import Proposal
from crawler.probe.shapes import pattern_of
from crawler.probe.templates import template_of

MOST_CHANNELS, MOST_TRIES, SAMPLES = 12, 6, 3

Fetch = Callable[[str, dict[str, str] | None], Awaitable[Capture | str]]
"""Asks for an address, or posts fields to it; a page that can't be had is the reason, as a sentence."""


class Prober:
    """One probe of one site."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._captures: dict[str, Capture] = {}
        self._list_captures: dict[str, Capture] = {}
        self._view_states = ViewStates()
        self._doubts: list[str] = []

    async def propose(self, url: str) -> Proposal:
        """Return the definition of the site that `url`, a list or home page, belongs to.

        `CallError` where the page can't be had, or neither it nor what it links to lists any article.
        """
        given = await self._given(url)
        lists = await self._some_lists(given)
        dialect, further = await self._dialect(lists)
        pages = [*lists, *further]
        articles = tuple(dict.fromkeys(link.url for page in pages for link in articles_of(page)))
        samples = await self._some_samples(articles, lists[0].url)
        return Proposal(
            url=url,
            title=_site_title(given, lists[0]),
            start=tuple(page.url for page in lists),
            article=self._pattern(articles, pages),
            dialect=dialect,
            articles=articles,
            list_page=self._list_captures[lists[0].url],
            samples=samples,
            rules=template_of([capture for capture, _ in samples]),
            doubts=tuple(self._doubts),
        )

    async def _given(self, url: str) -> ListPage:
        given = await self._list(url)
        if given is None:
            raise CallError(
                f"Nothing can be proposed from {self._doubts[-1]}",
                remedy="Give the address of a list or home page, as a browser shows it",
            )
        return given

    async def _some_lists(self, given: ListPage) -> list[ListPage]:
        lists = await self._lists(given)
        if not lists:
            raise CallError(
                f"No list of articles was found on {given.url} or the pages that it names",
                remedy="Give the address of a list page (栏目); one that a script fills needs a hand",
            )
        return lists

    async def _some_samples(
        self, articles: tuple[str, ...], url: str
    ) -> tuple[tuple[Capture, Extraction], ...]:
        samples = [sample async for sample in self._samples(articles)]
        if not samples:
            raise CallError(
                f"No article of {url} could be had: {self._doubts[-1]}",
                remedy="Try again later, or write the definition by hand",
            )
        return tuple(samples)

    async def _lists(self, given: ListPage) -> list[ListPage]:
        """The given page, and the channels that it and the home page name; each set of articles once."""
        home = urljoin(given.url, "/")
        fronts = [given] if given.url == home else [given, await self._list(home)]
        candidates = dict.fromkeys(url for page in fronts if page for url in _channels(page, given.url))
        seen, lists = set(), []
        channels = [await self._list(url) for url in [*candidates][:MOST_CHANNELS]]
        for page in (given if given.url != home else None, *channels):
            articles = frozenset(link.url for link in articles_of(page)) if page else frozenset()
            if page and articles and articles not in seen:
                seen.add(articles)
                lists.append(page)
        if len(candidates) > MOST_CHANNELS:
            self._doubts.append(f"{len(candidates) - MOST_CHANNELS} more channels were not looked at")
        return lists or ([given] if articles_of(given) else [])

    async def _dialect(self, lists: list[ListPage]) -> tuple[Dialect, list[ListPage]]:
        """Return the first dialect that leads from a list to other articles, and the pages it led to."""
        longest = sorted(lists, key=lambda page: -len(articles_of(page)))[:2]
        for page in longest:
            tried: set[str] = set()
            for dialect in dialects(page, _extensions(page)):
                following = dialect.paging.next_page(page)
                if following is None or following in tried or len(tried) >= MOST_TRIES:
                    continue
                tried.add(following)
                further = await self._list(following, is_tried=True)
                if further and _are_new(further, page):
                    return dialect, [further]
        self._doubts.append("no list was seen to go on; if lists have further pages, set `paging`")
        return Dialect(FOUND_ON_PAGE), []

    async def _samples(self, articles: tuple[str, ...]) -> AsyncIterator[tuple[Capture, Extraction]]:
        step = max(1, len(articles) // SAMPLES)
        taken = 0
        for url in (*articles[::step], *articles[1::step]):
            if taken == SAMPLES:
                return
            capture = await self._capture(url)
            if capture is not None:
                taken += 1
                yield capture, read(capture)

    def _pattern(self, articles: tuple[str, ...], pages: list[ListPage]) -> str:
        pattern = pattern_of(articles)
        if any(re.fullmatch(pattern, target_of(page.url)) for page in pages):
            pattern = pattern_of(articles, counts_digits=True)
            self._doubts.append("lists and articles have like addresses; compare `article`")
        return pattern

    async def _list(self, url: str, *, is_tried: bool = False) -> ListPage | None:
        capture = await self._capture(url, is_tried=is_tried)
        if capture is None:
            return None
        page = ListPage(url if form_of(url) else capture.url, decode(capture.body).text)
        self._view_states.remember(page)
        self._list_captures[page.url] = capture
        return page

    async def _capture(self, url: str, *, is_tried: bool = False) -> Capture | None:
        if url not in self._captures:
            answer = await self._fetch(url, self._view_states.fields(url))
            if isinstance(answer, str):
                if not is_tried:
                    self._doubts.append(f"{url}: {answer}")
                return None
            self._captures[url] = answer
        return self._captures[url]


def _channels(page: ListPage, given: str) -> Iterator[str]:
    host = split_address(given).netloc
    for url in channels_of(page, (link.url for link in articles_of(page))):
        if split_address(url).netloc == host and split_address(url).path not in ("", "/") and url != given:
            yield url


def _are_new(further: ListPage, page: ListPage) -> bool:
    here, there = ({link.url for link in articles_of(shown)} for shown in (page, further))
    return bool(there - here)


def _extensions(page: ListPage) -> tuple[str, ...]:
    names = (split_address(link.url).path.rpartition("/")[2] for link in articles_of(page))
    found = [name.rpartition(".")[2] for name in names if "." in name]
    return tuple(dict.fromkeys([*found, "html", "htm", "shtml"]))[:3]


def _site_title(*pages: ListPage) -> str:
    """What the head's title of a list adds to the list's own name, else the home page's title."""
    heads = [collapse(page.selector.css("title").xpath("string()").get("")) for page in pages]
    named = [site for head in heads if (site := split_site_name(head)[1])]
    return (named or re.split(r"[_\-—|]", heads[0])[-1:] or [""])[0] or "?"
