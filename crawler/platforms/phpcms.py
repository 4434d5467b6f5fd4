"""PHPCMS v9: associations and trade sites, many of them in GBK."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extract.rules import SiteRules
from crawler.site import Site

TEMPLATES = (SiteRules(title="#Article h1", body="#Article .content"), SiteRules(body=".content"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phpcms(Site):
    """Lists `list-60-1.html` or `index.php?…&a=lists&catid=60&page=2`, with a link 下一页.

    Articles `show-60-74553-1.html` or `index.php?m=content&c=index&a=show&catid=60&id=74553`.
    """

    article: str = r"/index\.php\?m=content&c=index&a=show&catid=\d+&id=\d+|/show-\d+-\d+-1\.html"
    rules: tuple[SiteRules, ...] = TEMPLATES
