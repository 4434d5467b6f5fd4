"""ASP.NET with the AspNetPager control."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extract.rules import SiteRules
from crawler.paging import Paging, Postback
from crawler.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class AspNetPager(Site):
    """Lists whose pager posts back; a site that pages by address says `paging=Query("page")`."""

    article: str = r"/[\w/]*(?:show|detail|view|content)\w*\.aspx\?\w+=\w+"
    paging: Paging = Postback()
    rules: tuple[SiteRules, ...] = ()
