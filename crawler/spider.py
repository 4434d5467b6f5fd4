"""One spider for all sites: lists, articles, their further pages and their files.

A callback yields exactly one `Visit` and never a request: new links travel inside the visit and are committed
with the page they were found on.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlencode

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from archive.errors import InputError
from archive.extract import parse
from archive.extract.charset import decode, decode_as
from archive.extract.shells import is_unfilled_list, is_unfilled_text
from archive.model import Extraction
from archive.store.clock import now
from archive.store.exchange import Exchange
from archive.store.frontier import Frontier, FrontierRow
from archive.store.sighting import GONE, is_sent_home
from archive.store.visit import IRRELEVANT, FrontierLink, Visit, VisitKind
from archive.store.warc import Record
from crawler.archiving import Archiving
from crawler.browser import NotRendered, Rendering
from crawler.configuration import Configuration, user_agent
from crawler.form_address import form_of
from crawler.meta import EXCHANGE, ROW
from crawler.outcome import Outcome, of_failure, of_status
from crawler.paging import ListPage, Repeats
from crawler.reader import SHARED
from crawler.revisits import next_visit, next_visit_to_gone
from crawler.site import Site
from crawler.traps import MOST_ADDRESSES, MOST_BARREN_LISTS, why_a_trap
from crawler.view_states import ViewStates

_CUT_OFF = Outcome(
    "failed", "its view state went with a run that was cut off; the next run begins the list anew"
)


class SiteSpider(Spider):
    """The spider of every site; `spider_class` gives it its site."""

    site: ClassVar[Site]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._repeats = Repeats()
        self._view_states = ViewStates()
        self._lists_under_way: set[str] = set()
        self._rendering = Rendering()
        self._barren = 0

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Set pace and user agent; `CallError` for a real site while nobody is named who crawls it."""
        super().update_settings(settings)
        configuration = Configuration.read(Path(settings["CAMPAIGN_ARCHIVE_DATA"]))
        contact = None if cls.site.is_local else configuration.require_contact(cls.site.name)
        settings.set("USER_AGENT", user_agent(contact), "spider")
        settings.set("DOWNLOAD_DELAY", cls.site.delay, "spider")
        # A proxy leads off this machine.
        settings.set("HTTPPROXY_ENABLED", not cls.site.is_local, "spider")

    def must_wait(self, row: FrontierRow) -> bool:
        """Tell whether a page under way must be through before an address is asked for.

        A list may bring the view state that it is asked for with, and a page that a browser shows has the
        site for itself.
        """
        if self._rendering.is_under_way:
            return True
        return bool(self._lists_under_way) and self._view_states.are_lost_for(row.url)

    def request(self, row: FrontierRow) -> Request:
        """Return the request for one address of the frontier."""
        meta: dict[str, Any] = {ROW: row}
        if row.kind == "attachment":
            meta["download_maxsize"] = self.settings.getint("ATTACHMENT_MAXSIZE")
        request = Request(
            row.url,
            callback=self.parse,
            errback=self.fail,
            meta=meta,
            headers=_conditions(row),
            dont_filter=True,
        )
        if row.kind == "listing":
            self._lists_under_way.add(row.url)
        fields = self._view_states.fields(row.url)
        return request if fields is None else _posting(request, fields)

    async def parse(self, response: Response, **_kwargs: Any) -> AsyncIterator[Visit]:
        """Yield the visit that an answer makes."""
        row: FrontierRow = response.meta[ROW]
        exchange: Exchange = response.meta[EXCHANGE]
        self._lists_under_way.discard(row.url)
        if self._view_states.are_lost_for(row.url):
            yield self._pageless(row, exchange, _CUT_OFF)
            return
        if outcome := of_status(response.status):
            yield self._pageless(row, exchange, outcome)
            return
        try:
            yield await self._visit(row, exchange)
        except InputError as error:
            yield self._pageless(row, exchange, Outcome("failed", error.what))

    def fail(self, failure: Failure) -> Iterator[Visit]:
        """Yield the visit of an address that gave no answer, or one that we refused."""
        meta = failure.request.meta  # type: ignore[attr-defined]
        assert failure.value is not None
        self._lists_under_way.discard(meta[ROW].url)
        yield self._pageless(meta[ROW], meta.get(EXCHANGE), of_failure(failure.value))

    async def _visit(self, row: FrontierRow, exchange: Exchange) -> Visit:
        if row.kind != "listing":
            return await self._text(row, exchange)
        if self._is_unfilled_list(row, exchange):
            return await self._rendered(row, exchange)
        return self._list(row, exchange)

    def _is_unfilled_list(self, row: FrontierRow, exchange: Exchange) -> bool:
        if not self._may_render(exchange):
            return False
        addresses = self.site.addresses(self._list_page(row, exchange))
        if any(self.site.kind_of(url) == "article" for url in addresses):
            return False
        return is_unfilled_list(parse(exchange.capture().body, exchange.url, charset=self.site.charset))

    def _may_render(self, exchange: Exchange) -> bool:
        return self.site.browser == "shells" and exchange.record_type != "conversion"

    async def _rendered(self, row: FrontierRow, exchange: Exchange) -> Visit:
        """What a browser makes of a shell. The answer itself is kept apart, and nothing is read from it."""
        shell = Visit(url=row.url, kind=row.kind, exchange=exchange)
        try:
            rendered = await self._rendering.render(self.crawler, shell)
        except NotRendered as failure:
            visit = self._pageless(row, None, Outcome("failed", str(failure)))
            return replace(visit, links=failure.refused)
        visit = await self._visit(row, rendered.exchange)
        return replace(visit, links=(*visit.links, *rendered.refused))

    def _list_page(self, row: FrontierRow, exchange: Exchange) -> ListPage:
        return ListPage(row.url if form_of(row.url) else exchange.url, self._decoded(exchange))

    def _list(self, row: FrontierRow, exchange: Exchange) -> Visit:
        page = self._list_page(row, exchange)
        self._view_states.remember(page)
        links = self._targets(row, page)
        articles = frozenset(link.url for link in links if link.kind == "article")
        self._give_up_barren_lists(bool(articles))
        end = self._why_the_walk_ends(row, articles)
        following = None if end else self.site.paging.next_page(page)
        if following and self.site.covers(following):
            links.append(_link(following, "listing", row, row.depth))
        return Visit(
            url=row.url,
            kind="listing",
            exchange=exchange,
            reason=end,
            links=tuple(links),
            selection=row.selection,
        )

    def _decoded(self, exchange: Exchange) -> str:
        body, charset = exchange.capture().body, self.site.charset
        return (decode_as(body, charset) if charset else decode(body)).text

    def _targets(self, row: FrontierRow, page: ListPage) -> list[FrontierLink]:
        if self._frontier.size() > MOST_ADDRESSES:
            self._warn(f"{self.name} has more than {MOST_ADDRESSES} addresses; no new ones are followed")
            return []
        kinds = {url: self.site.kind_of(url) for url in self.site.addresses(page)}
        titles = {} if row.selection == "all" else self.site.unwanted(page)
        depth = row.depth + 1
        return [_link(url, kind, row, depth, titles.get(url)) for url, kind in kinds.items() if kind]

    def _give_up_barren_lists(self, has_articles: bool) -> None:
        self._barren = 0 if has_articles else self._barren + 1
        if self._barren > MOST_BARREN_LISTS:
            reason = f"{MOST_BARREN_LISTS} list pages before it linked to no article"
            self._frontier.skip_pending("listing", reason)
            self._warn(f"{MOST_BARREN_LISTS} list pages in a row link to no article; narrow `listing`")

    def _why_the_walk_ends(self, row: FrontierRow, articles: frozenset[str]) -> str | None:
        """None while it goes on."""
        if row.url in self.site.start and len(articles) < self.site.least_items:
            count = len(articles) or "no"
            self._warn(f"{row.url} links to {count} articles; compare `article` and `items` of {self.name}")
        if not articles:
            return "links to no article"
        if self._frontier.brings_nothing_new(articles):
            return "links to nothing new, and its older pages were walked before"
        earlier = self._repeats.earlier(row.url, articles)
        return f"shows the same articles as {earlier}" if earlier else None

    async def _text(self, row: FrontierRow, exchange: Exchange) -> Visit:
        record = Record(exchange=exchange, kind=row.kind, requested_url=row.url)
        reading = await SHARED.read(record, self.site.rules)
        extraction = reading.extraction
        if extraction is None:
            return self._pageless(row, exchange, Outcome("failed", reading.failure))
        if (
            row.kind != "attachment"
            and self._may_render(exchange)
            and is_unfilled_text(self._decoded(exchange), extraction)
        ):
            return await self._rendered(row, exchange)
        return Visit(
            url=row.url,
            kind=row.kind,
            exchange=exchange,
            reason=_why_no_text(row, exchange, extraction),
            extraction=extraction,
            selection=row.selection,
            composed=reading.composed,
            links=tuple(self._further(row, extraction)),
            next_visit_at=self._next_visit(row, exchange, extraction),
        )

    def _next_visit(self, row: FrontierRow, exchange: Exchange, extraction: Extraction | None) -> str:
        if (extraction and extraction.kind == "not_found") or is_sent_home(row.url, exchange.url):
            return next_visit_to_gone()
        published_at = extraction.published_at if extraction else None
        return next_visit(published_at or self._frontier.published_at(row.url))

    def _pageless(self, row: FrontierRow, exchange: Exchange | None, outcome: Outcome) -> Visit:
        return Visit(
            url=row.url,
            kind=row.kind,
            exchange=exchange,
            state=outcome.state,
            reason=outcome.reason,
            next_visit_at=self._next_try(row, exchange, outcome),
            selection=row.selection,
        )

    def _next_try(self, row: FrontierRow, exchange: Exchange | None, outcome: Outcome) -> str | None:
        """None: never. What failed is asked again by the next run."""
        if outcome.state == "failed":
            return now()
        if row.kind == "listing" or exchange is None:
            return None
        if exchange.status == HTTPStatus.NOT_MODIFIED:
            return self._next_visit(row, exchange, None)
        return next_visit_to_gone() if exchange.status in GONE else None

    def _further(self, row: FrontierRow, extraction: Extraction) -> Iterator[FrontierLink]:
        """The next page of the article, and its files; a vendor's files are articles themselves."""
        if extraction.next_part and self.site.covers(extraction.next_part):
            yield FrontierLink(url=extraction.next_part, kind="part", selection=row.selection)
        for file in extraction.files:
            if self.site.covers(file.url) and row.kind != "attachment":
                is_article = self.site.kind_of(file.url) == "article"
                kind: VisitKind = "article" if is_article else "attachment"
                yield FrontierLink(url=file.url, kind=kind, selection=row.selection)

    @property
    def _frontier(self) -> Frontier:
        return Archiving.of(self.crawler).frontier

    def _warn(self, message: str) -> None:
        Archiving.of(self.crawler).recorder.warn(message)


