"""The files in warc/ against the runs that wrote them and the captures that stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archive.store.archive import Archive
from archive.store.check.findings import Fault, Finding, Remark
from archive.store.check.warc_file import RESTORE_FILE, Expected, RecordIds, file_faults
from archive.store.locking import lock, merge_journal
from archive.store.progress import Progress
from archive.store.rows import select
from archive.store.run_files.recovery import ASIDE, TAKE_IN, Tail, tail_of, unknown_records
from archive.store.sites import is_own_head
from archive.store.warc.reader import head_of, is_stub

_MOVE_OUT = "Move it out of warc/, and import it if it is a WARC"

_FILES = "SELECT warc_file, count(*) FROM captures GROUP BY warc_file ORDER BY warc_file"


def evidence_findings(archive: Archive, progress: Progress) -> Iterator[Finding]:
    """Yield what is wrong with the files in warc/, and what dead runs left there."""
    yield from _strangers(archive)
    total, done, ids = archive.db.table("captures").count, 0, RecordIds(archive.db)
    for name, captures in archive.db.execute(_FILES).fetchall():
        path = archive.warc_directory / name
        if path.is_file():
            yield from file_faults(path, Expected(archive.db, name), ids)
        else:
            yield Fault(f"{path} is missing; {captures} captures stand in it", RESTORE_FILE)
        done += captures
        progress(done, total)


def _strangers(archive: Archive) -> Iterator[Finding]:
    """Files of no run, and bytes behind the last capture of a run that isn't going on."""
    query = "SELECT name, site FROM warc_files JOIN runs ON runs.id = run_id"
    sites = {row["name"]: row["site"] for row in select(archive.db, query)}
    merging = merge_journal.under_way(archive)
    for path in sorted(archive.warc_directory.glob("*")):
        if path.name in merging:
            yield Remark(
                f"{path} holds captures of another archive that were not taken in completely",
                "Run the same import again; whatever is written next takes them back",
            )
        elif path.name in sites:
            if not lock.is_held(archive.directory, sites[path.name]):
                yield from _tail_findings(path, tail_of(archive, path.name), sites[path.name])
        elif path.name.endswith(ASIDE):
            yield Remark(
                f"{path} is what a run left that was cut off in the middle of a record",
                "It may be deleted; the address was visited again",
            )
        elif path.name.endswith(".warc.gz") and is_stub(path):
            yield Remark(f"{path} holds nothing: its first record was never finished", "It may be deleted")
        elif path.name.endswith(".warc.gz") and is_own_head(head_of(path)):
            yield Fault(f"{path} was written by a run that archive.db does not know", TAKE_IN)
        else:
            yield Fault(f"{path} was written by no run", _MOVE_OUT)


def _tail_findings(path: Path, tail: Tail, site: str) -> Iterator[Finding]:
    again = f"Run `campaign-archive crawl {site}` or the same import again: it moves them aside"
    if tail.is_unknown_evidence:
        yield Fault(unknown_records(path, tail.start, tail.records), TAKE_IN)
    elif tail.length and tail.is_of_open_run:
        yield Remark(f"{path} ends with {tail.length} bytes of a record that was never committed", again)
    elif tail.length and not tail.holes:
        yield Remark(f"{path} ends with {tail.length} bytes that belong to no capture", again)
    elif any(hole.is_torn for hole in tail.holes):
        yield Fault(f"{path} ends with {tail.length} bytes of a record that was never finished", again)
    elif tail.length:
        yield Fault(
            f"{path} ends with {tail.length} bytes that are no whole record",
            f"{RESTORE_FILE}, if a newer one is there. {again}",
        )
