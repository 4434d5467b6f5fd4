"""The file that a proposal is written to stays small, however many lists the site has."""

from __future__ import annotations

from typing import Any

from crawler.probe.doubts import doubts_of
from crawler.probe.proposal import Proposal
from crawler.probe.site_file import source_of
from tests.crawler.probe.memory import MemoryWeb

HOME = "http://x.example"
DAY = "2026-11-01"


def _of_channels(count: int) -> Proposal:
    row = "<li><a href='/{c}/{c}{n}.htm'>石岭煤矿第{c}采区第{n}次召开动员会</a> 2023-05-0{n}</li>"
    channels = range(10, 10 + count)
    lists = {f"/{c}/list.htm": "".join(row.format(c=c, n=n) for n in range(1, 4)) for c in channels}
    menu = "".join(f"<a href='{path}'>第{path[1:3]}栏</a>" for path in lists)
    article = (
        "<h1>动员会</h1><p>2023-05-01</p><p>矿长要求各区队对照活动方案逐条落实，查出的隐患当班整改。</p>"
    )
    articles = {f"/{c}/{c}{n}.htm": article for c in channels for n in range(1, 4)}
    return MemoryWeb(HOME, {"/": f"<title>石岭煤矿</title>{menu}"} | lists | articles).proposal()


def test_a_site_of_many_lists_has_a_small_file_too() -> None:
    proposal = _of_channels(17)
    source = source_of(proposal, DAY)
    names: dict[str, Any] = {}
    exec(compile(source, "site", "exec"), names)
    assert names["SITE"].start == proposal.start
    assert len(proposal.start) == 17
    assert len([line for line in source.splitlines()[1:] if line]) <= 20
    assert max(map(len, source.splitlines())) <= 110


def test_few_lists_stand_in_lines_of_their_own() -> None:
    assert source_of(_of_channels(3), DAY).count(f'\n        "{HOME}/1') == 3


def test_channels_that_were_not_looked_at_are_counted() -> None:
    assert "4 more channels were not looked at" in doubts_of(_of_channels(22))
