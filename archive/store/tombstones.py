"""removals.jsonl, beside archive.db: which texts were taken out, so that a lost database brings none back.

One JSON object a line, only ever added to. A line is on the disk before its removal takes place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlite_utils import Database

from archive.errors import DamageError
from archive.store.durable import sync, sync_names
from archive.store.failures import told
from archive.store.rows import value

FILE = "removals.jsonl"

REMOVED = "removed on request"
"""So begins the reason in the frontier."""

_NOTED = "INSERT OR IGNORE INTO removals (url, why, removed_at) VALUES (?, ?, ?)"

_LEFT_OUT = """
UPDATE frontier SET state = 'skipped', reason = ?, next_visit_at = NULL
WHERE site IN (SELECT name FROM sites) AND url = ?
"""
"""Of whatever site; the sites are named since the index of addresses begins with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """One text taken out; see the table `removals`."""

    url: str
    why: str
    removed_at: str
    addresses: tuple[str, ...]
    """Where its pages and files were asked for."""

    @property
    def told(self) -> str:
        """What is told to whoever names the text: when it was removed, and why."""
        return f"was removed at {self.removed_at}: {self.why}"

    @property
    def reason(self) -> str:
        """What the frontier says of its addresses."""
        return f"{REMOVED}: {self.why}"


def read(directory: Path) -> list[Tombstone]:
    """Return all tombstones of an archive; `DamageError` where the file can't be understood."""
    path = directory / FILE
    with told(path):
        whole_lines = path.read_bytes().split(b"\n")[:-1] if path.exists() else []
    try:
        return [_tombstone(json.loads(line)) for line in whole_lines]
    except (ValueError, KeyError, TypeError) as error:
        raise DamageError(f"{path} is damaged ({error})", remedy="Put the file back from a backup") from error


def add(directory: Path, tombstones: Iterable[Tombstone]) -> None:
    """Write tombstones behind those that are there, and wait until they are on the disk.

    To be called by one at a time.
    """
    path = directory / FILE
    lines = "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in tombstones)
    with told(path), path.open("ab+") as out:
        out.seek(0)
        # A line that was never finished belongs to a removal that never took place.
        out.truncate(out.read().rfind(b"\n") + 1)
        out.write(lines.encode())
        sync(out)
        sync_names(directory)


def apply(db: Database, tombstones: Iterable[Tombstone]) -> None:
    """Note the removals in a database that may not know them, and that nothing is to be visited for them."""
    for one in tombstones:
        db.execute(_NOTED, [one.url, one.why, one.removed_at])
        for address in one.addresses:
            db.execute(_LEFT_OUT, [one.reason, address])


def unknown_to(db: Database, tombstones: Iterable[Tombstone]) -> list[Tombstone]:
    """Return those whose removal a database does not know."""
    known = {url for (url,) in db.execute("SELECT url FROM removals")}
    return [one for one in tombstones if one.url not in known]


def why_removed(db: Database, urls: Iterable[str]) -> str | None:
    """Return why the text at one of these addresses was removed; None if none was."""
    removed = "SELECT why FROM removals WHERE url IN (SELECT value FROM json_each(?)) ORDER BY id"
    why = value(db, removed, [json.dumps([*urls])])
    return why and f"{REMOVED}: {why}"


def _tombstone(fields: dict[str, object]) -> Tombstone:
    addresses = fields["addresses"]
    if not isinstance(addresses, list):
        raise TypeError("addresses is no list")
    url, why, removed_at = (str(fields[name]) for name in ("url", "why", "removed_at"))
    return Tombstone(url=url, why=why, removed_at=removed_at, addresses=tuple(map(str, addresses)))
