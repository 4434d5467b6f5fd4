"""Every capture against its record in the WARC files, and every record against the captures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from archive.errors import DamageError
from archive.store.archive import Archive
from archive.store.check_rows import is_running
from archive.store.fault import Fault
from archive.store.progress import Progress
from archive.store.recovery import committed_end
from archive.store.warc_reader import Found, read, read_all

_RESTORE = "Put the file back from a backup"


def evidence_faults(archive: Archive, progress: Progress) -> Iterator[Fault]:
    """Yield what is wrong with the files in warc/."""
    yield from _strangers(archive)
    captures = list(archive.db.query("SELECT * FROM captures ORDER BY warc_file, warc_offset"))
    done = 0
    for name, rows in groupby(captures, key=lambda row: row["warc_file"]):
        expected = {row["warc_offset"]: row for row in rows}
        path = archive.warc_directory / name
        if path.is_file():
            yield from _file_faults(path, expected)
        else:
            yield Fault(f"{path} is missing; {len(expected)} captures stand in it", _RESTORE)
        done += len(expected)
        progress(done, len(captures))


def _strangers(archive: Archive) -> Iterator[Fault]:
    """Files of no run, and bytes behind the last capture of a run that isn't going on."""
    query = "SELECT warc_file, site FROM runs WHERE warc_file IS NOT NULL"
    sites = {row["warc_file"]: row["site"] for row in archive.db.query(query)}
    for path in sorted(archive.warc_directory.glob("*")):
        if path.name not in sites:
            yield Fault(
                f"{path} was written by no run", "Move it out of warc/, and import it if it is a WARC"
            )
            continue
        rest = path.stat().st_size - committed_end(archive, path.name)
        if rest > 0 and not is_running(archive, sites[path.name]):
            yield Fault(
                f"{path} ends with {rest} bytes of a record that was never finished",
                f"Run `campaign-archive crawl {sites[path.name]}` or the same import again: it cuts them off",
            )


def _file_faults(path: Path, expected: Mapping[int, Mapping[str, Any]]) -> Iterator[Fault]:
    end = max(row["warc_offset"] + row["warc_length"] for row in expected.values())
    seen = set()
    for found in read_all(path):
        offset = found.place.offset
        seen.add(offset)
        if offset in expected:
            yield from _record_faults(path, found, expected[offset])
        elif offset < end:
            yield Fault(f"The record at byte {offset} of {path} belongs to no capture", _RESTORE)
    for offset in sorted(expected.keys() - seen):
        yield from _unread_faults(path, offset, expected[offset])


def _record_faults(path: Path, found: Found, row: Mapping[str, Any]) -> Iterator[Fault]:
    exchange = found.record.exchange
    states = (exchange.url, exchange.payload_digest, found.place.length)
    if not found.intact or states != (row["url"], row["payload_digest"], row["warc_length"]):
        yield Fault(
            f"The record at byte {row['warc_offset']} of {path} is not what was captured of {row['url']} "
            f"(capture {row['id']})",
            _RESTORE,
        )


def _unread_faults(path: Path, offset: int, row: Mapping[str, Any]) -> Iterator[Fault]:
    """Records behind a damaged one are still found by their offsets."""
    try:
        yield from _record_faults(path, read(path, offset), row)
    except DamageError as error:
        yield Fault(f"{error.what} (capture {row['id']}, {row['url']})", _RESTORE)
