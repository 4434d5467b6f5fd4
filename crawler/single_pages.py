"""Pages that a researcher names one by one: of a known site, or of the collection of such pages."""

from __future__ import annotations

from collections.abc import Sequence

from archive.errors import CallError
from crawler.address import as_asked, host_of
from crawler.ip_address import ip_literal, is_public
from crawler.localhost import is_local
from crawler.registry import all_sites
from crawler.site import Site

COLLECTION = "single_pages"


def addresses(named: Sequence[str]) -> tuple[str, ...]:
    """Return the addresses as the frontier keeps them, each once; `CallError` for what is no public page."""
    urls = tuple(dict.fromkeys(as_asked(url.strip().partition("#")[0]) for url in named))
    for url in urls:
        _require_web(url)
    return urls


def sites_of(urls: Sequence[str]) -> list[Site]:
    """Return the declared sites that the addresses belong to, and one collection for all others."""
    known = all_sites()
    found = {site.name: site for url in urls for site in known if site.covers(url)}
    rest = [url for url in urls if not any(site.covers(url) for site in known)]
    return [*found.values(), *([_collection(rest)] if rest else [])]


def _collection(urls: Sequence[str]) -> Site:
    hosts = [host_of(url) or "" for url in urls]
    return Site(
        name=COLLECTION,
        title="Single pages 单页",
        home=urls[0],
        kind="imported",
        start=(),
        article=".*",
        browser="shells",
        hosts=tuple(hosts),
    )


def _require_web(url: str) -> None:
    host = host_of(url)
    if host is None:
        raise CallError(
            f"{url!r} is no address of a web page",
            remedy="Write it as a browser shows it: http://www.example.com/info/1042/2203.htm",
        )
    if any(site.covers(url) for site in all_sites()):
        return
    number = ip_literal(host)
    if is_local(host) or (number and not is_public(number)):
        raise CallError(
            f"{url} is a page of this machine or its network, which no crawl asks for",
            remedy="Save the page, and import its file: `campaign-archive import`",
        )
