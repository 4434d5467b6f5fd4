from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.locking.side_files import WAITING
from archive.store.rebuild.waiting_captures import WaitingCaptures, waiting_beside

FILES = 3


def capture(day: int, offset: int) -> dict[str, Any]:
    return {
        "url": f"http://mine.test/{offset}",
        "requested_url": f"http://mine.test/{offset}",
        "status": 200,
        "captured_at": f"2026-01-{day:02}T00:00:00Z",
        "payload_digest": "x",
        "record_type": "response",
        "warc_file": f"mine-{offset % FILES}.warc.gz",
        "warc_offset": offset,
        "warc_length": 1,
        "kind": "article",
        "selection": "all",
        "run_id": 1,
        "site": "mine",
    }


@pytest.fixture
def waiting(archive: Archive) -> Iterator[WaitingCaptures]:
    with waiting_beside(archive.db, archive.directory) as captures:
        yield captures


def test_captures_come_in_order_of_time_however_many(waiting: WaitingCaptures) -> None:
    days = Random(2026).choices(range(1, 29), k=1_200)
    for offset, day in enumerate(days):
        waiting.add(capture(day, offset))
    assert len(waiting) == len(days)
    assert [row["id"] for row in waiting] == list(range(1, len(days) + 1))
    in_time = sorted(range(len(days)), key=lambda offset: (days[offset], offset % FILES, offset))
    assert [row["warc_offset"] for row in waiting] == in_time


def test_later_ones_are_numbered_behind_the_others(waiting: WaitingCaptures) -> None:
    waiting.add({**capture(20, 0), "id": 7})
    for offset, day in ((4, 3), (1, 2)):
        waiting.add(capture(day, offset))
    assert [(row["id"], row["warc_offset"]) for row in waiting] == [(7, 0), (8, 1), (9, 4)]
    assert waiting.ends() == {"mine-0.warc.gz": 1, "mine-1.warc.gz": 5}


def test_they_wait_in_a_file_beside_the_archive(archive: Archive) -> None:
    """SQLite's temporary files may stand in memory, or where there is little room."""
    path = archive.directory / WAITING
    path.write_bytes(b"left by a process that was killed")
    with waiting_beside(archive.db, archive.directory) as waiting:
        for offset in range(3_000):
            waiting.add(capture(1, offset))
        assert path.stat().st_size > 3_000 * 100
        assert archive.db.execute("SELECT count(*) FROM temp.sqlite_master").fetchone() == (0,)
    assert not path.exists()
