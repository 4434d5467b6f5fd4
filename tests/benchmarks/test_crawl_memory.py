"""Peak memory of the crawler process over crawls of different sizes: it must not grow with the site.

    MEMORY_PAGES=2000,20000 python -m pytest tests/benchmarks/test_crawl_memory.py -s

Every page is another one, and shows lines of its own at its edges beside one that all of them repeat.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

from tests.benchmarks.crawled_site import CRAWL, CrawledSite, measured
from tests.serving import serving

PAGES = [int(number) for number in os.environ.get("MEMORY_PAGES", "2000,10000").split(",")]
MOST_MEGABYTES = 250
MOST_GROWTH = 1.1

HAN = "安全生产月活动各区队对照方案逐条落实班组碰头盯住运输排水通风机电检修隐患整改台账"

SPENT = """
import json, time
# Of this program alone: getrusage counts what the process that started it had in memory, too.
peak = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024
print(json.dumps({"new": report.new, "megabytes": peak, "cpu": time.process_time()}))
"""


def words(number: int, place: int, length: int) -> str:
    return "".join(random.Random(number * 100 + place).choices(HAN, k=length))


def article(number: int) -> str:
    edges = [f"<p>{words(number, place, 20)}</p>" for place in range(12)]
    prose = [f"<p>{words(number, place, 60)}，{words(number, -place, 50)}。</p>" for place in (20, 30)]
    return (
        f"<h1>安全生产月简报第{number}期</h1><div>2010-06-08 来源：石岭煤矿</div>"
        f"<div><p>石岭煤矿信息公开栏</p>{''.join([*edges[:6], *prose, *edges[6:]])}</div>"
    )


def test_peak_memory_is_flat(tmp_path: Path) -> None:
    print("\n   pages   peak MB     CPU s")
    peaks = []
    for pages in PAGES:
        with serving(site := CrawledSite(article, pages=pages, per_list=200)):
            spent = measured(CRAWL + SPENT, site.origin, tmp_path / str(pages))
        assert spent["new"] == pages
        print(f"{pages:8,}{spent['megabytes']:10.0f}{spent['cpu']:10.1f}")
        peaks.append(spent["megabytes"])
    assert max(peaks) <= min(MOST_MEGABYTES, MOST_GROWTH * peaks[0])
