"""Looks at a handful of a site's pages and proposes its definition. Knows no network: it is given `fetch`."""

from __future__ import annotations

import re
from itertools import chain

from archive.addresses import split_address
from archive.article import read
from archive.errors import CallError
from archive.extract.element_text import collapse
from archive.extract.site_names import split_site_name
from archive.model import Capture, Extraction
from crawler.address import target_of
from crawler.paging import FOUND_ON_PAGE, ListPage
from crawler.probe.asked import Asked, Fetch
from crawler.probe.dialects import Dialect, dialects
from crawler.probe.items import items_of, strangers_of
from crawler.probe.links import articles_of, beside
from crawler.probe.lists import Lists
from crawler.probe.proposal import Proposal
from crawler.probe.shapes import pattern_of, shape_of
from crawler.probe.templates import template_of

MOST_TRIES, SAMPLES = 6, 3
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d{2,3}(?!\d))")


class Prober:
    """One probe of one site."""

    def __init__(self, fetch: Fetch) -> None:
        self._doubts: list[str] = []
        self._asked = Asked(fetch, self._doubts)
        self._lists = Lists(self._asked, self._doubts)

    async def propose(self, url: str) -> Proposal:
        """Return the definition of the site that `url`, a list or home page, belongs to.

        `CallError` where the page can't be had, or neither it nor what it links to lists any article.
        """
        given = await self._given(url)
        lists, dialect, further = await self._paged(await self._of_articles(await self._some_lists(given)))
        pages = [*lists, *further]
        articles = self._of_rows(pages)
        article = self._pattern(articles, pages)
        samples = await self._samples(articles, lists[0].url)
        return Proposal(
            url=url,
            title=_site_title(given, lists[0]),
            start=tuple(page.url for page in lists),
            article=article,
            dialect=dialect,
            articles=articles,
            listing=await self._listing(pages, further),
            items=self._items(article, pages),
            hidden=self._lists.hidden,
            list_page=self._asked.lists[lists[0].url],
            samples=samples,
            rules=template_of([capture for capture, _ in samples]),
            doubts=tuple(self._doubts),
        )

    async def _given(self, url: str) -> ListPage:
        given = await self._asked.page(url)
        if given is None:
            raise CallError(
                f"Nothing can be proposed from {self._doubts[-1]}",
                remedy="Give the address of a list or home page that a browser shows, or try again later",
            )
        return given

    async def _some_lists(self, given: ListPage) -> list[ListPage]:
        lists = await self._lists.found_from(given)
        if not lists:
            raise CallError(
                f"No list of articles was found on {given.url} or the pages that it names",
                remedy="Give the address of a list page (栏目); one that a script fills may need a hand",
            )
        return lists

    def _of_rows(self, pages: list[ListPage]) -> tuple[str, ...]:
        """Return the articles of all pages, but for what stands on each and has another form: beside them."""
        linked = [self._lists.articles(page) for page in pages]
        repeated = frozenset(linked[0]).intersection(*linked) if len(pages) > 1 else frozenset()
        own = [[url for url in urls if url not in repeated] for urls in linked]
        forms = {shape_of(url) for urls in own for url in urls}
        beside = {url for url in repeated if shape_of(url) not in forms} if all(own) else set()
        if beside:
            self._doubts.append(f"{len(beside)} links on every list page were left out, as {min(beside)}")
        return tuple(url for url in dict.fromkeys(chain.from_iterable(linked)) if url not in beside)

    async def _of_articles(self, lists: list[ListPage]) -> list[ListPage]:
        """Leave out what prints no date on list or page where other lists do: products, staff, albums."""
        dated = {page.url for page in lists if any(link.is_dated for link in articles_of(page))}
        left_out = [
            page for page in lists if dated and page.url not in dated and await self._is_undated(page)
        ]
        self._doubts.extend(f"{page.url} was left out: what it lists prints no date" for page in left_out)
        return [page for page in lists if page not in left_out]

    async def _is_undated(self, page: ListPage) -> bool:
        capture = await self._asked.capture(self._lists.articles(page)[0], is_tried=True)
        return capture is not None and read(capture).published_at is None

    async def _samples(self, articles: tuple[str, ...], url: str) -> tuple[tuple[Capture, Extraction], ...]:
        samples: list[tuple[Capture, Extraction]] = []
        step = max(1, len(articles) // SAMPLES)
        for article in (*articles[::step], *articles[1::step]):
            if len(samples) < SAMPLES and (capture := await self._asked.capture(article)):
                samples.append((capture, read(capture)))
        if not samples:
            raise CallError(
                f"No article of {url} could be had: {self._doubts[-1]}",
                remedy="Try again later, or write the definition by hand",
            )
        return tuple(samples)

    async def _paged(self, lists: list[ListPage]) -> tuple[list[ListPage], Dialect, list[ListPage]]:
        """Return the lists, or those that their scripts load where only these go on, and how and where to."""
        dialect, further = await self._dialect(lists)
        if not further and (loaded := await self._lists.loaded_by(lists)):
            dialect, further = await self._dialect(loaded)
            lists = loaded if further else lists
        if not further:
            self._doubts.append("no list was seen to go on; if lists have further pages, set `paging`")
        return lists, dialect, further

    async def _dialect(self, lists: list[ListPage]) -> tuple[Dialect, list[ListPage]]:
        """Return the first dialect that leads from a list to other articles, and the pages it led to."""
        longest = sorted(lists, key=lambda page: -len(self._lists.articles(page)))[:2]
        for page in longest:
            tried: set[str] = set()
            for dialect in dialects(page, _extensions(self._lists.articles(page))):
                following = dialect.paging.next_page(page)
                if following is None or following in tried or len(tried) >= MOST_TRIES:
                    continue
                tried.add(following)
                further = await self._asked.page(following, is_tried=True)
                if further and {*self._lists.articles(further)} - {*self._lists.articles(page)}:
                    return dialect, [further]
        return Dialect(FOUND_ON_PAGE), []

    def _pattern(self, articles: tuple[str, ...], pages: list[ListPage]) -> str:
        pattern = pattern_of(articles)
        if any(re.fullmatch(pattern, target_of(page.url)) for page in pages):
            pattern = pattern_of(articles, counts_digits=True)
            self._doubts.append("lists and articles have like addresses; compare `article`")
        return pattern

    def _items(self, article: str, pages: list[ListPage]) -> str | None:
        known = re.compile(article)
        rows = {
            page: frozenset(url for url in self._lists.articles(page) if known.fullmatch(target_of(url)))
            for page in pages
        }
        strangers = strangers_of(rows, article)
        items = items_of(rows, strangers) if strangers else None
        if strangers and items is None:
            self._doubts.append(f"{len(strangers)} links beside the lists look like articles; set `items`")
        return items

    async def _listing(self, pages: list[ListPage], further: list[ListPage]) -> str | None:
        """Return a pattern of lists by time: the years of a channel, the pages of a newspaper's issue."""
        dated = [page for page in pages if _YEAR.search(target_of(page.url))]
        articles = {url for page in pages for url in self._lists.articles(page)}
        known = articles | {page.url for page in pages}
        for page in [page for page in further if page in dated]:
            for url in [url for url in beside(page) if url not in known][:1]:
                other = await self._asked.page(url, is_tried=True)
                if other and {*self._lists.articles(other)} - articles:
                    return pattern_of([page.url, url])
        years = [page.url for page in dated if page not in further]
        return pattern_of(years) if len(years) > 1 and len({*map(shape_of, years)}) == 1 else None


def _extensions(articles: tuple[str, ...]) -> tuple[str, ...]:
    names = (split_address(url).path.rpartition("/")[2] for url in articles)
    found = [name.rpartition(".")[2] for name in names if "." in name]
    return tuple(dict.fromkeys([*found, "html", "htm", "shtml"]))[:3]


def _site_title(*pages: ListPage) -> str:
    """What the head's title of a list adds to the list's own name, else the home page's title."""
    heads = [collapse(page.selector.css("title").xpath("string()").get("")) for page in pages]
    named = [site for head in heads if (site := split_site_name(head)[1])]
    return (named or re.split(r"[_\-—|]", heads[0])[-1:] or [""])[0] or "?"
