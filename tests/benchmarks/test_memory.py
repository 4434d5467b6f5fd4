"""Memory of a process that catalogues and compares 100,000 short articles, and of what is counted at the end.

python -m pytest tests/benchmarks/test_memory.py -s
CAMPAIGN_BENCH_MEMORY sets another number of articles. The figures are those of a process of its own.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import time
from pathlib import Path

from archive.catalogue import catalogue
from archive.store import copies
from archive.store.archive import open_database
from archive.store.articles.holdings import count_holdings
from archive.store.articles.statements import write_statements
from archive.store.copies.reused_passages import count_reuse
from tests.article_rows import insert_article
from tests.official_prose import OfficialProse

ARTICLES = int(os.environ.get("CAMPAIGN_BENCH_MEMORY", "100000"))
LENGTH = 120
BATCH = 500
MOST_MB = 500


def test_an_archive_fills_in_bounded_memory(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        figures = pool.apply(_filled, [tmp_path / "archive.db"])
    print(f"\n{ARTICLES} articles of {LENGTH} letters")
    for what, (seconds, megabytes) in figures.items():
        print(f"  {what:28} {seconds:7.1f} s CPU, at most {megabytes} MB")
    assert max(megabytes for _, megabytes in figures.values()) < MOST_MB


def _filled(path: Path) -> dict[str, tuple[float, int]]:
    db, prose, figures = open_database(path), OfficialProse(seed=2026), {}
    db.table("sites").insert({"name": "mine", "title": "青山煤矿", "kind": "mine"})
    for first in range(1, ARTICLES + 1, BATCH):
        with db.atomic():
            for number in range(first, min(first + BATCH, ARTICLES + 1)):
                body = prose.text(LENGTH).body
                insert_article(db, number, body)
                stated = catalogue(
                    "关于开展“安康杯”竞赛的通知", body, {}, f"http://mine.example/{number}.html"
                )
                write_statements(db, number, stated)
                copies.add(db, number)
            copies.catch_up(db)
    figures["catalogued and compared"] = _figures()
    with db.atomic():
        count_holdings(db)
        count_reuse(db)
    figures["and counted at the end"] = _figures()
    return figures


def _figures() -> tuple[float, int]:
    return time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
