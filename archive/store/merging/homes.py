"""Addresses that two archives keep under different sites: one becomes the home of all their captures.

An address belongs to one site. A site that is crawled comes before a collection of files, then the one that
saw the text first; so both archives choose the same, and no version of the text is lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from archive.store import runs
from archive.store.rebuild.waiting_captures import BESIDE
from archive.store.removal import addresses_of
from archive.store.rows import insert, select

_CONTESTED = """
SELECT ours.url, ours.site AS our_site, theirs.site AS their_site,
  (our_kind.kind = 'imported', ours.first_seen, ours.site)
  < (their_kind.kind = 'imported', theirs.first_seen, theirs.site) AS is_ours
FROM ours.articles AS ours JOIN theirs.articles AS theirs USING (url)
JOIN main.sites AS our_kind ON our_kind.name = ours.site
JOIN main.sites AS their_kind ON their_kind.name = theirs.site
WHERE ours.site <> theirs.site AND ours.part_of_id IS NULL AND theirs.part_of_id IS NULL
"""

_ALSO_HERE = """
INSERT OR IGNORE INTO main.frontier
  (url, site, kind, state, reason, attempts, next_visit_at, etag, last_modified)
SELECT url, :home, kind, state, reason, attempts, next_visit_at, etag, last_modified FROM main.frontier
WHERE site = :site AND url = :url
"""

_LEFT = """
UPDATE main.frontier SET state = 'skipped', reason = :reason, next_visit_at = NULL
WHERE site = :site AND url = :url
"""

_TABLES = (
    f"CREATE TABLE {BESIDE}.homes (site TEXT, url TEXT, home TEXT, PRIMARY KEY (site, url)) WITHOUT ROWID",
    f"CREATE TABLE {BESIDE}.taken_over (run_id INTEGER, home TEXT, id INTEGER, PRIMARY KEY (run_id, home))",
)

_HOME = "INSERT OR REPLACE INTO homes (site, url, home) VALUES (:site, :url, :home)"

_AT_HOME = """
UPDATE waiting SET site = coalesce(
  (SELECT home FROM homes WHERE homes.site = waiting.site AND homes.url = requested_url),
  (SELECT home FROM homes WHERE homes.site = waiting.site AND homes.url = waiting.url))
WHERE EXISTS (
  SELECT 1 FROM homes WHERE homes.site = waiting.site AND homes.url IN (waiting.requested_url, waiting.url))
"""

_TAKEN_OVER = """
SELECT run_id, waiting.site FROM waiting JOIN main.runs ON runs.id = run_id WHERE runs.site <> waiting.site
GROUP BY run_id, waiting.site ORDER BY min(captured_at), run_id, waiting.site
"""

_IN_RUNS = """
UPDATE waiting SET run_id = taken_over.id
FROM taken_over WHERE taken_over.run_id = waiting.run_id AND home = site
"""


def give_homes(db: Database) -> None:
    """Bring the waiting captures of contested addresses under one site, and note it in the frontier."""
    for table in _TABLES:
        db.execute(table)
    for move in _moves(db):
        db.execute(_HOME, move)
        db.execute(_ALSO_HERE, move)
        db.execute(_LEFT, {**move, "reason": f"its text is kept under the site {move['home']} already"})
    db.execute(_AT_HOME)
    for run_id, home in db.execute(_TAKEN_OVER).fetchall():
        insert(db, "taken_over", {"run_id": run_id, "home": home, "id": _run_at(db, run_id, home)})
    db.execute(_IN_RUNS)


def _moves(db: Database) -> Iterator[dict[str, str]]:
    """Yield each address with its site, and the home that it gets."""
    for row in select(db, _CONTESTED):
        side, site, home = (
            ("theirs", row["their_site"], row["our_site"])
            if row["is_ours"]
            else ("ours", row["our_site"], row["their_site"])
        )
        for url in sorted({row["url"], *addresses_of(db, row["url"], side)}):
            yield {"url": url, "site": site, "home": home}


def _run_at(db: Database, run_id: int, home: str) -> int:
    """A capture is its run's site's; so one that moves needs a run there."""
    run = db.table("runs").get(run_id)
    noted = f"captures taken over from a run on {run['site']}, when two archives were merged"
    row = {
        **run,
        **dict.fromkeys(runs.COUNTED, 0),
        "site": home,
        "kind": "merge",
        "warnings": noted,
        "alarms": "",
    }
    return insert(db, "runs", {name: value for name, value in row.items() if name != "id"})
