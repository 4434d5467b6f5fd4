"""Making sites, runs, frontier and captures of the records in warc/ that the database doesn't know.

All of them where archive.db is gone; where an older archive.db was put back, those that came after it.
What is lost: addresses that were known and not yet visited (the next crawl finds them again), the counts and
warnings of runs, and ids, which are given anew. Permalinks stay, since they come from the addresses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlite_utils import Database

from archive.addresses import join_address
from archive.errors import CallError, DamageError
from archive.store import runs, sites
from archive.store.answers import REDIRECTS, Outcome, of_known_target, of_status
from archive.store.connection import immediate
from archive.store.failures import told
from archive.store.frontier.writing import write_visit
from archive.store.rebuild.waiting_captures import WaitingCaptures
from archive.store.rows import insert, value
from archive.store.run_files.captures import capture_row
from archive.store.run_files.warc_files import Kept, run_of_series
from archive.store.spellings import known_spellings
from archive.store.visit import Visit
from archive.store.warc import Record
from archive.store.warc.members import Hole
from archive.store.warc.reader import Found, damage, head_of, is_stub, read_all

_UNVISITED = """
INSERT OR IGNORE INTO frontier (url, site, kind, state, attempts, selection)
SELECT named.url, articles.site, named.kind, 'pending', 0, 'all' FROM (
  SELECT article_id, next_part AS url, 'part' AS kind FROM article_captures WHERE next_part IS NOT NULL
  UNION ALL SELECT article_id, url, 'attachment' FROM attachments
) AS named
JOIN articles ON articles.id = article_id JOIN sites ON sites.name = site WHERE sites.kind <> 'imported'
"""


@dataclass(slots=True)
class _Salvage:
    captures: WaitingCaptures
    damage: list[DamageError] = field(default_factory=list)
    redirects: list[tuple[str, Visit]] = field(default_factory=list)
    """With the names of their sites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A WARC file, and the run that wrote it."""

    path: Path
    run_id: int
    site: str
    start: int
    """The byte behind the last record that is known."""


def take_in(db: Database, warc_directory: Path, captures: WaitingCaptures) -> list[DamageError]:
    """Fill `sites`, `runs`, `frontier` and `captures` from all that the files hold behind the captures.

    In one transaction. Returns the damage met: bytes that can't be read, other than a record at a file's end
    that was never finished.
    """
    found = _Salvage(captures)
    ends = captures.ends()
    with immediate(db):
        for path in sorted(warc_directory.glob("*.warc.gz")):
            with told(path):
                start = ends.get(path.name, 0)
                if path.stat().st_size > start and not is_stub(path):
                    _take_in_file(db, _source(db, path, start), found)
        _write_redirects(db, found.redirects)
    return found.damage


def require_files(warc_directory: Path) -> None:
    """Raise `CallError` where there is nothing to make an archive of."""
    if not any(warc_directory.glob("*.warc.gz")):
        raise CallError(
            f"There is no WARC file in {warc_directory} to make an archive of",
            remedy="Name the archive's directory with --data DIR",
        )


def find_unvisited(db: Database) -> None:
    """Put into the frontier what the articles name and nobody has fetched: further pages, and files."""
    db.execute(_UNVISITED)


def _take_in_file(db: Database, source: _Source, found: _Salvage) -> None:
    taken = False
    for piece in read_all(source.path, source.start):
        if isinstance(piece, Hole):
            _note_hole(db, source, piece, found)
        elif piece.intact:
            _take_in_record(db, source, piece, found)
            taken = True
        else:
            reason = "its bytes do not have the digest that it states"
            found.damage.append(damage(source.path, piece.place.offset, reason))
    if source.start and taken:
        runs.add_warning(db, source.run_id, f"records behind byte {source.start} were taken in by a rebuild")


def _take_in_record(db: Database, source: _Source, piece: Found, found: _Salvage) -> None:
    visit = _visit(piece.record)
    if piece.record.exchange.status in REDIRECTS:
        found.redirects.append((source.site, visit))
    else:
        write_visit(db, source.site, visit)
    kept = Kept(warc_file=source.path.name, place=piece.place, is_copy=piece.is_copy)
    row = capture_row(piece.record, kept)
    found.captures.add({**row, "run_id": source.run_id, "site": source.site})


def _note_hole(db: Database, source: _Source, hole: Hole, found: _Salvage) -> None:
    runs.add_warning(db, source.run_id, f"{source.path.name} can't be read at byte {hole.offset}")
    if not hole.is_torn:
        reason = f"{hole.length} bytes there are no whole record"
        found.damage.append(damage(source.path, hole.offset, reason))


def _source(db: Database, path: Path, start: int) -> _Source:
    known = "SELECT run_id, site FROM warc_files JOIN runs ON runs.id = run_id WHERE name = ?"
    for run_id, site in db.execute(known, [path.name]):
        return _Source(path=path, run_id=run_id, site=site, start=start)
    head = head_of(path)
    if not sites.is_own_head(head):
        raise DamageError(
            f"{path} does not begin with a record that names its run",
            remedy="Put it back from a backup, or move it out of warc/ and import it: "
            "`campaign-archive import FILE`",
        )
    site = sites.site_of_head(head)
    sites.write_site(db, site, "crawl")
    files = db.execute("SELECT name, run_id FROM warc_files").fetchall()
    number = run_of_series(files, path.name) or _insert_run(db, head)
    insert(db, "warc_files", {"name": path.name, "run_id": number})
    return _Source(path=path, run_id=number, site=site.name, start=start)


def _insert_run(db: Database, head: dict[str, str]) -> int:
    """Under its old id, unless an archive that was put back has given that to another run since."""
    run_id, started_at = int(head["run-id"]), head["run-started-at"]
    is_free = value(db, "SELECT 1 FROM runs WHERE id = ?", [run_id]) is None
    row = {
        "site": head["isPartOf"],
        "kind": head["run-kind"],
        "started_at": started_at,
        "finished_at": started_at,
        "outcome": "interrupted",
        **dict.fromkeys(runs.COUNTED, 0),
        "warnings": "made again from its WARC files: its end and its counts are lost",
        "alarms": "",
    }
    return insert(db, "runs", {"id": run_id, **row} if is_free else row)


def _visit(record: Record) -> Visit:
    outcome = of_status(record.exchange.status) or Outcome("done", None)
    return Visit(
        url=record.requested_url,
        kind=record.kind,
        exchange=record.exchange,
        state=outcome.state,
        reason=outcome.reason,
        # What failed is asked again by the next run, as in a crawl.
        selection=record.selection,
        next_visit_at=record.exchange.captured_at if outcome.state == "failed" else None,
    )


def _write_redirects(db: Database, redirects: Iterable[tuple[str, Visit]]) -> None:
    """Last, since the target may be visited later: one that is known has its own visit."""
    for site, visit in redirects:
        assert visit.exchange is not None
        target = join_address(visit.exchange.url, visit.exchange.header("location") or "") or visit.url
        known = known_spellings(db, site, [target]).get(target, visit.url)
        if known != visit.url:
            outcome = of_known_target(known)
            write_visit(
                db, site, replace(visit, state=outcome.state, reason=outcome.reason, next_visit_at=None)
            )
        else:
            write_visit(db, site, visit)