def spider_class(site: Site) -> type[SiteSpider]:
    """Return the spider of one site."""
    return type("SiteSpider", (SiteSpider,), {"name": site.name, "site": site})


def _posting(request: Request, fields: dict[str, str]) -> Request:
    """Send `fields` as a form. Scrapy drops the fragment that named them."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return request.replace(method="POST", body=urlencode(fields), headers=headers)


def _link(
    url: str, kind: VisitKind, page: FrontierRow, depth: int, unwanted_title: str | None = None
) -> FrontierLink:
    """What a list `page` leads to is kept as the list says; `depth` is that of a further list."""
    unwanted = f"{IRRELEVANT} by its title" if unwanted_title and kind == "article" else None
    depth = depth if kind == "listing" else 0
    return FrontierLink(
        url=url,
        kind=kind,
        depth=depth,
        refused=why_a_trap(url, kind, depth) or unwanted,
        selection=page.selection,
        title=unwanted_title,
    )


def _conditions(row: FrontierRow) -> dict[str, str]:
    """What makes a site answer 304 for a page that we have; lists are always asked for in full."""
    if row.kind == "listing":
        return {}
    conditions = {"If-None-Match": row.etag, "If-Modified-Since": row.last_modified}
    return {name: value for name, value in conditions.items() if value}


def _why_no_text(row: FrontierRow, exchange: Exchange, extraction: Extraction) -> str | None:
    """None where there is one, or none is needed."""
    if row.kind == "article" and is_sent_home(row.url, exchange.url):
        return "is sent to the home page, as what was taken away often is"
    if extraction.kind == "article" or row.kind == "attachment":
        return None
    if extraction.kind == "not_found":
        return "says that there is no such page, though with status 200"
    return f"holds no article (it looks like: {extraction.kind.replace('_', ' ')})"
