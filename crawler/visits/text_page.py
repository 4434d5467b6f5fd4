"""What the text of a page says of the crawl: where it goes on."""

from __future__ import annotations

from collections.abc import Iterator

from archive.model import Extraction
from archive.store.frontier import FrontierRow
from archive.store.visit import FrontierLink, VisitKind
from crawler.site import Site


def further(site: Site, row: FrontierRow, extraction: Extraction) -> Iterator[FrontierLink]:
    """Yield the next page of the article, and its files; a vendor's files are articles themselves."""
    if extraction.next_part and site.covers(extraction.next_part):
        yield FrontierLink(url=extraction.next_part, kind="part", selection=row.selection)
    for file in extraction.files:
        if site.covers(file.url) and row.kind != "attachment":
            is_article = site.kind_of(file.url) == "article"
            kind: VisitKind = "article" if is_article else "attachment"
            yield FrontierLink(url=file.url, kind=kind, selection=row.selection)
