"""CPU of a whole crawl against Scrapy's bare fetch of the same pages; bytes of an unchanged crawl."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from tests.benchmarks.crawled_site import CRAWL, CrawledSite, measured
from tests.official_prose import OfficialProse
from tests.serving import serving

PAGES = int(os.environ.get("BENCH_PAGES", "2000"))
FURNITURE = "".join(f'<li class="menu-item"><a href="/channel/{n}/">栏目之{n}</a></li>' for n in range(150))

SPENT = """
import json, resource
usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
cpu = sum(spent.ru_utime + spent.ru_stime for spent in usage)
print(json.dumps({"cpu": cpu, "megabytes": usage[0].ru_maxrss / 1024}))
"""

BARE = """
import sys
from scrapy import Spider
from scrapy.crawler import CrawlerProcess
class Bare(Spider):
    name = "bare"
    start_urls = [f"{sys.argv[1]}/a/{number}.htm" for number in range(int(sys.argv[2]))]
    def parse(self, response):
        pass
process = CrawlerProcess({"LOG_LEVEL": "ERROR", "CONCURRENT_REQUESTS": 1, "TELNETCONSOLE_ENABLED": False})
process.crawl(Bare)
process.start()
"""


@cache
def texts() -> list[str]:
    """No two of one form: such pages are compared pair by pair, which is no cost of a crawl of others."""
    prose = OfficialProse(seed=6)
    return [prose.text(1350).body for _ in range(PAGES)]


def article(number: int) -> str:
    lines = texts()[number % PAGES].splitlines()
    text = "".join(f"<p>开展安全生产月活动：{line}</p>" for line in lines)
    head = f"<h1>安全生产月简报第{number}期</h1><div>2010-06-08 来源：石岭煤矿</div>"
    return f"<ul>{FURNITURE}</ul>{head}<div>{text}</div><ul>{FURNITURE}</ul>"


def test_cost_of_a_crawl_beside_a_bare_one(tmp_path: Path) -> None:
    with serving(site := CrawledSite(article, pages=PAGES, per_list=50)):
        bare = measured(BARE + SPENT, site.origin.replace("bench.localhost", "127.0.0.1"), str(PAGES))
        site.sent = 0
        full = measured(CRAWL + SPENT, site.origin, tmp_path)
        first, site.sent = site.sent, 0
        with closing(sqlite3.connect(tmp_path / "archive.db")) as db, db:
            assert db.execute("SELECT count(*) FROM articles").fetchone() == (PAGES,)
            db.execute("UPDATE frontier SET next_visit_at = '2020-01-01T00:00:00Z' WHERE kind = 'article'")
        again = measured(CRAWL + SPENT, site.origin, tmp_path)
    with closing(sqlite3.connect(tmp_path / "archive.db")) as db:
        unchanged = db.execute("SELECT unchanged FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    assert unchanged == (PAGES,)

    print(f"\n{PAGES} pages            CPU s   of bare   peak MB   bytes sent")
    for name, spent, sent in (
        ("bare fetch", bare, 0),
        ("full crawl", full, first),
        ("again", again, site.sent),
    ):
        ratio = spent["cpu"] / bare["cpu"]
        print(f"{name:18}{spent['cpu']:8.1f}{ratio:10.2f}{spent['megabytes']:10.0f}{sent:13,}")
    print(f"an unchanged crawl takes {first / site.sent:.0f} times fewer bytes")
