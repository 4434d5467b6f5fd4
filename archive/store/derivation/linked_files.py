"""The files that an article links to, with the text of those that were fetched already."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlite_utils import Database

from archive.addresses import spellings
from archive.errors import InputError
from archive.model import FileLink
from archive.store.articles.changes import LinkedFile
from archive.store.derivation.pages import Pages
from archive.store.rows import select

_FETCHED = """
SELECT attachments.capture_id, attachments.text
FROM attachments CROSS JOIN articles ON articles.id = article_id
WHERE attachments.url IN (SELECT value FROM json_each(?)) AND site = ? AND capture_id IS NOT NULL
ORDER BY attachments.url = ? DESC LIMIT 1
"""

_NEWEST_FILE = """
SELECT captures.* FROM captures CROSS JOIN runs ON runs.id = captures.run_id
WHERE requested_url IN (SELECT value FROM json_each(?))
AND captures.kind = 'attachment' AND status = 200 AND site = ?
ORDER BY requested_url = ? DESC,
  runs.kind = 'import', iif(runs.kind = 'import', captured_at, '') DESC, captures.id DESC LIMIT 1
"""


def linked_files(db: Database, site: str, pages: Pages, files: Iterable[FileLink]) -> tuple[LinkedFile, ...]:
    """Return the files as the article keeps them; `pages` reads the captures of its site."""
    return tuple(_linked(db, site, pages, file) for file in files)


def _linked(db: Database, site: str, pages: Pages, file: FileLink) -> LinkedFile:
    """What is known of a file: beside another article, or only in a capture."""
    wanted = [json.dumps(spellings(file.url)), site, file.url]
    for row in select(db, _FETCHED, wanted):
        return LinkedFile(url=file.url, name=file.name, capture_id=row["capture_id"], text=row["text"])
    for row in select(db, _NEWEST_FILE, wanted):
        text = _text_of(pages, row["warc_file"], row["warc_offset"])
        return LinkedFile(url=file.url, name=file.name, capture_id=row["id"], text=text)
    return LinkedFile(url=file.url, name=file.name, capture_id=None, text=None)


def _text_of(pages: Pages, warc_file: str, offset: int) -> str | None:
    try:
        extraction = pages.extraction(warc_file, offset)
    except InputError:
        return None
    return extraction.text if extraction.kind == "article" else None
