"""What a run finds that another one left."""

from __future__ import annotations

import os
from typing import Any

import pytest

from archive.errors import LockedError
from archive.store.archive import Archive
from archive.store.recorder import Recorder
from archive.store.run_files.recovery import clear_tails
from tests.archive.store.another_process import refusal
from tests.archive.store.three_pages import FIRST, Sole


def test_second_run_on_a_site_is_refused(recorder: Recorder, archive: Archive) -> None:
    assert LockedError.__name__ in refusal("hold", archive.directory, "mine")


def test_dead_run_is_closed_and_its_torn_record_moved_aside(
    archive: Archive, visit_page: Any, sole: Sole, crawl: Any, die: Any
) -> None:
    die(visit_page("/a.html", FIRST))
    name, end = sole("SELECT warc_file, warc_offset + warc_length FROM captures")
    path = archive.warc_directory / name
    with path.open("ab") as out:
        out.write(path.read_bytes()[:500])
    crawl()
    assert path.stat().st_size == end
    assert path.with_name(f"{path.name}.{end}.torn").stat().st_size == 500
    assert sole("SELECT outcome, finished_at FROM runs WHERE id = 1") == (
        "interrupted",
        "2026-11-21T01:00:01Z",
    )


def test_file_without_any_saved_record_goes(archive: Archive, sole: Sole, crawl: Any, die: Any) -> None:
    die()._run.files._begin_file()
    path = archive.warc_directory / sole("SELECT name FROM warc_files")
    path.write_bytes(b"\x1f\x8b torn")
    crawl()
    assert not path.exists()


def test_a_torn_record_has_its_new_name_before_it_goes_from_the_old_file(
    archive: Archive, die: Any, visit_page: Any, synced: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    die(visit_page("/a.html", FIRST))
    (path,) = archive.warc_directory.iterdir()
    path.write_bytes(path.read_bytes() + b"\x1f\x8b torn")
    before = list[int]()
    monkeypatch.setattr(os, "truncate", lambda *_: before.extend(synced[-2:]))
    clear_tails(archive, "mine")
    (aside,) = archive.warc_directory.glob("*.torn")
    assert before == [aside.stat().st_ino, archive.warc_directory.stat().st_ino]
