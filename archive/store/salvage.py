"""Making sites, runs, frontier and the list of captures again where archive.db is gone and warc/ is left.

What is lost: addresses that were known and not yet visited (the next crawl finds them again), the counts and
warnings of runs, and ids, which are given anew. Permalinks stay, since they come from the addresses.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive.errors import CallError, DamageError
from archive.store import frontier, runs, sites
from archive.store.captures import capture_row
from archive.store.rows import insert
from archive.store.visit import Visit, VisitState
from archive.store.warc import Record
from archive.store.warc_reader import head_of, read_all

_UNVISITED = """
INSERT OR IGNORE INTO frontier (url, site, kind, state, attempts)
SELECT named.url, articles.site, named.kind, 'pending', 0 FROM (
  SELECT article_id, next_part AS url, 'part' AS kind FROM article_captures WHERE next_part IS NOT NULL
  UNION ALL SELECT article_id, url, 'attachment' FROM attachments
) AS named
JOIN articles ON articles.id = article_id JOIN sites ON sites.name = site WHERE sites.kind <> 'imported'
"""

_ANSWERED = (None, 200, 304)
"""A file, a page, a page that is as before."""


def fill(db: Database, warc_directory: Path) -> list[dict[str, Any]]:
    """Fill `sites`, `runs` and `frontier`; return the captures in order of time, numbered from 1."""
    paths = sorted(warc_directory.glob("*.warc.gz"))
    if not paths:
        raise CallError(
            f"There is no WARC file in {warc_directory} to make an archive of",
            remedy="Name the archive's directory with --data DIR",
        )
    rows = [row for path in paths for row in _captures_of(db, path)]
    rows.sort(key=lambda row: (row["captured_at"], row["warc_file"], row["warc_offset"]))
    return [{**row, "id": number} for number, row in enumerate(rows, 1)]


def find_unvisited(db: Database) -> None:
    """Put into the frontier what the articles name and nobody has fetched: further pages, and files."""
    db.execute(_UNVISITED)


def _captures_of(db: Database, path: Path) -> Iterator[dict[str, Any]]:
    head = head_of(path)
    if "isPartOf" not in head:
        raise DamageError(
            f"{path} does not begin with a record that names its site",
            remedy="Move it out of warc/ and import it: `campaign-archive import FILE`",
        )
    site, run_id = sites.site_of_head(head), _insert_run(db, path, head)
    sites.write_site(db, site, "crawl")
    end = 0
    for found in read_all(path):
        end = found.place.offset + found.place.length
        frontier.write_visit(db, site.name, _visit(found.record))
        row = capture_row(found.record, path.name, found.place)
        yield {**row, "charset": None, "run_id": run_id, "site": site.name}
    if end < path.stat().st_size:
        runs.add_warning(db, run_id, f"{path.name} can't be read behind byte {end}")


def _insert_run(db: Database, path: Path, head: dict[str, str]) -> int:
    started_at = head["run-started-at"]
    row = {
        "id": int(head["run-id"]),
        "site": head["isPartOf"],
        "kind": head["run-kind"],
        "started_at": started_at,
    }
    lost = {"outcome": "interrupted", "finished_at": started_at, "warc_file": path.name}
    noted = "made again from its WARC file: its end and its counts are lost"
    return insert(
        db, "runs", {**row, **lost, **dict.fromkeys(runs.COUNTED, 0), "warnings": noted, "alarms": ""}
    )


def _visit(record: Record) -> Visit:
    status = record.exchange.status
    state: VisitState = "done" if status in _ANSWERED else "failed"
    return Visit(
        url=record.requested_url,
        kind=record.kind,
        exchange=record.exchange,
        state=state,
        reason=None if state == "done" else f"the site answered {record.exchange.status_line}",
    )
