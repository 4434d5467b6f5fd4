"""Each article's derived rows against each other: the text, its edits, blocks, gaps and versions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from archive.model import BodySpan, Edit, Section
from archive.outline import sections_of
from archive.store import made_by
from archive.store.archive import Archive
from archive.store.articles.versions import content_digest
from archive.store.check.findings import REBUILD, Fault, Finding, Remark
from archive.store.rows import select, value
from archive.text import raw_text
from archive.text.rule_order import MEASURES, RULES

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


_CLEANED_BY = """
SELECT count(DISTINCT article_id) FROM edits
WHERE (rule, rule_version) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))
"""


def text_findings(archive: Archive) -> Iterator[Finding]:
    """Yield the articles whose stored text is not what was derived, and how many older rules made."""
    is_of_today = made_by.is_of_today(archive.db, "sections")
    divided = 0
    for row in select(archive.db, _TEXTS):
        for what in _wrong(archive.db, row):
            yield Fault(f"The article {row['url']}: {what}", REBUILD)
        if row["body"] is not None and not _is_so_divided(archive.db, row):
            divided += 1
            if is_of_today:
                yield Fault(f"The article {row['url']}: its sections are not those of its headings", REBUILD)
    if divided and not is_of_today:
        yield Remark(f"The sections of {divided} articles were made by older rules", REBUILD)
    yield from _cleaned_before(archive.db)


def _cleaned_before(db: Database) -> Iterator[Remark]:
    """Texts in which a rule was at work that is another one today; the newer one may find more elsewhere."""
    today = {rule.id.name: rule.id.version for rule in (*RULES, *MEASURES)}
    found = db.execute("SELECT DISTINCT rule, rule_version FROM edits ORDER BY rule").fetchall()
    older = [(name, version) for name, version in found if today.get(name, version) != version]
    if older:
        count, names = value(db, _CLEANED_BY, [json.dumps(older)]), sorted({name for name, _ in older})
        yield Remark(f"{count} articles were cleaned by older rules ({', '.join(names)})", REBUILD)


def _wrong(db: Database, row: dict[str, Any]) -> Iterator[str]:
    if row["body"] is None:
        yield "its text is missing"
        return
    if row["body_chars"] != len(row["body"]):
        yield f"its text has {len(row['body'])} characters, but {row['body_chars']} are noted"
    for table, sql in _OUTSIDE.items():
        if outside := value(db, sql, [row["id"], len(row["body"])]):
            yield f"{outside} of its {table} lie outside of the text"
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
