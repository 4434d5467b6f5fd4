"""EmpireCMS 帝国: industry press, essay mills."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extract.rules import SiteRules
from crawler.paging import Paging, Suffixed
from crawler.site import Site

TEMPLATES = (SiteRules(body=".article_content"), SiteRules(body=".newsShow_cont"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Empire(Site):
    """Lists index.shtml, index_2.shtml ….

    Articles `/html/2023/04/30/660719.shtml` or by channel and month.
    """

    article: str = r"/html/\d{4}/\d{2}/\d{2}/\d+\.s?html|/\w+/\w+/\d{6}/\d+\.s?html"
    paging: Paging = Suffixed(index="index.shtml")
    rules: tuple[SiteRules, ...] = TEMPLATES
