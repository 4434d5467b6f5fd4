"""A page that reading would not come back from costs its text, and nothing else."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from archive.store.capture_reading import UNREAD
from archive.store.check import check
from crawler.visits import reader

# Rules go to the reader's process with each page, and are made there: those of the list do no harm, the next
# are a regular expression without end, then some take a terabyte, the others find the text by themselves.
BOMBS = """
import re
import crawler.visits.reader
crawler.visits.reader.SHARED.seconds = 5
class Bombs(tuple):
    pages = 0
    def __reduce__(self):
        Bombs.pages += 1
        made = {2: (re.fullmatch, ("(a+)+b", "a" * 64)), 3: (bytearray, (1 << 40,))}
        return made.get(Bombs.pages, (tuple, ()))
"""


@pytest.fixture
def site(web: Any, crawl: Any) -> Any:
    web.add_list("/list.htm", range(1, 5))
    web.add_articles(range(1, 5))
    site = crawl("/list.htm", more="rules=Bombs()")
    declaration = site.sites / "web.py"
    declaration.write_text(BOMBS + declaration.read_text())
    return site


def test_a_reader_that_takes_too_long_or_too_much_is_ended_and_the_pages_are_kept(site: Any) -> None:
    report = site.run(exit_code=1)

    rows = site.frontier()
    failure = "its text could not be made: reading it took more than"
    assert rows["/a/1.htm"] == ["article", "failed", f"{failure} 5 seconds"]
    assert rows["/a/2.htm"] == ["article", "failed", f"{failure} 1024 MB of memory"]
    assert [rows[f"/a/{number}.htm"][1:] for number in (3, 4)] == [["done", None]] * 2
    assert (report["outcome"], report["new"], report["failed"]) == ("finished", 2, 2)
    kept = site.rows("SELECT requested_url FROM captures WHERE kind = 'article' AND status = 200")
    assert len(kept) == 4
    assert check(site.data).faults == ()

    # Once the rules do no harm, both can be had.
    declaration = site.sites / "web.py"
    declaration.write_text(declaration.read_text().replace("pages = 0", "pages = 3"))
    site.plan = {"task": "retry"}
    assert site.run()["new"] == 2


def test_a_signal_ends_a_crawl_while_a_page_without_end_is_read(site: Any) -> None:
    """The page stays pending: nobody knows yet what it holds."""
    declaration = site.sites / "web.py"
    declaration.write_text(declaration.read_text().replace("seconds = 5", "seconds = 3600"))
    site.settings = {"LONGEST_END": 1}
    process = site.start_until("/a/2.htm")
    process.terminate()
    _, errors = process.communicate(timeout=120)

    assert process.returncode == 130
    assert "Traceback" not in errors
    assert site.frontier()["/a/1.htm"] == ["article", "pending", None]


def test_a_list_that_reading_does_not_come_back_from_fails_with_the_reason(site: Any) -> None:
    declaration = site.sites / "web.py"
    declaration.write_text(declaration.read_text().replace("pages = 0", "pages = 1"))
    report = site.run(exit_code=1)

    assert site.frontier() == {"/list.htm": ["listing", "failed", "reading it took more than 5 seconds"]}
    assert report["outcome"] == "failed"


def test_a_signal_ends_a_crawl_while_a_list_without_end_is_read(site: Any) -> None:
    declaration = site.sites / "web.py"
    declared = declaration.read_text().replace("pages = 0", "pages = 1")
    declaration.write_text(declared.replace("seconds = 5", "seconds = 3600"))
    site.settings = {"LONGEST_END": 1}
    process = site.start_until("/list.htm")
    process.terminate()
    _, errors = process.communicate(timeout=120)

    assert process.returncode == 130
    assert "Traceback" not in errors
    assert site.frontier()["/list.htm"] == ["listing", "pending", None]


def test_one_thread_hands_all_pages_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each keeps the memory that the largest file took: of six threads, that of six files."""
    threads = set[int]()

    def ask(_read: Any) -> Any:
        threads.add(threading.get_ident())
        return UNREAD

    monkeypatch.setattr(reader.SHARED, "ask", ask)

    async def ask_often() -> None:
        record: Any = None
        await asyncio.gather(*(reader.read(record, ()) for _ in range(99)))

    asyncio.run(ask_often())
    assert len(threads) == 1
