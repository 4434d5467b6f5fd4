"""Runs a probe with the crawl's own machinery: its robots.txt, pace, limits and user agent. Loads Scrapy."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar, cast

from scrapy import Request
from scrapy.crawler import AsyncCrawlerProcess

from archive.errors import ArchiveError, CallError
from archive.model import Capture
from archive.store.answers import of_status
from crawler.address import host_of
from crawler.installation.configuration import FILE_NAME, Configuration
from crawler.meta import exchange_in
from crawler.paging.forms import posting, without_form
from crawler.probe.prober import Prober
from crawler.probe.proposal import Proposal
from crawler.run import crawl_settings, raise_failure
from crawler.site import Site
from crawler.spider import SiteSpider
from crawler.visits.outcome import UNANSWERED, of_failure


class ProbeSpider(SiteSpider):
    """Fetches what a prober asks for, one page after the other."""

    name = "probe"
    answer: ClassVar[Proposal | ArchiveError]

    async def start(self) -> AsyncIterator[Any]:
        """Run the probe; nothing is yielded, since nothing is to be archived."""
        try:
            type(self).answer = await Prober(self._fetch).propose(self.site.home)
        except ArchiveError as error:
            type(self).answer = error
        visits: tuple[Any, ...] = ()
        for visit in visits:
            yield visit

    async def _fetch(self, url: str, fields: dict[str, str] | None) -> Capture | str:
        request = Request(without_form(url), dont_filter=True)
        if fields is not None:
            request = posting(request, fields)
        try:
            response = await self.crawler.engine.download_async(request)
        except UNANSWERED as error:
            return of_failure(error).reason or type(error).__name__
        if outcome := of_status(response.status):
            return outcome.reason or "answered nothing"
        exchange = exchange_in(response, request)
        assert exchange is not None
        return exchange.capture()


def probe(url: str, data: Path) -> Proposal:
    """Return the definition of the site that `url`, a list or home page, belongs to.

    Keeps nothing: what is fetched goes into an archive that is thrown away. `CallError` where nobody is named
    who crawls, or no list is found. Once per process.
    """
    host = host_of(url)
    if host is None:
        raise CallError(f"{url!r} is no address of a web page", remedy="Write it with http:// or https://")
    site = Site(name=host, title=host, home=url, kind="soe", start=(), article="(?!)")
    if not site.is_local:
        Configuration.read(data).require_contact(host)
    spider = cast("type[ProbeSpider]", type("ProbeSpider", (ProbeSpider,), {"site": site}))
    with TemporaryDirectory() as scratch:
        if (data / FILE_NAME).exists():
            shutil.copy(data / FILE_NAME, scratch)
        process = AsyncCrawlerProcess(crawl_settings(Path(scratch)))
        crawl = process.crawl(spider)
        process.start()
        raise_failure(crawl)
    if isinstance(spider.answer, ArchiveError):
        raise spider.answer
    return spider.answer
