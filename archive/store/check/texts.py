"""Each article's derived rows against each other: the text, its edits, blocks, gaps and versions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from archive.model import BodySpan, Edit, Section
from archive.outline import sections_of
from archive.store.archive import Archive
from archive.store.articles.versions import content_digest
from archive.store.check.findings import REBUILD, Fault
from archive.store.rows import select, value
from archive.text import raw_text

_TEXTS = """
SELECT articles.id, url, title, body_chars, body, raw_text
FROM articles LEFT JOIN article_text ON article_text.article_id = articles.id ORDER BY articles.id
"""

_OUTSIDE = {
    "blocks": "SELECT count(*) FROM blocks WHERE article_id = ? "
    "AND NOT (0 <= start AND start <= end AND end <= ?)",
    "gaps": "SELECT count(*) FROM gaps WHERE article_id = ? AND NOT position BETWEEN 0 AND ?",
}

_BLOCKS = "SELECT kind, level, start, end FROM blocks WHERE article_id = ? ORDER BY position"
_SECTIONS = (
    "SELECT level, number, heading, start, end, parent FROM sections WHERE article_id = ? ORDER BY position"
)

_EDITS = """
SELECT rule, rule_version, start, end, removed, put, confidence FROM edits WHERE article_id = ?
ORDER BY id
"""

_VERSIONS = "SELECT title, body, content_digest FROM versions WHERE article_id = ?"


def text_faults(archive: Archive) -> Iterator[Fault]:
    """Yield the articles whose stored text is not what was derived."""
    for row in select(archive.db, _TEXTS):
        for what in _wrong(archive.db, row):
            yield Fault(f"The article {row['url']}: {what}", REBUILD)


def _wrong(db: Database, row: dict[str, Any]) -> Iterator[str]:
    if row["body"] is None:
        yield "its text is missing"
        return
    if row["body_chars"] != len(row["body"]):
        yield f"its text has {len(row['body'])} characters, but {row['body_chars']} are noted"
    for table, sql in _OUTSIDE.items():
        if outside := value(db, sql, [row["id"], len(row["body"])]):
            yield f"{outside} of its {table} lie outside of the text"
    if not _is_so_divided(db, row):
        yield "its sections are not those of its headings"
    if not _leads_back(db, row):
        yield "its text and its edits do not give back the raw text"
    yield from _wrong_versions(db, row)


def _is_so_divided(db: Database, row: dict[str, Any]) -> bool:
    blocks = [BodySpan(**block) for block in select(db, _BLOCKS, [row["id"]])]
    sections = tuple(Section(**section) for section in select(db, _SECTIONS, [row["id"]]))
    return sections == sections_of(row["body"], blocks)


def _leads_back(db: Database, row: dict[str, Any]) -> bool:
    edits = (Edit(**edit) for edit in select(db, _EDITS, [row["id"]]))
    raw: str = row["raw_text"]
    return raw_text(row["body"], edits) == raw


def _wrong_versions(db: Database, row: dict[str, Any]) -> Iterator[str]:
    versions = list(select(db, _VERSIONS, [row["id"]]))
    if any(one["content_digest"] != content_digest(one["title"], one["body"]) for one in versions):
        yield "a version does not have the digest that is noted"
    if not any((one["title"], one["body"]) == (row["title"], row["body"]) for one in versions):
        yield "its text is none of its versions"
