from __future__ import annotations

from collections.abc import Sequence

import pytest

from archive.store.exchange import Exchange
from archive.store.runs import StartLists
from archive.store.visit import FORBIDDEN, FrontierLink, Visit
from crawler.archiving.alarms import crawl_alarms
from crawler.archiving.findings import Findings

LIST = "http://mine.test/list.htm"
EXCHANGE = Exchange(url=LIST, captured_at="2026-06-01T08:00:00Z", status=200)


def listing(articles: int, url: str = LIST) -> Visit:
    links = tuple(FrontierLink(url=f"{url}?{number}", kind="article") for number in range(articles))
    return Visit(url=url, kind="listing", exchange=EXCHANGE, links=links)


def failed_text() -> Visit:
    return Visit(url="http://mine.test/a", kind="article", state="failed", reason="answered 500")


def unchanged_text() -> Visit:
    return Visit(url="http://mine.test/a", kind="article", exchange=EXCHANGE)


def alarms(visits: Sequence[Visit], earlier: Sequence[int] = ()) -> str:
    findings = Findings([LIST])
    for visit in visits:
        findings.see(visit)
    return "; ".join(crawl_alarms(findings, [{LIST: links} for links in earlier]))


def test_a_usual_crawl_alarms_nobody() -> None:
    assert alarms([listing(20), *[unchanged_text()] * 20], [20, 21, 19]) == ""
    assert alarms([listing(14)], [20, 20, 20]) == ""
    assert alarms([listing(20), *[failed_text()] * 4]) == ""
    assert alarms([listing(20), *[failed_text()] * 6, *[unchanged_text()] * 6]) == ""


@pytest.mark.parametrize(
    ("visits", "expected"),
    [
        ([listing(0)], "links to no article"),
        ([listing(13)], "13 articles, where 20 are usual"),
        ([Visit(url=LIST, kind="listing", state="skipped", reason=f"{FORBIDDEN} forbids it")], "forbids all"),
        ([listing(20), *[failed_text()] * 6, *[unchanged_text()] * 5], "6 of 11 texts failed"),
    ],
)
def test_alarms(visits: Sequence[Visit], expected: str) -> None:
    assert expected in alarms(visits, [20, 60, 20, 20, 3, 1])


OTHER = "http://mine.test/other.htm"
BOTH = {LIST: 20, OTHER: 30}


@pytest.mark.parametrize(
    ("visits", "earlier", "expected"),
    [
        ([listing(20)], [BOTH], ""),
        ([listing(20), Visit(url=OTHER, kind="listing", state="failed", reason="answered 500")], [BOTH], ""),
        ([listing(12), listing(30, OTHER)], [{LIST: 20, OTHER: None}], "12 articles, where 20 are usual"),
        ([listing(12), listing(30, OTHER)], [{LIST: 20, OTHER: None}, BOTH], ""),
        ([listing(12), listing(30, OTHER)], [{OTHER: 30}, BOTH], ""),
        ([listing(12)], [*[{OTHER: 30}] * 9, BOTH], "12 articles, where 20 are usual"),
        ([listing(0), listing(30, OTHER)], [BOTH], "links to no article"),
    ],
)
def test_each_list_is_compared_with_itself(
    visits: Sequence[Visit], earlier: Sequence[StartLists], expected: str
) -> None:
    findings = Findings([LIST, OTHER])
    for visit in visits:
        findings.see(visit)
    told = [*crawl_alarms(findings, earlier)]
    assert len(told) == bool(expected)
    assert expected in "".join(told)


def test_one_list_that_robots_txt_forbids_is_named() -> None:
    findings = Findings([LIST, OTHER])
    findings.see(listing(20))
    findings.see(Visit(url=OTHER, kind="listing", state="skipped", reason=f"{FORBIDDEN} forbids it"))
    assert [*crawl_alarms(findings, ())] == [f"robots.txt forbids {OTHER}; take it out of `start`"]
