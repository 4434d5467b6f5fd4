from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from archive.errors import MachineError
from archive.extract.rules import SiteRules
from archive.search import index
from archive.store import schema
from archive.store.archive import Archive
from archive.store.articles.holdings import count_holdings
from archive.store.capture_reading import UNREAD, Reading, read_at
from archive.store.copies.reused_passages import count_reuse
from archive.store.rebuild.replay import Replay
from archive.store.recorder import Recorder
from archive.store.sighting import is_readable
from archive.store.tables import SCHEMA
from archive.store.visit import SiteRow

CAPTURES = "SELECT captures.*, runs.site FROM captures JOIN runs ON runs.id = run_id ORDER BY captures.id"

PAGES: dict[str, dict[str, Any]] = {
    "/a": {"next_part": "/a_2"},
    "/a_2": {"kind": "part", "next_part": "/a_3"},
    "/a_3": {"kind": "part"},
    "/b": {"files": [("/plan.docx", "附件")]},
    "/c": {"files": [("/plan.docx", "附件一"), ("/never.docx", "附件二")], "next_part": "/a_3"},
    "/plan.docx": {"kind": "attachment"},
}

VISITS = st.lists(
    st.tuples(st.sampled_from(sorted(PAGES)), st.integers(0, 2), st.sampled_from([200, 200, 200, 404, 500])),
    max_size=14,
)


@settings(max_examples=40)
@given(visits=VISITS)
def test_any_history_is_derived_again_exactly(
    tmp_path_factory: pytest.TempPathFactory,
    rules: SiteRules,
    visit_page: Any,
    visits: list[tuple[str, int, int]],
) -> None:
    directory = tmp_path_factory.mktemp("data")
    with Archive.create(directory) as archive:
        recorder = Recorder.begin(archive, SiteRow(name="mine", title="青山煤矿"), "crawl", rules)
        for second, (path, draft, status) in enumerate(visits):
            text = f"这是{path}的第{draft}稿，写了安全生产的情况。" * 3
            recorder.save(visit_page(path, text, at=second, status=status, **PAGES[path]))
        recorder.finish("finished")
        assert index.check(archive.db.conn) == []
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
            again = _replayed(archive, Database(conn), lambda site: rules)
            assert _rows(again) == _rows(archive.db)
            assert index.check(conn) == []


def _replayed(archive: Archive, db: Database, rules_of: Callable[[str], SiteRules]) -> Database:
    schema.create(db)
    for table in ("sites", "runs", "warc_files", "frontier"):
        db.table(table).insert_all(archive.db.table(table).rows)
    replay = Replay(db, archive.warc_directory, rules_of)
    for row in list(archive.db.query(CAPTURES)):
        replay.save(row, _read(archive, row, rules_of))
    count_holdings(db)
    count_reuse(db)
    assert replay.failures == []
    return db


def _read(archive: Archive, row: dict[str, Any], rules_of: Callable[[str], SiteRules]) -> Reading:
    if not is_readable(row["kind"], row["status"]):
        return UNREAD
    path = archive.warc_directory / row["warc_file"]
    return read_at(path, row["warc_offset"], rules_of(row["site"]))


def _rows(db: Database) -> dict[str, list[dict[str, Any]]]:
    return {table.name: list(db.table(table.name).rows) for table in SCHEMA}


@pytest.mark.parametrize("want", [MemoryError(), ImportError(), MachineError("No library")], ids=repr)
def test_want_of_memory_is_not_the_page(
    archive: Archive, visit_page: Any, monkeypatch: pytest.MonkeyPatch, want: Exception, crawl: Any
) -> None:
    def fail(*anything: object) -> None:
        raise want

    crawl(visit_page("/a", "安全总结。" * 9))
    name, offset = archive.db.execute("SELECT warc_file, warc_offset FROM captures").fetchone()
    monkeypatch.setattr("archive.article.read", fail)
    with pytest.raises(type(want)):
        read_at(archive.warc_directory / name, offset, None)
