"""Which pages of a site are kept: of its campaign channels all, elsewhere campaign material."""

from __future__ import annotations

from typing import Any

TENDER = "皮带采购招标公告"


def add_tender(web: Any, number: int) -> None:
    text = "<p>投标人须具有独立法人资格，投标截止时间为本月十七日九时，标书售后不退。</p>" * 6
    web.add(
        f"/a/{number}.htm",
        f"<title>{TENDER}</title><h1>{TENDER}</h1><div>{text}<p><a href='/files/a.txt'>附件</a></p></div>",
    )


def add_list(web: Any, path: str, *numbers: int, more: str = "") -> None:
    items = "".join(f'<li><a href="/a/{number}.htm">{TENDER}</a></li>' for number in numbers)
    web.add(path, f"<title>列表</title><ul>{items}</ul>{more}")


def articles(site: Any) -> set[str]:
    return {url.removeprefix(site.web.url("")) for (url,) in site.rows("SELECT url FROM articles")}


def test_what_is_no_campaign_material_is_skipped_with_a_reason(web: Any, crawl: Any) -> None:
    add_list(web, "/list.htm", 1, 2)
    web.add_article(1)
    add_tender(web, 2)
    site = crawl("/list.htm")

    report = site.run()

    assert (report["new"], report["skipped"], report["irrelevant"]) == (1, 1, 1)
    assert articles(site) == {"/a/1.htm"}
    kind, state, reason = site.frontier()["/a/2.htm"]
    assert (kind, state) == ("article", "skipped")
    assert reason.startswith("not campaign material (score .00: tender_in_title 采购、招标 −1.00")
    assert "/files/a.txt" not in site.frontier()
    assert site.rows("SELECT count(*) FROM captures WHERE url LIKE '%/a/2.htm'") == [(1,)]
    assert site.rows(
        "SELECT relevance, relevance_reasons LIKE '%campaign_subject 安全生产月%' FROM articles"
    ) == [(1.0, 1)]


def test_a_skipped_page_is_not_asked_for_again(web: Any, crawl: Any) -> None:
    add_list(web, "/list.htm", 2)
    add_tender(web, 2)
    site = crawl("/list.htm")
    site.run()
    site.make_due()
    site.run()
    assert web.times("/a/2.htm") == 1


def test_all_of_a_campaign_channel_is_kept(web: Any, crawl: Any) -> None:
    add_list(web, "/list.htm", 1, 2)
    add_list(web, "/party.htm", 2, more='<a href="party_2.htm">下一页</a>')
    add_list(web, "/party_2.htm", 3)
    for number in (1, 2, 3):
        add_tender(web, number)
    site = crawl("/list.htm", "/party.htm", more=f"channels=({web.url('/party.htm')!r},),")
    site.run()
    assert articles(site) == {"/a/2.htm", "/a/3.htm"}
    assert site.frontier()["/files/a.txt"][1] == "done"


def test_a_channel_that_is_no_start_list_is_warned_of(web: Any, crawl: Any) -> None:
    add_list(web, "/party.htm", 2)
    add_tender(web, 2)
    site = crawl("/party.htm", more=f"channels=({web.url('/party.html')!r},),")
    warning = f"{web.url('/party.html')} stands in `channels` and not in `start`: it selects nothing"
    assert warning in site.run()["warnings"]
    assert articles(site) == set()


def test_a_list_that_becomes_a_channel_brings_what_was_skipped(web: Any, crawl: Any) -> None:
    add_list(web, "/list.htm", 1, more='<a href="list_2.htm">下一页</a>')
    add_list(web, "/list_2.htm", 2)
    for number in (1, 2):
        add_tender(web, number)
    site = crawl("/list.htm")
    assert site.run()["irrelevant"] == 2
    site.define("/list.htm", more=f"channels=({web.url('/list.htm')!r},),")
    assert site.run()["new"] == 2
    assert articles(site) == {"/a/1.htm", "/a/2.htm"}


def test_a_page_that_a_researcher_names_is_kept(web: Any, crawl: Any) -> None:
    add_list(web, "/list.htm", 1)
    add_tender(web, 1)
    site = crawl("/list.htm")
    site.run()
    site.plan = {"task": "pages", "pages": [web.url("/a/1.htm")]}
    site.run()
    assert articles(site) == {"/a/1.htm"}


def test_titles_keep_pages_from_being_fetched_only_where_a_site_asks_for_it(web: Any, crawl: Any) -> None:
    add_list(web, "/list.htm", 1)
    add_list(web, "/party.htm", 2)
    add_tender(web, 2)
    site = crawl(
        "/list.htm",
        "/party.htm",
        more=f"channels=({web.url('/party.htm')!r},), unwanted_titles='招标公告|中标',",
    )
    site.run()
    assert web.times("/a/1.htm") == 0
    assert site.frontier()["/a/1.htm"][1:] == ["skipped", "not campaign material by its title"]
    assert site.rows("SELECT title FROM frontier WHERE url LIKE '%/a/1.htm'") == [(TENDER,)]
    assert articles(site) == {"/a/2.htm"}
