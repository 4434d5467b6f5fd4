"""What is made when a run ends, of all the pages of its site together: the lines that its hosts repeat.

They are learned from what the general rules left of every page, and then taken from the pages that show
them. So the texts depend on the captures alone, in whatever runs they came: a rebuild ends in the same ones.
A run that dies on the way leaves pages cleaned with other lines; articles.host_lines tells, and the next run
goes on with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager

from sqlite_utils import Database

from archive.errors import DamageError, InputError
from archive.model import NO_HOST_LINES, HostLines
from archive.store.articles.versions import Moment, current_version, restate_versions
from archive.store.articles.writing import write_again
from archive.store.connection import immediate
from archive.store.derivation import Derivation
from archive.store.derivation.host_lines import host_of, stored_host_lines
from archive.store.progress import Progress
from archive.store.rows import in_pieces, select, value

_WHOLES = "FROM articles WHERE site = ? AND part_of_id IS NULL"
_NEXT = f"SELECT id, url, host_lines {_WHOLES} AND id > ? ORDER BY id"

_WHOLE = """
SELECT id, last_seen,
  (SELECT group_concat(edge_lines, char(10)) FROM versions WHERE article_id = articles.id) AS edge_lines,
  (SELECT max(last_capture_id) FROM article_captures WHERE article_id = articles.id) AS capture_id,
  EXISTS (SELECT 1 FROM edits WHERE article_id = articles.id AND rule = 'host_lines') AS is_cut
FROM articles WHERE id = ?
"""


def clean_again(db: Database, site: str, derivation: Derivation, progress: Progress) -> Iterator[str]:
    """Learn the lines of the site's hosts and clean the pages that show them; yield what could not be.

    `progress` is told how many texts of how many were looked at. To be called under the site's lock; each
    article has a transaction of its own, or a part of the caller's.
    """
    with _all_or_nothing(db):
        derivation.learn()
    known = stored_host_lines(db, site)
    total = value(db, f"SELECT count(*) {_WHOLES}", [site])
    for done, row in enumerate(in_pieces(db, _NEXT, [site]), start=1):
        progress(done, total)
        lines = known.get(host_of(row["url"]), NO_HOST_LINES)
        if (row["host_lines"] or "") == lines.version:
            continue
        try:
            with _all_or_nothing(db):
                _clean(db, row["id"], lines, site, derivation)
        except (DamageError, InputError) as error:
            yield f"{row['url']} was not cleaned with the lines its host repeats: {error}"


def _clean(db: Database, article_id: int, lines: HostLines, site: str, derivation: Derivation) -> None:
    (row,) = select(db, _WHOLE, [article_id])
    shows_some = not lines.lines.isdisjoint(row["edge_lines"].split("\n"))
    text = derivation.again(article_id) if shows_some or row["is_cut"] else None
    if text is None:
        restate_versions(db, current_version(db, article_id), None, lines)
    else:
        moment = Moment(capture_id=row["capture_id"], captured_at=row["last_seen"])
        write_again(db, text, site, moment, lines)
    db.table("articles").update(article_id, {"host_lines": lines.version or None})


def _all_or_nothing(db: Database) -> AbstractContextManager[object]:
    return db.atomic() if db.conn.in_transaction else immediate(db)
