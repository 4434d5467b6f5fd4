"""The pages of articles, and the captures that show them.

An article is its first page, then the newest good capture of the page that the first names as its next,
and so on. So it does not matter in which order, or in how many runs, the pages were fetched.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from archive import article
from archive.addresses import spellings
from archive.extract.rules import Rules, versions
from archive.model import Extraction
from archive.store.articles.changes import ReadPage
from archive.store.rows import select
from archive.store.sighting import Sighting
from archive.store.warc import reader

MOST_PAGES = 100
"""A text over more pages than this is a circle of links."""

_NEWEST_PART = """
SELECT captures.* FROM captures CROSS JOIN runs ON runs.id = captures.run_id
WHERE captures.requested_url IN (SELECT value FROM json_each(?)) AND captures.kind = 'part' AND runs.site = ?
AND (captures.status = 200 OR captures.record_type = 'conversion')
ORDER BY captures.requested_url = ? DESC,
  runs.kind = 'import', iif(runs.kind = 'import', captured_at, '') DESC, captures.id DESC LIMIT 1
"""

_STORED = """
SELECT capture_id, last_capture_id, payload_digest, warc_file, warc_offset
FROM article_captures JOIN captures ON captures.id = article_captures.capture_id
WHERE article_id = ? ORDER BY position
"""

_NAMED_BY = """
SELECT article_id, position + 1 AS position
FROM article_captures JOIN articles ON articles.id = article_id
WHERE next_part = ? AND site = ? ORDER BY article_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """A page of an article as the archive has it; see the tables article_captures and captures."""

    capture_id: int
    last_capture_id: int
    payload_digest: str
    warc_file: str
    warc_offset: int


class Pages:
    """The pages of one site's articles, read back with the site's rules as they are today."""

    def __init__(self, db: Database, site: str, warc_directory: Path, rules: Rules) -> None:
        self._db = db
        self._site = site
        self._warc_directory = warc_directory
        self._rules = versions(rules)

    def extraction(self, warc_file: str, offset: int) -> Extraction:
        """Return what a reader makes of one record; raises `DamageError` where it is not intact."""
        found = reader.read(self._warc_directory / warc_file, offset)
        return article.read(found.record.exchange.capture(), self._rules)

    def named_by(self, url: str) -> list[tuple[int, int]]:
        """Return the articles that name `url` as a further page, and its position in each."""
        rows = select(self._db, _NAMED_BY, [url, self._site])
        return [(row["article_id"], row["position"]) for row in rows]

    def stored(self, article_id: int) -> list[StoredPage]:
        """Return the pages that an article is made of, in reading order."""
        return [StoredPage(**row) for row in select(self._db, _STORED, [article_id])]

    def read(self, page: StoredPage) -> ReadPage:
        """Read a page again, with today's rules."""
        extraction = self.extraction(page.warc_file, page.warc_offset)
        return ReadPage(capture_id=page.capture_id, extraction=extraction)

    def all_from(self, first: ReadPage, seen: Sighting) -> tuple[ReadPage, ...]:
        """Return `first` and the pages that follow it; one of them may be the one in `seen`."""
        pages, asked = [first], set[str]()
        while (url := pages[-1].extraction.next_part) and url not in asked and len(pages) < MOST_PAGES:
            asked.add(url)
            page = self._next(url, seen)
            if page is None or page.extraction.kind != "article":
                break
            pages.append(page)
        return tuple(pages)

    def _next(self, url: str, seen: Sighting) -> ReadPage | None:
        if seen.kind == "part" and seen.extraction and url == seen.requested_url:
            return ReadPage(capture_id=None, extraction=seen.extraction)
        for row in select(self._db, _NEWEST_PART, [json.dumps(spellings(url)), self._site, url]):
            extraction = self.extraction(row["warc_file"], row["warc_offset"])
            return ReadPage(capture_id=row["id"], extraction=extraction)
        return None
