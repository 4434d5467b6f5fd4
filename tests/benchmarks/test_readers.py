"""The reading room in a process of its own: twenty readers, with and without a crawl that writes meanwhile.

Wall time, since that is what readers wait; the two halves of a run share the machine, so their ratio counts.
"""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote

import httpx
import pytest
from rich.console import Console
from rich.table import Table

READERS = 20
REQUESTS = 15
"""Of each reader, in each half."""
PAGES_A_SECOND = 4
"""That the crawl saves: two to eight sites at once, politely."""
SERVE = "from crawler.cli import main; main()"
PAGES = (
    *(
        "/search?q={}",
        "/search?q={}&sort=newest",
        "/search?q={}&year=2012",
        "/article/key{}?q=的",
        "/",
        "/runs",
    ),
    *("/kwic?q={}&sort=left", "/timeline?q={}", "/search?q={}&site=site03&page=2"),
)


@pytest.fixture
def directory(search_archive: Path, tmp_path: Path) -> Path:
    """A data directory with the large archive, which a crawl may write to."""
    (tmp_path / "warc").mkdir()
    shutil.copy(search_archive, tmp_path / "archive.db")
    with closing(sqlite3.connect(tmp_path / "archive.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    return tmp_path


@contextmanager
def running(*command: str | Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


def words(directory: Path) -> list[str]:
    """Three to four characters each, as readers type them."""
    source = random.Random(16)
    with closing(sqlite3.connect(f"file:{directory / 'archive.db'}?mode=ro", uri=True)) as connection:
        bodies = [row[0] for row in connection.execute("SELECT body FROM article_text LIMIT 400")]
    runs = [run for body in bodies for run in re.findall("[一-龥]{4,}", body)]
    return [run[: source.randint(3, 4)] for run in source.sample(runs, READERS * REQUESTS)]


def ask(address: str, paths: Sequence[str]) -> list[tuple[int, float]]:
    """Status and milliseconds of each page, asked for one after the other."""
    answers = []
    with httpx.Client(base_url=address, timeout=60) as client:
        for path in paths:
            begun = time.monotonic()
            status = client.get(path).status_code
            answers.append((status, (time.monotonic() - begun) * 1000))
    return answers


def twenty(address: str, asked: Sequence[str]) -> list[tuple[int, float]]:
    with ThreadPoolExecutor(READERS) as readers:
        parts = [asked[number::READERS] for number in range(READERS)]
        return [answer for part in readers.map(lambda paths: ask(address, paths), parts) for answer in part]


def peak_megabytes(process: subprocess.Popen[str]) -> int:
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) // 1024


def test_twenty_readers_while_a_crawl_writes(directory: Path) -> None:
    asked = [
        PAGES[number % len(PAGES)].format(
            number + 1 if "key{}" in PAGES[number % len(PAGES)] else quote(word)
        )
        for number, word in enumerate(words(directory))
    ]
    with running("-c", SERVE, "--data", directory, "serve", "--port", "0") as server:
        assert server.stdout
        address = re.findall(r"http://[^/]+", server.stdout.readline())[0]
        ask(address, asked[: len(PAGES)])
        alone = twenty(address, asked)
        before = count_articles(directory)
        with running(Path(__file__).with_name("crawl_peer.py"), directory, str(PAGES_A_SECOND)) as crawl:
            beside = twenty(address, asked)
            assert crawl.poll() is None
        saved, memory = count_articles(directory) - before, peak_megabytes(server)
    halves = {"readers alone": alone, f"and a crawl that saved {saved}": beside}
    table = Table(
        "", "pages", "errors", "median ms", "95th percentile", title=f"{READERS} readers, {memory} MB"
    )
    for name, answers in halves.items():
        taken = [spent for _, spent in answers]
        errors = sum(status != 200 for status, _ in answers)
        table.add_row(name, str(len(answers)), str(errors), f"{median(taken):.0f}", f"{p95(answers):.0f}")
    Console(width=110).print(table)
    assert {status for status, _ in alone + beside} == {200}
    assert saved > 0
    assert p95(beside) < 3 * p95(alone)
    assert memory < 300


def p95(answers: Sequence[tuple[int, float]]) -> float:
    return quantiles([spent for _, spent in answers], n=20)[-1]


def count_articles(directory: Path) -> int:
    with closing(sqlite3.connect(f"file:{directory / 'archive.db'}?mode=ro", uri=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
