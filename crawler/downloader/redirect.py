"""Redirects: followed within the site, a few times, and never in a circle or to a page known already."""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.core.downloader import Downloader
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from archive.store.answers import REDIRECTS
from archive.store.sighting import is_home
from crawler.archiving import Archiving
from crawler.meta import IS_ROBOTS, ROW
from crawler.spider import SiteSpider
from crawler.visits.outcome import KnownElsewhere, OfAnotherSite, Refused

_LONGEST_TOLD = 200


class SiteRedirectMiddleware(RedirectMiddleware):
    """Scrapy's middleware, which says why it stops, and where.

    A redirect to itself fires neither callback nor errback in stock Scrapy: the duplicate filter swallows it.
    """

    # Scrapy's own has a third argument that nothing passes any more.
    def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        """Follow a redirect; `Refused` where it leads nowhere, or further than we go."""
        no_page = Refused(f"redirects to what is no web page: {_target(response)}")
        try:
            followed = super().process_response(request, response)
        except ValueError as error:
            raise no_page from error
        if followed is response and response.status in REDIRECTS and _target(response):
            raise no_page
        return followed

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        self._require_new_ground(redirected, request)
        # Another host has a pace of its own, and this is where Scrapy notes whose it is.
        redirected.meta.pop(Downloader.DOWNLOAD_SLOT, None)
        if is_home(redirected.url):
            # That the home page has not changed says nothing of the text that was there.
            for condition in ("If-None-Match", "If-Modified-Since"):
                redirected.headers.pop(condition, None)
        try:
            return super()._redirect(redirected, request, reason)
        except IgnoreRequest:
            raise Refused(f"redirects more than {self.max_redirect_times} times") from None

    def _require_new_ground(self, redirected: Request, request: Request) -> None:
        spider = self.crawler.spider
        assert isinstance(spider, SiteSpider)
        if redirected.url in (request.url, *request.meta.get("redirect_urls", ())):
            raise Refused(f"redirects in a circle, back to {redirected.url}")
        if request.meta.get(IS_ROBOTS):
            return  # It may be kept elsewhere (RFC 9309, 2.3.1.2).
        row = request.meta.get(ROW)
        if not spider.site.covers(redirected.url):
            # A list that is lost is no small matter.
            refusal = OfAnotherSite if row and row.kind != "listing" else Refused
            raise refusal(f"redirects to another site, {redirected.url}")
        # A part or a file must be fetched all the same: articles know it by the address that redirects.
        if not row or row.kind != "article" or is_home(redirected.url):
            return
        # A site that went over to https sends each page to another spelling of its own address.
        known = Archiving.of(self.crawler).frontier.known_as(redirected.url)
        if known and known != row.url:
            raise KnownElsewhere(known)


def _target(response: Response) -> str:
    return (response.headers.get("Location") or b"").decode("latin-1")[:_LONGEST_TOLD]
