"""Hanweb 大汉 JPage: provincial governments, ceec.net.cn, powerchina.cn."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extract.rules import SiteRules
from crawler.paging import DataProxy, Paging
from crawler.site import Site

TEMPLATES = (SiteRules(body="#zoom"), SiteRules(body=".article_zoom"))


@dataclass(frozen=True, slots=True, kw_only=True)
class JPage(Site):
    """Lists `/col/col11769/index.html`, whose rows come from a data proxy.

    Articles `/art/2017/11/12/art_1_2.html`.
    """

    article: str = r"/art/\d{4}/\d{1,2}/\d{1,2}/art_\d+_\d+\.html"
    paging: Paging = DataProxy()
    rules: tuple[SiteRules, ...] = TEMPLATES
