"""Crawls sites in this process, several at once. Importing this loads Scrapy."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Sequence
from pathlib import Path

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from archive.store.removal import require_not_removed
from archive.store.visit import RunReport
from crawler.archiving import Archiving, cleaned_again, visit_saved
from crawler.plan import SETTING, WALK, Plan
from crawler.progress import Progress
from crawler.site import Site
from crawler.spider import spider_class


def crawl_sites(
    sites: Sequence[Site], data: Path, progress: Progress | None = None, plan: Plan = WALK
) -> list[RunReport]:
    """Crawl sites, declared in spiders/ or not, into the archive at `data`, and return their reports.

    `CallError` where the plan names a page that was removed.

    SIGTERM and SIGINT end it cleanly: what is under way is saved, and the runs are marked interrupted.
    An archive that can't be written any more raises its `ArchiveError` after that. Once per process, since
    the reactor can't be started twice.
    """
    require_not_removed(data, plan.pages)
    process = AsyncCrawlerProcess(crawl_settings(data, plan))
    crawlers = [process.create_crawler(spider_class(declared)) for declared in sites]
    with progress or Progress() as shown:
        for crawler in crawlers:
            crawler.signals.connect(shown.saved, visit_saved)
            crawler.signals.connect(shown.cleaned, cleaned_again)
        crawls = [process.crawl(crawler) for crawler in crawlers]
        # What is loaded by now lives as long as the crawl: the collector need not look through it meanwhile.
        gc.freeze()
        process.start()
    for ended in crawls:
        raise_failure(ended)
    return [Archiving.of(crawler).result() for crawler in crawlers]


def crawl_settings(data: Path, plan: Plan = WALK) -> Settings:
    """Return Scrapy's settings for a crawl into the archive at `data`."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.set("CAMPAIGN_ARCHIVE_DATA", str(data), priority="cmdline")
    settings.set(SETTING, plan, priority="cmdline")
    return settings


def raise_failure(crawl: asyncio.Future[None]) -> None:
    """Raise what kept a crawl from starting, if anything did."""
    if crawl.done():
        crawl.result()
