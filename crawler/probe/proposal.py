"""What a probe proposes, and what it is not sure of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.addresses import split_address
from archive.extract.rules import SiteRules
from archive.fold import fold
from archive.model import Capture, Extraction
from crawler.probe.dialects import Dialect
from crawler.probe.loaded import Hidden
from crawler.site import Site, SiteKind

_KINDS: tuple[tuple[str, SiteKind], ...] = (
    (r"矿务局", "mine"),
    (r"委员会|政府|局|厅|国资委", "government"),
    (r"协会|联合会|学会", "association"),
    (r"矿$|矿业|煤矿", "mine"),
    (r"文秘|范文|文库|文档", "essay_mill"),
    (r"网|报|新闻|资讯", "industry_press"),
)
_DOMAIN = re.compile(r"(?:com|net|org|gov|edu)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A definition that was tried on a few pages of its site."""

    url: str
    title: str
    start: tuple[str, ...]
    article: str
    dialect: Dialect
    articles: tuple[str, ...]
    """Addresses of the articles on the list pages that were seen."""
    listing: str | None = None
    """Pattern of lists that further lists lead to."""
    items: str | None = None
    """Selector of the rows, where links beside them have the form of articles."""
    hidden: Hidden | None = None
    """How articles are told that no list links to."""
    list_page: Capture
    samples: tuple[tuple[Capture, Extraction], ...]
    rules: SiteRules | None = None
    """Selectors of body, title and byline as far as they are sure; None: the general reader finds all."""
    doubts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Name of the file: `ccoalnews` for www.ccoalnews.com, `gzw_shandong` for gzw.shandong.gov.cn."""
        labels = (split_address(self.url).hostname or "").removeprefix("www.").split(".")[:-1]
        while len(labels) > 1 and _DOMAIN.fullmatch(labels[-1]):
            labels.pop()
        name = re.sub(r"\W", "_", "_".join(labels) or "site")
        return name if name.isidentifier() else f"site_{name}"

    @property
    def home(self) -> str:
        """Address of the home page."""
        parts = split_address(self.url)
        return f"{parts.scheme}://{parts.netloc}/"

    @property
    def hosts(self) -> tuple[str, ...]:
        """Further hosts of lists and articles: dj.example.com."""
        own = split_address(self.url).hostname
        named = (split_address(url).hostname for url in (*self.start, *self.articles))
        return tuple(dict.fromkeys(host for host in named if host and host != own))

    @property
    def kind(self) -> SiteKind:
        """Guessed by the site's name; state-owned enterprise where that tells nothing."""
        if (split_address(self.url).hostname or "").endswith(".gov.cn"):
            return "government"
        return next((kind for pattern, kind in _KINDS if re.search(pattern, fold(self.title))), "soe")

    @property
    def site(self) -> Site:
        """The definition, to crawl with."""
        return Site(
            name=self.name,
            title=self.title,
            home=self.home,
            kind=self.kind,
            start=self.start,
            article=self.article,
            listing=self.listing,
            items=self.items or "body",
            scripted=self.hidden.pattern if self.hidden else None,
            scripted_form=self.hidden.form if self.hidden else "{}",
            hosts=self.hosts,
            paging=self.dialect.paging,
            rules=(self.rules,) if self.rules else (),
        )
