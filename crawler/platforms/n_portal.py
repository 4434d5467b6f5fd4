"""Portals whose folders are numbers: sasac.gov.cn, chinagoldgroup.com, chng.com.cn."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extract.rules import SiteRules
from crawler.paging import CountDown, Paging
from crawler.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class NPortal(Site):
    """Lists `/n4/n62/index.html`, then `index_1281_44.html`, counting down.

    The script says `maxPageNum = 45`; 1281 stands for the channel. Articles `/n4/n62/c9767336/content.html`.
    """

    article: str = r"(?:/n\d+)+/c\d+/content\.html"
    paging: Paging = CountDown(r"index_\d+_(\d+)\.html", total=r"maxPageNum\d*\s*=\s*[\"']?(\d+)")
    rules: tuple[SiteRules, ...] = ()
