"""Every capture against its record in the WARC files, and every record against the captures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from archive.errors import DamageError
from archive.store import lock
from archive.store.archive import Archive
from archive.store.fault import Fault, Finding, Remark
from archive.store.merging import journal
from archive.store.progress import Progress
from archive.store.recovery import ASIDE, TAKE_IN, Tail, tail_of, unknown_records
from archive.store.warc_members import Hole
from archive.store.warc_reader import Found, head_of, is_stub, read, read_all

_RESTORE = "Put the file back from a backup"
_MOVE_OUT = "Move it out of warc/, and import it if it is a WARC"


def evidence_findings(archive: Archive, progress: Progress) -> Iterator[Finding]:
    """Yield what is wrong with the files in warc/, and what dead runs left there."""
    yield from _strangers(archive)
    captures = list(archive.db.query("SELECT * FROM captures ORDER BY warc_file, warc_offset"))
    done, ids = 0, set[str]()
    for name, rows in groupby(captures, key=lambda row: row["warc_file"]):
        expected = {row["warc_offset"]: row for row in rows}
        path = archive.warc_directory / name
        if path.is_file():
            yield from _file_faults(path, expected, ids)
        else:
            yield Fault(f"{path} is missing; {len(expected)} captures stand in it", _RESTORE)
        done += len(expected)
        progress(done, len(captures))


def _strangers(archive: Archive) -> Iterator[Finding]:
    """Files of no run, and bytes behind the last capture of a run that isn't going on."""
    query = "SELECT name, site FROM warc_files JOIN runs ON runs.id = run_id"
    sites = {row["name"]: row["site"] for row in archive.db.query(query)}
    merging = journal.under_way(archive.directory)
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
        elif path.name.endswith(".warc.gz") and head_of(path):
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
            f"{_RESTORE}, if a newer one is there. {again}",
        )


def _file_faults(path: Path, expected: Mapping[int, Mapping[str, Any]], ids: set[str]) -> Iterator[Fault]:
    """`ids` are those of the records before; those of this file are added."""
    end = max(row["warc_offset"] + row["warc_length"] for row in expected.values())
    seen = set()
    for piece in read_all(path):
        if isinstance(piece, Hole):
            if piece.offset < end:
                yield from _hole_faults(path, piece, expected)
            continue
        offset = piece.place.offset
        seen.add(offset)
        if offset in expected:
            yield from _record_faults(path, piece, expected[offset])
            yield from _reference_faults(path, piece, ids)
        elif offset < end:
            yield Fault(f"The record at byte {offset} of {path} belongs to no capture", _RESTORE)
    for offset in sorted(expected.keys() - seen):
        yield from _unread_faults(path, offset, expected[offset])


def _hole_faults(path: Path, hole: Hole, expected: Mapping[int, Mapping[str, Any]]) -> Iterator[Fault]:
    """A damaged capture is named by itself; this tells of what else may be damaged: a request, a head."""
    if not any(hole.offset <= offset < hole.end for offset in expected):
        yield Fault(f"{hole.length} bytes from byte {hole.offset} of {path} are no whole record", _RESTORE)


def _record_faults(path: Path, found: Found, row: Mapping[str, Any]) -> Iterator[Fault]:
    exchange = found.record.exchange
    states = (exchange.url, exchange.payload_digest, found.place.length)
    if not found.intact or states != (row["url"], row["payload_digest"], row["warc_length"]):
        yield Fault(
            f"The record at byte {row['warc_offset']} of {path} is not what was captured of {row['url']} "
            f"(capture {row['id']})",
            _RESTORE,
        )


def _reference_faults(path: Path, found: Found, ids: set[str]) -> Iterator[Fault]:
    """What a browser made of an answer is worth no more than that answer, which stands before it."""
    exchange = found.record.exchange
    if exchange.record_type == "conversion" and exchange.refers_to not in ids:
        yield Fault(
            f"The answer that the rendered page at byte {found.place.offset} of {path} was made from "
            "is not in warc/",
            _RESTORE,
        )
    ids.update(filter(None, [exchange.record_id]))


def _unread_faults(path: Path, offset: int, row: Mapping[str, Any]) -> Iterator[Fault]:
    try:
        yield from _record_faults(path, read(path, offset), row)
    except DamageError as error:
        yield Fault(f"{error.what} (capture {row['id']}, {row['url']})", _RESTORE)
