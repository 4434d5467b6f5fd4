from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx
import pytest

from archive.statements import Reason, Relevance
from archive.store.archive import Archive
from archive.store.articles.changes import Irrelevant
from archive.store.recorder import Recorder
from archive.store.visit import FrontierLink, SiteRow
from crawler.reading_room import reading_room

Read = Callable[..., httpx.Response]
MORE_THAN_A_PAGE = 130


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    directory = tmp_path_factory.mktemp("skipped")
    against = Reason(what="tender_in_title", words=("招标",), weight=-1.0)
    found = Irrelevant(title="=招标公告", relevance=Relevance(score=0.0, reasons=(against,)))
    with Archive.create(directory) as archive:
        for site, count in (("mine", 2), ("group", MORE_THAN_A_PAGE)):
            recorder = Recorder.begin(archive, SiteRow(name=site, title=f"名{site}"), "crawl")
            recorder.leave_out(
                [
                    FrontierLink(
                        url=f"http://{site}.example/{number}.htm",
                        kind="article",
                        refused=found.reason,
                        title=found.title,
                    )
                    for number in range(count)
                ]
            )
            recorder.finish("finished")
    room = reading_room(directory, "local")
    asyncio.run(room.invoke_startup())

    def get(path: str) -> httpx.Response:
        answer: httpx.Response = asyncio.run(room.client.get(path, headers={"Accept-Language": "zh"}))
        return answer

    return get


def test_pages_of_a_site_stand_with_title_address_and_reason(read: Read) -> None:
    page = read("/skipped?site=mine").text
    assert "共 2 个网页" in page
    assert "=招标公告" in page
    assert 'href="http://mine.example/1.htm"' in page
    assert "得分 0.00：标题中的招标采购用语（招标） −1.00" in page
    assert "not campaign material" not in page
    assert "group.example" not in page
    english = read("/skipped?site=mine&lang=en").text
    assert "2 pages" in english
    assert "Score 0.00: tender words in the title (招标) −1.00" in english


def test_a_long_list_has_several_pages(read: Read) -> None:
    first, second = read("/skipped?site=group").text, read("/skipped?site=group&page=2").text
    assert first.count("http://group.example/") == 2 * 100
    assert second.count("http://group.example/") == 2 * (MORE_THAN_A_PAGE - 100)
    assert "已超过末页" in read("/skipped?site=group&page=7").text
    assert "没有因与活动无关" in read("/skipped?site=nobody").text


def test_the_file_holds_all_of_a_site_and_no_formula(read: Read) -> None:
    answer = read("/skipped.csv?site=group")
    heading, first, *_ = answer.text.splitlines()
    assert answer.headers["content-type"].startswith("text/csv")
    assert heading == "\ufeffsite,title,url,reason"
    assert first.startswith("group,'=招标公告,http://group.example/129.htm,not campaign material (score .00")
    assert len(answer.text.splitlines()) == MORE_THAN_A_PAGE + 1


def test_the_page_of_the_sites_links_to_it(read: Read) -> None:
    page = read("/runs").text
    assert 'href="/skipped?site=mine">2</a>' in page
    assert f'href="/skipped?site=group">{MORE_THAN_A_PAGE}</a>' in page
