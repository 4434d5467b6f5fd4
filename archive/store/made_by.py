"""By which rules the derived rows of an archive were made, so that older rows are not taken for damage.

The table `made_by` has a row for each kind of rows that all were made by the same rules, and of today's texts
where they are made of many texts together. A run makes those of
what it saves by today's rules, and leaves the others as they are. An archive of an older program has no such
table. All functions work in a transaction of the caller.

Rules are known by a digest of the program's files, for a number would have to be raised by hand. One that
changes without need does no harm: rows count as older only where today's rules make others.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

from sqlite_utils import Database

from archive.store.rows import value

Derived: TypeAlias = Literal["catalogue", "copies", "reused_passages", "sections"]

OfSite: TypeAlias = Literal["of_site"]
"""What is made of all texts of one site together when a run ends: the lines of its hosts, its holdings."""

TABLE: Final = "made_by"

_PROGRAM: Final = Path(__file__).parents[1]
_CREATE: Final = (
    f"CREATE TABLE IF NOT EXISTS {TABLE} "
    "(derived TEXT PRIMARY KEY, rules TEXT NOT NULL) STRICT, WITHOUT ROWID"
)


def note_all(db: Database) -> None:
    """Note that all rows, of whatever kind, are made by today's rules."""
    for derived in get_args(Derived):
        note(db, derived)


def note(db: Database, derived: Derived | OfSite, site: str = "") -> None:
    """Note that all rows of a kind, or those of one site, are made by today's rules."""
    db.execute(_CREATE)
    db.execute(f"INSERT OR REPLACE INTO {TABLE} VALUES (?, ?)", [_name(derived, site), _todays_rules()])


def forget(db: Database, derived: Derived | OfSite, site: str = "") -> None:
    """Note that the rows of a kind are not those of today's texts any more, and are to be made again."""
    db.execute(_CREATE)
    db.execute(f"DELETE FROM {TABLE} WHERE derived = ?", [_name(derived, site)])


def note_further(db: Database) -> None:
    """Note that rows made by today's rules will stand beside those that are there already."""
    for derived in get_args(Derived):
        if not is_of_today(db, derived) and db.table(TABLE).exists():
            db.execute(f"DELETE FROM {TABLE} WHERE derived = ?", [derived])


def is_of_today(db: Database, derived: Derived | OfSite, site: str = "") -> bool:
    """Whether all rows of a kind, or those of one site, are made by today's rules."""
    if not db.table(TABLE).exists():
        return False
    noted = value(db, f"SELECT rules FROM {TABLE} WHERE derived = ?", [_name(derived, site)])
    return bool(noted == _todays_rules())


def _name(derived: Derived | OfSite, site: str) -> str:
    return f"{derived} {site}" if site else derived


@cache
def _todays_rules() -> str:
    digest = sha256()
    for path in sorted(_PROGRAM.rglob("*.*")):
        if path.suffix in (".py", ".tsv", ".txt"):
            digest.update(path.relative_to(_PROGRAM).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
