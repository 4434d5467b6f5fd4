"""CPU time of whole pages, from the request to the last byte; no page was asked for before.

python -m pytest tests/benchmarks/test_page_latency.py -s
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Final
from urllib.parse import quote

import pytest
from datasette.app import Datasette
from rich.console import Console
from rich.table import Table
from sqlite_utils import Database

from crawler.reading_room import reading_room

FREQUENT: Final = ("的", "一", "有", "是", "不", "人", "中")
PAGES: Final = 7
"""Of each kind."""
LIMITS: Final = {"article": 20, "home": 40, "search, under 2 %": 60, "search, 90 %": 250}


@pytest.fixture
def directory(search_archive: Path, tmp_path: Path) -> Path:
    (tmp_path / "warc").mkdir()
    (tmp_path / "archive.db").symlink_to(search_archive)
    return tmp_path


@pytest.fixture
def words(search_archive: Path) -> Callable[[int, int], list[str]]:
    """Words of two characters that so many articles hold."""

    def between(least: int, most: int) -> list[str]:
        sql = (
            "SELECT term FROM articles_tokens WHERE doc BETWEEN ? AND ? AND length(term) = 2 AND term > '一'"
            " ORDER BY doc % 1009 LIMIT ?"
        )
        with closing(Database(search_archive)) as database:
            return [row[0] for row in database.execute(sql, (least, most, PAGES))]

    return between


def milliseconds(directory: Path, paths: Sequence[str]) -> list[float]:
    """CPU time of each page, asked of one server; none is asked for twice but the front page."""
    room: Datasette = reading_room(directory, "local")

    async def ask() -> list[float]:
        await room.invoke_startup()
        await room.client.get("/search?q=%E9%BE%98")
        return [await spent(path) for path in paths]

    async def spent(path: str) -> float:
        begun = time.process_time()
        assert (await room.client.get(path)).status_code == 200
        return (time.process_time() - begun) * 1000

    return asyncio.run(ask())


def test_each_page_stays_below_its_limit(directory: Path, words: Callable[[int, int], list[str]]) -> None:
    pages: dict[str, Sequence[str]] = {
        "article": [f"/article/key{number}?q=" + quote("的") for number in range(1, PAGES * 7000, 7000)],
        "home": ["/"] * PAGES,
        "search, under 2 %": [f"/search?q={quote(word)}" for word in words(50, 1000)],
        "search, 90 %": [f"/search?q={quote(word)}" for word in FREQUENT],
        "concordance, 20,000 lines": [f"/kwic?sort=left&q={quote(word)}" for word in words(15_500, 16_500)],
        "? between frequent ones": [f"/search?q={quote(word)}" for word in ("的?有", "中?我", "不?人?是")],
    }
    table = Table("page", "pages", "median", "slowest", "limit", title="Pages, CPU ms, cold")
    measured = iter(milliseconds(directory, [path for paths in pages.values() for path in paths]))
    taken = {name: [next(measured) for _ in paths] for name, paths in pages.items()}
    for name, each in taken.items():
        numbers = (f"{median(each):.0f}", f"{max(each):.0f}", str(LIMITS.get(name, "")))
        table.add_row(name, str(len(each)), *numbers)
    Console(width=110).print(table)
    assert all(median(taken[name]) < limit for name, limit in LIMITS.items())
