"""The extraction beside readability-lxml and trafilatura, in one run: text, dates, speed.

By default on the recorded pages of the tests, which are short; `BENCH_PAGES` names other folders (separated
by `:`), each with a pages.jsonl (id, url, charset, gold_text, gold_date) and the bytes of each page in
raw/ID.html. The other two get their pages correctly decoded, since they trust what a page declares.
"""

from __future__ import annotations

import json
import logging
import os
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import pytest
import readability
import trafilatura

from archive.extract import extract

RECORDED = Path(__file__).parent.parent / "archive" / "extract" / "pages"
ROUNDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPage:
    body: bytes
    url: str
    charset: str
    text: str
    date: str
    """ISO 8601, as far as it is known; empty where the page has none."""


@dataclass(slots=True)
class Figures:
    scores: list[float]
    dates: list[bool]
    seconds: float = 0.0


Extractor = Callable[[GoldPage], tuple[str, str]]


def ours(page: GoldPage) -> tuple[str, str]:
    extraction = extract(page.body, page.url)
    return extraction.text, extraction.published_at or ""


def of_readability(page: GoldPage) -> tuple[str, str]:
    summary = readability.Document(page.body.decode(page.charset, "replace")).summary(html_partial=True)
    return str(lxml.html.fromstring(summary).xpath("string()")), ""


def of_trafilatura(page: GoldPage) -> tuple[str, str]:
    source = page.body.decode(page.charset, "replace")
    found = trafilatura.bare_extraction(source, url=page.url, favor_precision=True, with_metadata=True)
    return (found.text or "", found.date or "") if found else ("", "")


EXTRACTORS: dict[str, Extractor] = {
    "archive.extract": ours,
    "readability-lxml": of_readability,
    "trafilatura": of_trafilatura,
}


@pytest.mark.filterwarnings("ignore")
def test_beside_its_peers(gram_f1: Callable[[str, str], float]) -> None:
    logging.disable(logging.CRITICAL)
    pages = list(_pages())
    figures = {name: _measure(pages, extractor, gram_f1) for name, extractor in EXTRACTORS.items()}
    logging.disable(logging.NOTSET)
    slowest = figures["readability-lxml"].seconds
    print(f"\n{len(pages)} pages  {'F1':>8}{'>= .90':>8}{'dates':>8}{'ms/page':>9}{'speed':>7}")
    for name, row in figures.items():
        f1 = sum(row.scores) / len(row.scores)
        good = sum(score >= 0.9 for score in row.scores) / len(row.scores)
        dates = f"{sum(row.dates)}/{len(row.dates)}"
        cost = 1000 * row.seconds / len(pages)
        print(f"{name:18}{f1:.4f}{good:8.1%}{dates:>8}{cost:9.2f}{slowest / row.seconds:6.1f}x")
    assert figures["archive.extract"].seconds < slowest


def test_time_and_memory_grow_with_the_page() -> None:
    print()
    paragraph = "<p>　　各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。</p>"
    costs = []
    for count in (90, 900, 9_000, 45_000):
        body = f"<html><body><h1>长文</h1><div>{paragraph * count}</div></body></html>".encode()
        costs.append(_seconds(body) / len(body))
        print(f"{len(body) / 1e6:6.2f} MB {costs[-1] * 1e9:8.1f} ms a MB {_peak(body):6.1f} MB held")
    assert costs[-1] < 3 * costs[0]


@pytest.mark.parametrize(
    ("name", "unit", "count"),
    [
        ("nested boxes", "<div>", 100_000),
        ("attributes of one tag", " a='<'", 100_000),
        ("comments before the page", "<!-- 甲 -->\n", 100_000),
        ("words of an unclosed title", "-甲乙丙丁", 100_000),
    ],
)
def test_hostile_pages_cost_no_more_than_they_are_long(name: str, unit: str, count: int) -> None:
    opening = {" ": "<p", "-": "<title>甲乙丙丁"}.get(unit[0], "")
    costs = []
    for size in (count // 10, count):
        body = f"{opening}{unit * size}<p>各单位要加强领导，落实责任。</p>".encode()
        costs.append(_seconds(body) / len(body))
    print(f"\n{count} {name}: {costs[-1] * count * len(unit.encode()) * 1000:.0f} ms", end="")
    assert costs[-1] < 4 * costs[0]


def _seconds(body: bytes) -> float:
    start = time.process_time()
    extract(body, "http://long.example/1.htm")
    return time.process_time() - start


def _measure(pages: list[GoldPage], extractor: Extractor, gram_f1: Callable[[str, str], float]) -> Figures:
    figures = Figures([], [])
    for page in pages:
        text, date = extractor(page)
        figures.scores.append(gram_f1(text, page.text))
        if len(page.date) >= 10:
            figures.dates.append(date[:10] == page.date[:10])
    for _ in range(ROUNDS):
        start = time.process_time()
        for page in pages:
            extractor(page)
        figures.seconds += (time.process_time() - start) / ROUNDS
    return figures


def _pages() -> Iterator[GoldPage]:
    folders = os.environ.get("BENCH_PAGES")
    if not folders:
        yield from map(_recorded, sorted(RECORDED.glob("*.json")))
        return
    for folder in map(Path, folders.split(":")):
        for line in (folder / "pages.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            if row.get("gold_text"):
                yield GoldPage(
                    body=(folder / "raw" / f"{row['id']}.html").read_bytes(),
                    url=row.get("url") or "",
                    charset=row["charset"],
                    text=row["gold_text"],
                    date=_padded(row.get("gold_date") or ""),
                )


def _recorded(path: Path) -> GoldPage:
    right = json.loads(path.read_text("utf-8"))
    return GoldPage(
        body=path.with_suffix(".html").read_text("utf-8").encode(right["encoding"]),
        url=right["url"],
        charset=right["encoding"],
        text="\n".join(text for _, _, text in right["blocks"]),
        date=str(right["fields"].get("published_at", "")),
    )


def _padded(date: str) -> str:
    year, *rest = date.partition(" ")[0].split("-")
    return "-".join([year, *(number.zfill(2) for number in rest)])


def _peak(body: bytes) -> float:
    tracemalloc.start()
    extract(body, "http://long.example/1.htm")
    peak: int = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6
