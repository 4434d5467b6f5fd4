"""Crawls sites in this process, several at once. Importing this loads Scrapy."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from archive.store.visit import RunReport
from crawler.archiving import Archiving, visit_saved
from crawler.registry import require_sites, site
from crawler.report import Progress
from crawler.spider import spider_class


def crawl(sites: Sequence[str], data: Path, progress: Progress | None = None) -> list[RunReport]:
    """Crawl the named sites into the archive at `data` until nothing is left to do, and return their reports.

    SIGTERM and SIGINT end it cleanly: what is under way is saved, and the runs are marked interrupted.
    An archive that can't be written any more raises its `ArchiveError` after that. Once per process, since
    the reactor can't be started twice.
    """
    process = AsyncCrawlerProcess(_settings(data))
    crawlers = [process.create_crawler(spider_class(site(name))) for name in require_sites(sites)]
    with progress or Progress() as shown:
        for crawler in crawlers:
            crawler.signals.connect(shown.saved, visit_saved)
        crawls = [process.crawl(crawler) for crawler in crawlers]
        process.start()
    for ended in crawls:
        _raise_failure(ended)
    return [Archiving.of(crawler).result() for crawler in crawlers]


def _settings(data: Path) -> Settings:
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.set("CAMPAIGN_ARCHIVE_DATA", str(data), priority="cmdline")
    return settings


def _raise_failure(crawl: asyncio.Future[None]) -> None:
    """Raise what kept a crawl from starting, if anything did."""
    if crawl.done():
        crawl.result()
