"""What must be said of a web site so that it can be crawled: one frozen declaration a site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Literal, TypeAlias

from archive.extract.rules import SiteRules
from archive.store.visit import SiteRow
from crawler.address import host_of, in_ascii, target_of
from crawler.localhost import is_local
from crawler.paging import FOUND_ON_PAGE, ListPage, Paging

SiteKind: TypeAlias = Literal[
    "soe", "mine", "government", "association", "industry_press", "essay_mill", "vendor", "mirror", "imported"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One site. Only what can't be found on its pages stands here."""

    name: str
    """Short name; the file in spiders/ has the same one."""
    title: str
    """What the site calls itself: 淮北矿业."""
    home: str
    """Address of its home page; its host is the one that is crawled."""
    kind: SiteKind
    start: tuple[str, ...]
    """List pages (栏目) to begin at."""
    channels: tuple[str, ...] = ()
    """Those of `start` that hold campaign material only (党建, 安全生产月): all they list is kept; of the
    other lists, what is campaign material by `archive.catalogue.relevance`."""
    article: str
    r"""Pattern of the whole path and query of an article: `/info/\d{4}/\d+\.htm`."""
    unwanted_titles: str | None = None
    """Pattern of link texts (招标公告|中标) whose pages aren't even fetched, except from `channels`.
    None: every page is fetched, and judged by its text."""
    listing: str | None = None
    """Pattern of the path and query of further lists that lists link to; None: only `start` and its pages."""
    items: str = "body"
    """CSS of the part(s) of a list page whose links count; narrow it where 相关文章 stand beside the list."""
    scripted: str | None = None
    """Pattern whose first group is an address in the source, for lists that hold no links but a script."""
    scripted_form: str = "{}"
    """The address that this group is a part of: `/detail.html?id={}` where rows have numbers only."""
    least_items: int = 1
    """Articles that each page of `start` links to at least; fewer is warned of, since the layout changed."""
    paging: Paging = FOUND_ON_PAGE
    """How the next page of a list is found."""
    rules: tuple[SiteRules, ...] = ()
    """Selectors of article pages, the newest template first; empty: found by the general reader."""
    browser: Literal["never", "shells"] = "never"
    """`shells`: pages that are empty until their scripts have run are shown to a browser. It runs the site's
    code and asks for ten times as much, so only for a site that was seen to need it."""
    delay: float = 2.0
    """Seconds between two requests, ± half; robots.txt may ask for more."""
    hosts: tuple[str, ...] = ()
    """Further host names whose pages belong to the site."""
    verified: str | None = None
    """Day on which the definition was seen to work on the live site; None: written after `notes` only."""
    notes: str | None = None
    """Where the definition comes from, and its year."""

    @property
    def is_local(self) -> bool:
        """Whether it is served by this machine (`*.localhost`), so that nobody has to be told who crawls."""
        return all(map(is_local, self._hosts))

    @property
    def row(self) -> SiteRow:
        """The site as the archive keeps it."""
        return SiteRow(name=self.name, title=self.title, home=self.home, kind=self.kind, notes=self.notes)

    @property
    def charset(self) -> str | None:
        """The newest template's; None: decided by evidence, page by page."""
        return self.rules[0].charset if self.rules else None

    @property
    def list_rules(self) -> str:
        """A digest of all by which the site's lists are read, the same in every process."""
        lists = (self.article, self.listing, self.items, self.scripted, self.scripted_form, self.hosts)
        # A dialect of the site's own may have no `__repr__`.
        paging = re.sub(r" at 0x[0-9a-f]+", "", repr(self.paging))
        return sha256(f"{lists} {paging}".encode()).hexdigest()[:16]

    def covers(self, url: str) -> bool:
        """Tell whether an address is one of this site's: http or https, and its host or a `www.` of it."""
        host = host_of(url)
        return host is not None and _bare(host) in self._hosts

    def addresses(self, page: ListPage) -> Iterator[str]:
        """Yield the addresses that a list page of this site leads to."""
        yield from page.links(self.items)
        if self.scripted:
            yield from page.scripted(self.scripted, self.scripted_form)

    def unwanted(self, page: ListPage) -> dict[str, str]:
        """Return the addresses on a list page that `unwanted_titles` refuses, with the link's text."""
        if self.unwanted_titles is None:
            return {}
        titles = page.titles(self.items)
        return {url: title for url, title in titles.items() if re.search(self.unwanted_titles, title)}

    def kind_of(self, url: str) -> Literal["article", "listing"] | None:
        """Tell what an address on a list page leads to; None when it is not to be visited."""
        if not self.covers(url):
            return None
        target = target_of(url)
        if re.fullmatch(self.article, target):
            return "article"
        return "listing" if self.listing and re.fullmatch(self.listing, target) else None

    @property
    def _hosts(self) -> frozenset[str]:
        return _hosts((self.home, *self.start), self.hosts)


@cache
def _hosts(addresses: tuple[str, ...], more: tuple[str, ...]) -> frozenset[str]:
    """Asked for each link of each page."""
    return frozenset(map(_bare, (*map(host_of, addresses), *map(in_ascii, more))))


def _bare(host: str | None) -> str:
    return (host or "").removeprefix("www.")
