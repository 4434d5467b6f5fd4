"""What cataloguing costs: CPU time an article, beside cleaning the same text."""

from __future__ import annotations

import json
import time
from pathlib import Path

from archive.catalogue import catalogue
from archive.text import clean

LABELLED = Path(__file__).parent.parent / "archive/catalogue/labelled/texts.jsonl"
CHARACTERS = 1500
ARTICLES = 400


def test_time_of_cataloguing_beside_cleaning() -> None:
    texts = [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines()]
    prose = "\n".join(text["body"] for text in texts)
    bodies = [(prose[start:] + prose)[:CHARACTERS] for start in range(0, 7 * ARTICLES, 7)]
    catalogue("题", bodies[0], {}, "http://bench.test/")
    begun = time.process_time()
    for body in bodies:
        catalogue("关于开展“安康杯”竞赛的通知", body, {"published_at": "2012-06-01"}, "http://bench.test/")
    catalogued = time.process_time() - begun
    begun = time.process_time()
    for body in bodies:
        clean(body, title=None)
    cleaned = time.process_time() - begun
    each = catalogued / ARTICLES
    print(f"\n{ARTICLES} articles of {CHARACTERS} characters, CPU time")
    print(f"  catalogue {1000 * each:6.2f} ms an article, 10,000 in {10_000 * each:.0f} s")
    print(
        f"  clean     {1000 * cleaned / ARTICLES:6.2f} ms an article, {cleaned / catalogued:.2f} times that"
    )
