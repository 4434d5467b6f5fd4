"""An archive of each older version becomes one of today's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from archive.store import schema
from archive.store.archive import Archive
from archive.store.frontier import Frontier
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow

BACK = {
    1: ("ALTER TABLE runs DROP COLUMN start_lists",),
    2: ("DROP TABLE uncompared",),
    3: ("ALTER TABLE uncompared DROP COLUMN reason",),
    4: ("ALTER TABLE articles DROP COLUMN abridgement",),
    5: ("ALTER TABLE runs DROP COLUMN list_rules",),
}
"""What makes an archive of a version of one of the next."""


def columns(archive: Archive) -> dict[str, Any]:
    tables = archive.db.table_names()
    return {name: archive.db.execute(f"PRAGMA table_xinfo({name})").fetchall() for name in tables}


def make_older(archive: Archive, version: int) -> None:
    for step in range(schema.VERSION - 1, version - 1, -1):
        for statement in BACK[step]:
            archive.db.execute(statement)
    archive.db.execute(f"PRAGMA user_version = {version}")


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_its_tables_are_those_of_a_new_archive(archive: Archive, data: Path, version: int) -> None:
    new = columns(archive)
    make_older(archive, version)
    assert columns(archive) != new
    with Archive.open(data) as upgraded:
        assert columns(upgraded) == new


def test_its_crawls_are_compared_from_the_first_one_on_that_notes_its_lists(
    archive: Archive, data: Path, mine: SiteRow
) -> None:
    old = Recorder.begin(archive, mine, "crawl")
    Frontier(archive, "mine").begin_walk(["l"])
    old.conclude({"l": 20}, lambda _: [])
    old.finish("finished")
    make_older(archive, 1)
    with Archive.open(data) as upgraded:
        told = []
        for links in (12, 13):
            run = Recorder.begin(upgraded, mine, "crawl")
            Frontier(upgraded, "mine").begin_walk(["l"])
            run.conclude({"l": links}, lambda earlier: map(str, earlier))
            told.append(run.finish("finished").alarms)
    assert told == [(), ("{'l': 12}",)]
