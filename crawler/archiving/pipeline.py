"""The only pipeline: a spider's item goes to the archive."""

from __future__ import annotations

from typing import Self

from scrapy.crawler import Crawler

from archive.store.visit import Visit
from crawler.archiving.archiving import Archiving


class ArchivePipeline:
    """Saves each visit."""

    def __init__(self, archiving: Archiving) -> None:
        self._archiving = archiving

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Share the archive that the crawler's `Archiving` has opened."""
        return cls(Archiving.of(crawler))

    def process_item(self, item: Visit) -> Visit:
        """Commit the page, its text and the links found on it, together."""
        self._archiving.save(item)
        return item
