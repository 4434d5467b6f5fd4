"""Discuz! forums."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extract.rules import SiteRules
from crawler.paging import Paging, Query
from crawler.site import Site

TEMPLATES = (SiteRules(title="#thread_subject", byline=".authorinfo em", body=".t_f, [id^=postmessage_]"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discuz(Site):
    """Lists `forum.php?…&page=2`; articles `forum.php?mod=viewthread&tid=7` or `thread-7-1-1.html`."""

    article: str = r"/forum\.php\?mod=viewthread&tid=\d+|/thread-\d+-1-1\.html"
    paging: Paging = Query("page")
    rules: tuple[SiteRules, ...] = TEMPLATES
