"""What the text of a page says of the crawl: where it goes on, and why there may be none."""

from __future__ import annotations

from collections.abc import Iterator

from archive.model import Extraction
from archive.store.exchange import Exchange
from archive.store.frontier import FrontierRow
from archive.store.sighting import is_sent_home
from archive.store.visit import NO_ARTICLE, FrontierLink, VisitKind
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


def why_no_text(row: FrontierRow, exchange: Exchange, extraction: Extraction) -> str | None:
    """Return why a page gave no text; None where it did, or needs none."""
    if row.kind == "article" and is_sent_home(row.url, exchange.url):
        return "is sent to the home page, as what was taken away often is"
    if extraction.kind == "article" or row.kind == "attachment":
        return None
    if extraction.kind == "not_found":
        return "says that there is no such page, though with status 200"
    return NO_ARTICLE.format(extraction.kind.replace("_", " "))
