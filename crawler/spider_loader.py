"""Shows Scrapy the sites as spiders: `scrapy list` and `scrapy crawl NAME` work beside our own command."""

from __future__ import annotations

import builtins
from typing import Self

from scrapy import Request
from scrapy.settings import BaseSettings

from archive.errors import CallError
from crawler.registry import all_sites, site, site_names
from crawler.spider import SiteSpider, spider_class


class SiteLoader:
    """Scrapy's spider loader interface over `crawler.registry`."""

    @classmethod
    def from_settings(cls, _settings: BaseSettings) -> Self:
        """Return a loader; the settings say nothing that it needs."""
        return cls()

    def load(self, spider_name: str) -> type[SiteSpider]:
        """Return the spider of a site; KeyError, as Scrapy asks, for an unknown name."""
        try:
            return spider_class(site(spider_name))
        except CallError as error:
            raise KeyError(str(error)) from None

    def list(self) -> builtins.list[str]:
        """Return the names of all sites."""
        return [*site_names()]

    def find_by_request(self, request: Request) -> builtins.list[str]:
        """Return the names of the sites that an address belongs to."""
        return [known.name for known in all_sites() if known.covers(request.url)]
