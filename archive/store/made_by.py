"""By which rules the derived rows of an archive were made, so that older rows are not taken for damage.

The table `made_by` has a row for each kind of rows that all were made by the same rules. A run makes those of
what it saves by today's rules, and leaves the others as they are. An archive of an older program has no such
table. All functions work in a transaction of the caller.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from sqlite_utils import Database

from archive.store.rows import value
from archive.store.source_digest import source_digest

Derived: TypeAlias = Literal["catalogue", "copies", "sections"]

TABLE: Final = "made_by"

_ROOTS: Final[dict[Derived, tuple[str, ...]]] = {
    "catalogue": ("archive.catalogue", "archive.store.articles.statements"),
    "copies": ("archive.copies", "archive.store.copies"),
    "sections": ("archive.outline",),
}
_CREATE: Final = (
    f"CREATE TABLE IF NOT EXISTS {TABLE} "
    "(derived TEXT PRIMARY KEY, rules TEXT NOT NULL) STRICT, WITHOUT ROWID"
)


def note_all(db: Database) -> None:
    """Note that all rows, of whatever kind, are made by today's rules."""
    for derived in _ROOTS:
        note(db, derived)


def note(db: Database, derived: Derived) -> None:
    """Note that all rows of a kind are made by today's rules."""
    db.execute(_CREATE)
    db.execute(f"INSERT OR REPLACE INTO {TABLE} VALUES (?, ?)", [derived, _today(derived)])


def note_further(db: Database) -> None:
    """Note that rows made by today's rules will stand beside those that are there already."""
    for derived in _ROOTS:
        if not is_of_today(db, derived) and db.table(TABLE).exists():
            db.execute(f"DELETE FROM {TABLE} WHERE derived = ?", [derived])


def is_of_today(db: Database, derived: Derived) -> bool:
    """Whether all rows of a kind are made by today's rules."""
    if not db.table(TABLE).exists():
        return False
    noted = value(db, f"SELECT rules FROM {TABLE} WHERE derived = ?", [derived])
    return bool(noted == _today(derived))


def _today(derived: Derived) -> str:
    return source_digest(*_ROOTS[derived])
