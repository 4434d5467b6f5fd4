"""Making and upgrading archive.db from the tables described in `archive.store.tables`.

A change of the schema is a change of `SCHEMA`, and one function at the end of `MIGRATIONS`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from archive.errors import NewerArchiveError
from archive.search import index
from archive.store import made_by
from archive.store.copies import index as copy_index
from archive.store.rows import value
from archive.store.tables import SCHEMA
from archive.store.tables.columns import Table

TEXTS = """
SELECT articles.*, article_text.body
FROM articles JOIN article_text ON article_text.article_id = articles.id
"""
"""The view `texts`: everything of `articles`, and the body; for people with SQL."""

Migration = Callable[[Database], None]


def _add_start_lists(db: Database) -> None:
    """What each start list of a crawl linked to, so that runs with other lists can be compared."""
    db.execute("ALTER TABLE runs ADD COLUMN start_lists TEXT")


def _add_uncompared(db: Database) -> None:
    """Which texts are still to be compared, so that many are put into the index of copies together."""
    db.execute(
        "CREATE TABLE uncompared (article_id INTEGER NOT NULL, chars INTEGER NOT NULL,"
        " PRIMARY KEY (article_id)) WITHOUT ROWID, STRICT"
    )


def _add_reason(db: Database) -> None:
    """Why a text could not be compared, so that it holds up no other one."""
    db.execute("ALTER TABLE uncompared ADD COLUMN reason TEXT")


def _add_abridgement(db: Database) -> None:
    """What a text says of being shortened."""
    db.execute("ALTER TABLE articles ADD COLUMN abridgement TEXT")


def _add_list_rules(db: Database) -> None:
    """How a crawl's site had its lists read, so that one whose file is mended is walked in full again."""
    db.execute("ALTER TABLE runs ADD COLUMN list_rules TEXT")


MIGRATIONS: tuple[Migration, ...] = (
    _add_start_lists,
    _add_uncompared,
    _add_reason,
    _add_abridgement,
    _add_list_rules,
)
"""What brings an archive of version 1 to 2, of 2 to 3, and so on; the next one goes to the end."""

VERSION = len(MIGRATIONS) + 1
"""The `PRAGMA user_version` that this program writes."""


def create(db: Database) -> None:
    """Make all tables, indexes and the view in an empty database, in one transaction."""
    with db.atomic():
        for table in SCHEMA:
            _create_table(db, table)
        db.create_view("texts", TEXTS)
        index.create(db.conn)
        copy_index.create(db)
        made_by.note_all(db)
        db.execute(f"PRAGMA user_version = {VERSION}")


def upgrade(db: Database, path: Path) -> None:
    """Bring an older archive to `VERSION` in one transaction; `NewerArchiveError` if it is a newer one."""
    version = require_known(db, path)
    if version == VERSION:
        return
    with db.atomic():
        for migrate in MIGRATIONS[version - 1 :]:
            migrate(db)
        db.execute(f"PRAGMA user_version = {VERSION}")


def require_known(db: Database, path: Path) -> int:
    """Return the archive's version; `NewerArchiveError` if this program is too old for it."""
    version: int = value(db, "PRAGMA user_version")
    if version > VERSION:
        raise NewerArchiveError(
            f"{path} was written by a newer version of this program (schema {version}, here {VERSION})",
            remedy="Update campaign-archive, or name another directory with --data",
        )
    return version


def _create_table(db: Database, table: Table) -> None:
    made = db.table(table.name).create(
        {"id": "INTEGER", **{column.name: column.type for column in table.columns}},
        pk="id",
        not_null=[column.name for column in table.columns if column.required],
        foreign_keys=[(c.name, c.references, "id") for c in table.columns if c.references],
        strict=True,
    )
    for columns in table.unique:
        made.create_index(columns, unique=True)
    for columns in table.indexed:
        made.create_index(columns)
