"""Pages that a researcher names one by one: of a known site, or of the collection of such pages."""

from __future__ import annotations

from collections.abc import Sequence

from archive.addresses import split_address
from archive.errors import CallError
from crawler.localhost import is_local
from crawler.registry import all_sites
from crawler.site import Site

COLLECTION = "single_pages"


def sites_of(urls: Sequence[str]) -> list[Site]:
    """Return the declared sites that the addresses belong to, and one collection for all others."""
    for url in urls:
        _require_web(url)
    known = all_sites()
    found = {site.name: site for url in urls for site in known if site.covers(url)}
    rest = [url for url in urls if not any(site.covers(url) for site in known)]
    return [*found.values(), *([_collection(rest)] if rest else [])]


def _collection(urls: Sequence[str]) -> Site:
    hosts = [split_address(url).hostname or "" for url in urls]
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
    parts = split_address(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise CallError(f"{url} is no address of a web page", remedy="Write it with http:// or https://")
    if is_local(parts.hostname) and not any(site.covers(url) for site in all_sites()):
        raise CallError(
            f"{url} is a page of this machine", remedy="Import its file: `campaign-archive import`"
        )
