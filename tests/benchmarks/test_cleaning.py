"""What cleaning and cataloguing cost; tests/archive/text/test_damage_figures.py prints what is repaired.

python -m pytest tests/benchmarks/test_cleaning.py -s
"""

from __future__ import annotations

import time
import tracemalloc

from archive.catalogue import catalogue
from archive.text import clean
from archive.text.mirror.damage import SMALL_TABLE, convert_with_pinyin, full_table
from archive.text.mirror.repairs import mirror_repairs
from tests.official_prose import OfficialProse

COMMA = {"，": ","}
ARTICLE = 3_400
SHORT = 2_000
MOST_MEMORY = 10
"""Times the text's UTF-8."""


def test_time_and_memory_of_cleaning(sample_texts: list[str]) -> None:
    text = "\n".join(sample_texts)
    article = text[:ARTICLE]
    pages = {
        "one article": article,
        "a text of a million characters": text * (1_000_000 // len(text)),
        "a glued page": convert_with_pinyin(article, {**SMALL_TABLE, **COMMA}),
        "a page with every character glued": convert_with_pinyin(article, full_table()),
        "a long one": convert_with_pinyin(text, full_table()),
        "a long one on one line": convert_with_pinyin(text.replace("\n", "") * 3, full_table()),
        "5 MB on one line": (text.replace("\n", "") * 60)[:1_700_000],
        "100,000 short lines": "会议通知\n" * 100_000,
        "50,000 brackets": "(" * 50_000,
        "50,000 annotations": "創(chuàng)" * 50_000,
    }
    for name, page in pages.items():
        clean(page[:ARTICLE])
        fast, memory = speed(page, max(1, 300_000 // len(page))), peak(page) / len(page.encode())
        print(f"\n{name:34} {len(page):>9,} characters, {fast:5.2f} million a second", end="")
        print(f", memory {memory:4.1f} times its UTF-8", end="")
        assert memory <= MOST_MEMORY


def test_speed_of_short_clean_texts_and_of_their_catalogue() -> None:
    """No text twice: lines that were folded before are remembered."""
    prose = OfficialProse(seed=9)
    texts = [f"石岭煤矿召开第{n}次安全生产月会议\n{prose.text(SHORT).body}" for n in range(400)]
    clean(texts.pop())
    started = time.process_time()
    for text in texts:
        assert clean(text).title
    fast = sum(map(len, texts)) / (time.process_time() - started) / 1e6
    print(f"\nclean texts of {SHORT:,} characters with titles {fast:18.2f} million a second", end="")
    started = time.process_time()
    for text in texts:
        catalogue("关于开展“安康杯”竞赛的通知", text, {"published_at": "2012-06-01"}, "http://bench.test/")
    spent = time.process_time() - started
    print(f"\ntheir catalogue, {1000 * spent / len(texts):.2f} ms each", end="")


def speed(page: str, times: int) -> float:
    started = time.process_time()
    for _ in range(times):
        mirror_repairs.cache_clear()
        clean(page)
    return len(page) * times / (time.process_time() - started) / 1e6


def peak(page: str) -> int:
    """Measure the second time: tables and caches don't grow with the text."""
    clean(page)
    mirror_repairs.cache_clear()
    tracemalloc.start()
    clean(page)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most
