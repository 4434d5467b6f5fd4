"""One spider for all sites: lists, articles, their further pages and their files.

A callback yields exactly one `Visit` and never a request: new links travel inside the visit and are committed
with the page they were found on.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from archive.errors import InputError
from archive.extract.shells import is_unfilled_text
from archive.store.answers import Outcome, of_status
from archive.store.clock import now
from archive.store.exchange import Exchange
from archive.store.frontier import FrontierRow
from archive.store.visit import Visit
from archive.store.warc import Record
from crawler.archiving import Archiving
from crawler.browser import NotRendered, Rendering
from crawler.installation.configuration import Configuration, user_agent
from crawler.meta import EXCHANGE, ROW
from crawler.paging.forms import posting
from crawler.paging.view_states import ViewStates
from crawler.site import Site
from crawler.visits import reader
from crawler.visits.list_walk import ListWalk, decoded
from crawler.visits.outcome import OfAnotherSite, Refused, TakenBack, of_failure
from crawler.visits.revisits import Revisits, conditions
from crawler.visits.text_page import further, why_no_text

_CUT_OFF = Outcome(
    "failed", "its view state went with a run that was cut off; the next run begins the list anew"
)


class SiteSpider(Spider):
    """The spider of every site; `spider_class` gives it its site."""

    site: ClassVar[Site]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._view_states = ViewStates()
        self._lists_under_way: set[str] = set()
        self._rendering = Rendering()

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

        A list may bring the view state that it is asked for with, or show that the site is away, and a page
        that a browser shows has the site for itself.
        """
        if self._rendering.is_under_way:
            return True
        waits = row.kind != "listing" or self._view_states.are_lost_for(row.url)
        return bool(self._lists_under_way) and waits

    def saved(self, visit: Visit) -> None:
        """Note that an address is under way no longer."""
        self._lists_under_way.discard(visit.url)

    def request(self, row: FrontierRow) -> Request:
        """Return the request for one address of the frontier; `Refused` where nobody can be asked for it."""
        meta: dict[str, Any] = {ROW: row}
        if row.kind == "attachment":
            meta["download_maxsize"] = self.settings.getint("ATTACHMENT_MAXSIZE")
        try:
            request = Request(
                row.url,
                callback=self.parse,
                errback=self.fail,
                meta=meta,
                headers=conditions(row),
                dont_filter=True,
            )
        except ValueError as error:
            raise Refused(f"no address of a web page: {error}") from error
        # A collection of single pages has no list, and covers those of one call alone.
        if self.site.start and not self.site.covers(row.url):
            raise OfAnotherSite("its host is none of those that the site's file names")
        if row.kind == "listing":
            self._lists_under_way.add(row.url)
        fields = self._view_states.fields(row.url)
        return request if fields is None else posting(request, fields)

    async def parse(self, response: Response, **_kwargs: Any) -> AsyncIterator[Visit]:
        """Yield the visit that an answer makes."""
        row: FrontierRow = response.meta[ROW]
        exchange: Exchange = response.meta[EXCHANGE]
        if self._view_states.are_lost_for(row.url):
            yield replace(self._pageless(row, exchange, _CUT_OFF), next_visit_at=now())
            return
        if outcome := of_status(response.status):
            yield self._pageless(row, exchange, outcome)
            return
        try:
            yield await self._visit(row, exchange)
        except InputError as error:
            yield self._pageless(row, exchange, Outcome("failed", error.what, lasting=True))

    def fail(self, failure: Failure) -> Iterator[Visit]:
        """Yield the visit of an address that gave no answer, or one that we refused."""
        if isinstance(failure.value, TakenBack):
            return
        meta = failure.request.meta  # type: ignore[attr-defined]
        assert failure.value is not None
        yield self._pageless(meta[ROW], meta.get(EXCHANGE), of_failure(failure.value))

    def unasked(self, row: FrontierRow, refused: Refused) -> Visit:
        """Return the visit of an address that `request` refused; the next run leaves it alone."""
        visit = self._pageless(row, None, of_failure(refused))
        return replace(visit, next_visit_at=None) if visit.state == "failed" else visit

    async def _visit(self, row: FrontierRow, exchange: Exchange) -> Visit:
        if row.kind != "listing":
            return await self._text(row, exchange)
        if self._may_render(exchange) and self._lists.is_unfilled(row, exchange):
            return await self._rendered(row, exchange)
        return self._lists.visit(row, exchange)

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

    async def _text(self, row: FrontierRow, exchange: Exchange) -> Visit:
        record = Record(exchange=exchange, kind=row.kind, requested_url=row.url)
        reading = await reader.read(record, self.site.rules)
        extraction = reading.extraction
        if extraction is None:
            return self._pageless(row, exchange, Outcome("failed", reading.failure, lasting=True))
        if (
            row.kind != "attachment"
            and self._may_render(exchange)
            and is_unfilled_text(decoded(self.site, exchange), extraction)
        ):
            return await self._rendered(row, exchange)
        return Visit(
            url=row.url,
            kind=row.kind,
            exchange=exchange,
            reason=why_no_text(row, exchange, extraction),
            extraction=extraction,
            selection=row.selection,
            composed=reading.composed,
            links=tuple(further(self.site, row, extraction)),
            next_visit_at=self._revisits.after_text(row, exchange, extraction),
        )

    def _pageless(self, row: FrontierRow, exchange: Exchange | None, outcome: Outcome) -> Visit:
        return Visit(
            url=row.url,
            kind=row.kind,
            exchange=exchange,
            state=outcome.state,
            reason=outcome.reason,
            next_visit_at=self._revisits.after_none(row, exchange, outcome),
            selection=row.selection,
        )

    @cached_property
    def _lists(self) -> ListWalk:
        archiving = Archiving.of(self.crawler)
        return ListWalk(self.site, archiving.frontier, self._view_states, archiving.recorder.warn)

    @cached_property
    def _revisits(self) -> Revisits:
        return Revisits(Archiving.of(self.crawler).frontier, self.site.start)


def spider_class(site: Site) -> type[SiteSpider]:
    """Return the spider of one site."""
    return type("SiteSpider", (SiteSpider,), {"name": site.name, "site": site})
