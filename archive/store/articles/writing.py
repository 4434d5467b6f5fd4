"""Writing what a capture changes: the article, the rows that hang on it, and the search index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from archive.model import NO_HOST_LINES, HostLines
from archive.search import index
from archive.store import copies, made_by
from archive.store.articles.changes import Change, Earlier, FileText, Gone, Seen, Text
from archive.store.articles.parts import part_texts, parts_of
from archive.store.articles.permalink import key_of, part_key
from archive.store.articles.takedowns import begin_takedown, end_takedown
from archive.store.articles.texts import article_columns, insert_text, replace_text
from archive.store.articles.versions import (
    Moment,
    add_version,
    correct_version,
    current_version,
    follow_version,
    restate_versions,
    see_earlier,
    see_version,
)
from archive.store.rows import insert, select
from archive.store.visit import Saved

_LINKING = """
SELECT attachments.id, article_id FROM attachments JOIN articles ON articles.id = article_id
WHERE attachments.url = ? AND site = ? ORDER BY attachments.id
"""

_SEEN_EARLIER = (
    "UPDATE articles SET first_seen = min(first_seen, :at), last_seen = max(last_seen, :at) WHERE id = :id"
)


def write_change(db: Database, change: Change, site: str, moment: Moment) -> Saved:
    """Write one change that the capture at `moment` makes; within a transaction of the caller."""
    match change:
        case Text():
            return _write_text(db, change, site, moment)
        case Seen():
            return _see(db, change, moment)
        case Earlier():
            return _see_earlier(db, change, moment)
        case Gone():
            _mark_gone(db, change, moment)
        case FileText():
            _write_file(db, change, site, moment)
    return "recorded"


def _write_text(db: Database, text: Text, site: str, moment: Moment) -> Saved:
    """Write a text, and the essays that it merges."""
    made_by.forget(db, "of_site", site)
    if text.article_id is None:
        article_id, saved = _insert(db, text, site, moment)
    else:
        copies.remove(db, text.article_id)
        article_id, saved = text.article_id, _replace(db, text.article_id, text, moment)
    for part in part_texts(db, article_id, text):
        _write_text(db, part, site, moment)
    copies.add(db, article_id)
    return saved


def write_again(db: Database, text: Text, site: str, moment: Moment, host_lines: HostLines) -> None:
    """Write what was made anew, with `host_lines`, of an article's pages; nothing was seen meanwhile."""
    if text.article_id is None:
        _write_text(db, text, site, moment)
        return
    copies.remove(db, text.article_id)
    _rewrite(db, text.article_id, text, moment, host_lines)
    for part in part_texts(db, text.article_id, text):
        write_again(db, part, site, moment, NO_HOST_LINES)
    copies.add(db, text.article_id)


def _insert(db: Database, text: Text, site: str, moment: Moment) -> tuple[int, Saved]:
    url = text.article.url
    key = key_of(url) if text.part_of_id is None else part_key(url)
    names = {"key": key, "url": url, "site": site, "part_of_id": text.part_of_id}
    seen = {"first_seen": moment.captured_at, "last_seen": moment.captured_at}
    article_id = insert(db, "articles", {**article_columns(text.article, moment), **names, **seen})
    insert_text(db, article_id, text, {}, moment)
    index.add(db.conn, article_id)
    add_version(db, article_id, text.article.cleaned, moment)
    return article_id, "new"


def _replace(db: Database, article_id: int, text: Text, moment: Moment) -> Saved:
    before = current_version(db, article_id)
    end_takedown(db, article_id, moment)
    seen = {"last_seen": moment.captured_at, "gone_at": None}
    _replace_rows(db, article_id, text, {**article_columns(text.article, moment), **seen}, moment)
    write = correct_version if text.corrects else follow_version
    saved = write(db, article_id, before, text.article.cleaned, moment)
    return saved if text.position == 0 or saved == "changed" else "recorded"


def _rewrite(db: Database, article_id: int, text: Text, moment: Moment, host_lines: HostLines) -> None:
    before = current_version(db, article_id)
    row = article_columns(text.article, moment)
    del row["views_seen_on"]
    _replace_rows(db, article_id, text, row, moment)
    restate_versions(db, before, text.article.cleaned, host_lines)


def _replace_rows(db: Database, article_id: int, text: Text, row: dict[str, Any], moment: Moment) -> None:
    with _reindexed(db, [article_id]):
        db.table("articles").update(article_id, row)
        replace_text(db, article_id, text, moment)


def _see(db: Database, seen: Seen, moment: Moment) -> Saved:
    for part_id in parts_of(db, seen.article_id):
        _see(db, replace(seen, article_id=part_id), moment)
    end_takedown(db, seen.article_id, moment)
    db.execute(
        "UPDATE articles SET last_seen = max(last_seen, ?), gone_at = NULL WHERE id = ?",
        [moment.captured_at, seen.article_id],
    )
    db.execute(
        "UPDATE article_captures SET last_capture_id = ? WHERE article_id = ? AND position = ?",
        [moment.capture_id, seen.article_id, seen.position],
    )
    see_version(db, current_version(db, seen.article_id).id, moment)
    return "recorded" if seen.position else "unchanged"


def _see_earlier(db: Database, earlier: Earlier, moment: Moment) -> Saved:
    if earlier.text is None:
        for part_id in parts_of(db, earlier.article_id):
            _see_earlier(db, replace(earlier, article_id=part_id), moment)
    db.execute(_SEEN_EARLIER, {"at": moment.captured_at, "id": earlier.article_id})
    return see_earlier(db, earlier.article_id, earlier.text, moment)


def _mark_gone(db: Database, gone: Gone, moment: Moment) -> None:
    for article_id in (gone.article_id, *parts_of(db, gone.article_id)):
        begin_takedown(db, article_id, gone.how, moment)


def _write_file(db: Database, file: FileText, site: str, moment: Moment) -> None:
    articles = {row["id"]: row["article_id"] for row in select(db, _LINKING, [file.url, site])}
    with _reindexed(db, articles.values()):
        for attachment_id in articles:
            db.table("attachments").update(
                attachment_id, {"capture_id": moment.capture_id, "text": file.text}
            )


@contextmanager
def _reindexed(db: Database, article_ids: Iterable[int]) -> Iterator[None]:
    """A contentless index forgets a text only when it is told exactly what it was told before."""
    ids = list(dict.fromkeys(article_ids))
    for article_id in ids:
        index.remove(db.conn, article_id)
    yield
    for article_id in ids:
        index.add(db.conn, article_id)
