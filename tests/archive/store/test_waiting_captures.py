from __future__ import annotations

from random import Random
from typing import Any

from archive.store.archive import Archive
from archive.store.waiting_captures import WaitingCaptures

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


def test_captures_come_in_order_of_time_however_many(archive: Archive) -> None:
    days = Random(2026).choices(range(1, 29), k=1_200)
    waiting = WaitingCaptures(archive.db)
    for offset, day in enumerate(days):
        waiting.add(capture(day, offset))
    waiting.number()
    assert len(waiting) == len(days)
    assert [row["id"] for row in waiting] == list(range(1, len(days) + 1))
    in_time = sorted(range(len(days)), key=lambda offset: (days[offset], offset % FILES, offset))
    assert [row["warc_offset"] for row in waiting] == in_time


def test_later_ones_are_numbered_behind_the_others(archive: Archive) -> None:
    waiting = WaitingCaptures(archive.db)
    waiting.add({**capture(20, 0), "id": 7})
    for offset, day in ((4, 3), (1, 2)):
        waiting.add(capture(day, offset))
    waiting.number()
    assert [(row["id"], row["warc_offset"]) for row in waiting] == [(7, 0), (8, 1), (9, 4)]
    assert waiting.ends() == {"mine-0.warc.gz": 1, "mine-1.warc.gz": 5}
