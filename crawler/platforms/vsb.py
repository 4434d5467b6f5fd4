"""VSB 博达: mines and their groups, vocational colleges."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extract.rules import SiteRules
from crawler.site import Site

TEMPLATES = (SiteRules(body=".v_news_content"), SiteRules(body="[id^=vsb_content]"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vsb(Site):
    """Lists tzgg.htm, then tzgg/44.htm … tzgg/1.htm, linked by 下页; articles `/info/1009/47856.htm`."""

    article: str = r"/info/\d{4}/\d+\.htm"
    rules: tuple[SiteRules, ...] = TEMPLATES
