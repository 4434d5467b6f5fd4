"""Plain files: newspapers and sites whose system leaves no mark."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extract.rules import SiteRules
from crawler.paging import Paging, Suffixed
from crawler.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticLists(Site):
    """Lists yaowen.html, yaowen_2.html …; articles `/news/201903/01/c100702.html`."""

    article: str = r"(?:/\w+)?/\d{6}/\d{2}/c?\d+\.s?html?"
    paging: Paging = Suffixed()
    rules: tuple[SiteRules, ...] = ()
