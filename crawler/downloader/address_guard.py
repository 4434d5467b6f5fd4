"""No crawl speaks to the inside of a network: a site's links, redirects or DNS could lead there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self, cast
from urllib.request import getproxies, proxy_bypass

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from crawler.downloader.foreign_ports import FOREIGN_PORTS
from crawler.ip_address import ip_literal, is_public
from crawler.localhost import is_local
from crawler.spider import SiteSpider
from crawler.visits.outcome import Refused, Unreachable


class AddressGuard:
    """Downloader middleware before all others (order 50), so that robots.txt is guarded too.

    http and https only, and no port of another service. A name is looked up here, and the connection takes
    the address from the same cache: a server can't answer us with another one. Sites under `localhost` are
    allowed to those that name them.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._proxies = getproxies() if crawler.settings.getbool("HTTPPROXY_ENABLED") else {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the guard of one crawl."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Refuse an address that leads inside."""
        parts = urlparse_cached(request)
        if parts.scheme not in ("http", "https"):
            raise Refused(f"{parts.scheme}: is no address of a web page")
        if parts.port in FOREIGN_PORTS:
            raise Refused(f"port {parts.port} is that of another service, and no web page's")
        host = parts.hostname or ""
        if is_local(host):
            self._require_own(request)
        elif not self._goes_through_proxy(parts.scheme, host):
            await _require_public(host)

    def _require_own(self, request: Request) -> None:
        spider = self._crawler.spider
        assert isinstance(spider, SiteSpider)
        if not spider.site.covers(request.url):
            raise Refused(f"{request.url} leads to this machine")

    def _goes_through_proxy(self, scheme: str, host: str) -> bool:
        """The proxy looks names up by itself; an IP address is judged all the same."""
        return scheme in self._proxies and not ip_literal(host) and not proxy_bypass(host)


async def _require_public(host: str) -> None:
    address = ip_literal(host) or await _look_up(host)
    if is_public(address):
        return
    if host == address:
        raise Refused(f"{host} is inside a private network or this machine")
    raise Refused(f"{host} is at {address}, inside a private network or this machine")


async def _look_up(host: str) -> str:
    from twisted.internet import reactor

    resolve = cast(Callable[[str], "Deferred[str]"], reactor.resolve)
    try:
        found = await maybe_deferred_to_future(resolve(host))
    except DNSLookupError:
        raise Unreachable("the host name is unknown") from None
    return found
