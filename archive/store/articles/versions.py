"""The versions of an article: the distinct clean texts that its site showed at its address."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from archive.model import Cleaned, HostLines
from archive.store.rows import insert, select
from archive.store.visit import Saved
from archive.text.host_lines import cut

_CURRENT = """
SELECT versions.id, versions.capture_id, versions.content_digest
FROM versions JOIN articles ON articles.id = versions.article_id
JOIN article_text ON article_text.article_id = articles.id
WHERE articles.id = ? AND versions.title IS articles.title AND versions.body = article_text.body
"""

_SEEN_TO = "UPDATE versions SET seen_to = max(seen_to, ?) WHERE id = ?"
_SEEN_FROM = "UPDATE versions SET capture_id = ?, seen_from = ? WHERE id = ? AND seen_from > ?"

_BODIES = """
SELECT * FROM versions WHERE article_id = (SELECT article_id FROM versions WHERE id = ?) ORDER BY id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A row of `versions`, without its text."""

    id: int
    capture_id: int
    content_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The capture that is being saved."""

    capture_id: int
    captured_at: str


def content_digest(title: str | None, body: str) -> str:
    """Return `sha256:<hex>` of title, line break and body: what tells one version of a text from another."""
    text = f"{title or ''}\n{body}"
    return f"sha256:{hashlib.sha256(text.encode('utf-8')).hexdigest()}"


def digest_of(text: Cleaned) -> str:
    """Return the digest of the version that a text is."""
    return content_digest(text.title, text.body)


def current_version(db: Database, article_id: int) -> Version:
    """Return the version that the article's title and body are."""
    (row,) = select(db, _CURRENT, [article_id])
    return Version(**row)


def follow_version(db: Database, article_id: int, before: Version, text: Cleaned, moment: Moment) -> Saved:
    """Write that the site now shows `text` where it showed `before`."""
    known = _known(db, article_id, text)
    if known is None:
        add_version(db, article_id, text, moment)
    else:
        _add_edges(db, known, text)
        see_version(db, known, moment)
    return "unchanged" if known == before.id else "changed"


def correct_version(db: Database, article_id: int, before: Version, text: Cleaned, moment: Moment) -> Saved:
    """Write that what was taken for the version `before` is really `text`."""
    known = _known(db, article_id, text)
    if known is None:
        db.table("versions").update(before.id, _content(text))
    elif known != before.id:
        db.table("versions").delete(before.id)
    if known is not None:
        _add_edges(db, known, text)
    see_version(db, before.id if known is None else known, moment)
    return "unchanged"


def see_version(db: Database, version_id: int, moment: Moment) -> None:
    """Write that the site showed this version at `moment`."""
    db.execute(_SEEN_TO, [moment.captured_at, version_id])


def see_earlier(db: Database, article_id: int, text: Cleaned | None, moment: Moment) -> Saved:
    """Write that the site showed `text`, or the current version, at a moment before it was last seen."""
    known = _known(db, article_id, text) if text else current_version(db, article_id).id
    if known is None and text:
        add_version(db, article_id, text, moment)
        return "changed"
    if text and known:
        _add_edges(db, known, text)
    db.execute(_SEEN_FROM, [moment.capture_id, moment.captured_at, known, moment.captured_at])
    db.execute(_SEEN_TO, [moment.captured_at, known])
    return "unchanged"


def restate_versions(db: Database, current: Version, text: Cleaned | None, host_lines: HostLines) -> None:
    """Write what the versions of an article are without the lines of its host; equal ones become one.

    `text` is what `current` has become; None where it shows none of them.
    """
    rows = list(select(db, _BODIES, [current.id]))
    contents = [
        {**_content(text), "edge_lines": row["edge_lines"]}
        if text and row["id"] == current.id
        else _cut_content(row, host_lines)
        for row in rows
    ]
    groups = defaultdict[Any, list[int]](list)
    for number, content in enumerate(contents):
        groups[content["content_digest"]].append(number)
    if all(row.items() >= content.items() for row, content in zip(rows, contents, strict=True)):
        return
    for row in rows:
        db.table("versions").delete(row["id"])
    for group in groups.values():
        first = min((rows[number] for number in group), key=lambda row: (row["seen_from"], row["id"]))
        seen_to = max(rows[number]["seen_to"] for number in group)
        edges = _union(contents[number]["edge_lines"] for number in group)
        insert(db, "versions", {**first, **contents[group[0]], "seen_to": seen_to, "edge_lines": edges})


def _add_edges(db: Database, version_id: int, text: Cleaned) -> None:
    """Note lines that the site now prints around a text that is known."""
    row = db.table("versions").get(version_id)
    edges = _union([row["edge_lines"], *text.edges.lines])
    if edges != row["edge_lines"]:
        db.table("versions").update(version_id, {"edge_lines": edges})


def _union(edge_lines: Iterable[str]) -> str:
    lines = (line for lines in edge_lines for line in lines.split("\n") if line)
    return "\n".join(dict.fromkeys(lines))


def _cut_content(row: dict[str, Any], host_lines: HostLines) -> dict[str, Any]:
    uncut = row["uncut_body"] or row["body"]
    body = cut(uncut, host_lines, [int(seam) for seam in row["seams"].split()])
    return {
        **_content_of(row["title"], body),
        "uncut_body": uncut if body != uncut else None,
        "edge_lines": row["edge_lines"],
        "seams": row["seams"],
    }


def _known(db: Database, article_id: int, text: Cleaned) -> int | None:
    same = "SELECT id FROM versions WHERE article_id = ? AND content_digest = ?"
    rows = select(db, same, [article_id, digest_of(text)])
    return next((row["id"] for row in rows), None)


def add_version(db: Database, article_id: int, text: Cleaned, moment: Moment) -> None:
    """Write a version that the article does not have yet."""
    seen = {"capture_id": moment.capture_id, "seen_from": moment.captured_at, "seen_to": moment.captured_at}
    insert(db, "versions", {"article_id": article_id, **_content(text), **seen})


def _content(text: Cleaned) -> dict[str, Any]:
    edges = {
        "uncut_body": text.edges.uncut_body,
        "edge_lines": "\n".join(text.edges.lines),
        "seams": " ".join(map(str, text.edges.seams)),
    }
    return {**_content_of(text.title, text.body), **edges}


def _content_of(title: str | None, body: str) -> dict[str, Any]:
    return {"content_digest": content_digest(title, body), "title": title, "body": body}
