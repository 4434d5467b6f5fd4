"""JEECMS: provincial groups."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extract.rules import SiteRules
from crawler.paging import Paging, Suffixed
from crawler.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Jeecms(Site):
    """Lists index.jhtml, index_2.jhtml …; articles `/tzgg/37618.jhtml`."""

    article: str = r"/\w+/\d+\.jhtml"
    paging: Paging = Suffixed(index="index.jhtml")
    rules: tuple[SiteRules, ...] = ()
