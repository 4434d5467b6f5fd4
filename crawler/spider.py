"""One spider for all sites: asks for lists, articles, their further pages and their files.

A callback yields one `Visit` at most and never a request: new links travel inside the visit and are committed
with the page they were found on.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from archive.store.frontier import FrontierRow
from archive.store.visit import Visit
from crawler.answers import Answers
from crawler.browser import Rendering
from crawler.installation.configuration import Configuration, user_agent
from crawler.meta import EXCHANGE, ROW
from crawler.paging.forms import posting
from crawler.paging.view_states import ViewStates
from crawler.site import Site
from crawler.visits.outcome import OfAnotherSite, Refused, TakenBack
from crawler.visits.revisits import conditions


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
        yield await self._answers.visit(response.meta[ROW], response.meta[EXCHANGE])

    def fail(self, failure: Failure) -> Iterator[Visit]:
        """Yield the visit of an address that gave no answer, or one that we refused."""
        if isinstance(failure.value, TakenBack):
            return
        meta = failure.request.meta  # type: ignore[attr-defined]
        assert failure.value is not None
        yield self._answers.missing(meta[ROW], meta.get(EXCHANGE), failure.value)

    def unasked(self, row: FrontierRow, refused: Refused) -> Visit:
        """Return the visit of an address that `request` refused; the next run leaves it alone."""
        return self._answers.unasked(row, refused)

    @cached_property
    def _answers(self) -> Answers:
        return Answers(self.crawler, self.site, self._view_states, self._rendering)


def spider_class(site: Site) -> type[SiteSpider]:
    """Return the spider of one site."""
    return type("SiteSpider", (SiteSpider,), {"name": site.name, "site": site})
