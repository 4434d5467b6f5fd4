"""Pages and reports read no more than they show, where an index tells what that is."""

from __future__ import annotations

from typing import Any

import pytest

from archive.reading.pages.changes import ChangeFilter, changes_page
from archive.reading.pages.runs import _TOTALS
from archive.reading.pages.skipped import skipped_page
from archive.store.archive import Archive
from archive.store.reports.status import _SITES
from archive.store.rows import insert_all
from tests.archive.store.lookups.sizes import FEW, MANY


@pytest.mark.parametrize("count", [_SITES, _TOTALS], ids=["status", "page of runs"])
def test_the_addresses_that_are_done(archive: Archive, fill: Any, steps: Any, count: str) -> None:
    """They are counted nowhere, and most are."""

    def find(texts: range) -> None:
        row = {"site": "mine", "kind": "article", "state": "done", "attempts": 0, "selection": "all"}
        insert_all(archive.db, "frontier", [{"url": str(number), **row} for number in texts])

    fill(FEW)
    find(range(FEW))
    few = steps(lambda: archive.db.execute(count).fetchall())
    find(range(FEW, 10 * MANY))
    assert steps(lambda: archive.db.execute(count).fetchall()) < 1.5 * few


def test_the_changes_read_no_version_that_is_the_only_one(archive: Archive) -> None:
    """Each costs its row of an index alone, without its text."""
    asked = list[str]()
    archive.db.conn.set_trace_callback(asked.append)
    changes_page(archive.db.conn, ChangeFilter())
    archive.db.conn.set_trace_callback(None)
    plans = [row[3] for sql in asked for row in archive.db.execute(f"EXPLAIN QUERY PLAN {sql}")]
    scans = {plan.partition(" USING ")[2] for plan in plans if plan.startswith("SCAN versions")}
    assert scans == {"COVERING INDEX idx_versions_article_id_content_digest"}


def test_the_skipped_pages(archive: Archive, fill: Any, steps: Any) -> None:
    fill(FEW)
    few = steps(lambda: skipped_page(archive.db.conn))
    fill(MANY - FEW)
    assert steps(lambda: skipped_page(archive.db.conn)) < 1.5 * few
