from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import quote

import pytest

from archive.reading.article.shown_text import ShownText
from tests.datasette_pages.answers import Read

Link: TypeAlias = Callable[[str], str]


@pytest.fixture
def link_to(read: Read) -> Link:
    def link(title: str) -> str:
        page = read("/search?q=" + quote(f'标题:"{title}"')).text
        match = re.search(r"/article/[a-z2-7]{12}", page)
        assert match
        return match[0]

    return link


def test_text_with_anchors_headings_lists_and_tables(read: Read, link_to: Link) -> None:
    page = read(link_to("百日安全无事故")).text
    assert '<h2 id="p3" class="heading">' in page
    assert page.count("<tr id=") == 4
    assert "<td>顶板管理专项检查</td><td>生产科、安监处</td><td>六月三十日</td>" in page
    assert page.count('<li id="p') == 3
    assert re.search(r'class="signature">.*石板桥煤矿委员会</p>', page)
    assert '<a href="#p3">一、指导思想</a>' in page


def test_hits_are_marked_in_text_and_title(read: Read, link_to: Link) -> None:
    page = read(link_to("百日安全无事故") + "?q=" + quote("百日安全")).text
    assert "<mark>百日安全</mark>无事故”竞赛活动的实施方案</h1>" in page
    assert "命中 2 处" in page and 'href="#hit-1"' in page
    assert re.search(r'id="hit-1" href="#hit-2".*id="hit-2" href="#hit-1"', page, re.DOTALL)


def test_a_gap_stands_where_text_is_missing(read: Read, link_to: Link) -> None:
    page = read(link_to("安全生产月活动总结")).text
    before, gap, after = (
        page.index(text) for text in ("有检查、有总结。", "此处缺 643 字", "三是开展隐患排查")
    )
    assert before < gap < after


def test_the_site_shows_less_than_the_whole(read: Read, link_to: Link) -> None:
    page = read(link_to("创先争优活动动员大会上的讲话")).text
    assert "原站只显示 1,807 字，全文 2,842 字" in page
    assert "此处缺 1,035 字" in page
    assert '<div class="text" lang="zh-Hant">' in page


def test_provenance_names_capture_digest_and_place_in_the_file(read: Read, link_to: Link) -> None:
    page = read(link_to("安全生产月活动总结")).text
    assert 'href="http://fanwenku.example/show-88213.html"' in page
    assert re.search(r"sha256:[0-9a-f]{64}", page)
    assert re.search(r"fanwenku-[^<]+\.warc\.gz</code> 偏移 \d+，\d+ 字节", page)
    assert "2026-10-05 05:00:00 UTC" in page and "2026-11-05 05:00:00 UTC" in page


@pytest.mark.parametrize(("title", "visits"), [("党建工作要点", 1), ("安全生产月活动总结", 2)])
def test_when_it_was_seen_is_told_once_or_as_a_span(
    read: Read, link_to: Link, title: str, visits: int
) -> None:
    seen = re.search(r"<dt>见于本站</dt><dd>(.*?)</dd>", read(link_to(title)).text)
    assert seen and seen[1].count("<time") == visits


def test_what_was_removed_is_shown_by_rule(read: Read, link_to: Link) -> None:
    page = read(link_to("安全生产月活动总结")).text
    assert "文中省略提示" in page
    assert re.search(r"<del>[^<]*省略643字[^<]*</del>", page)


def test_versions_show_their_difference(read: Read, link_to: Link) -> None:
    page = read(link_to("百日安全无事故")).text
    assert "奖励<del>二</del><ins>三</ins>百元" in page


def test_the_text_of_an_attachment(read: Read, link_to: Link) -> None:
    page = read(link_to("百日安全无事故")).text
    assert "竞赛考核细则.docx" in page and "一通三防三十分" in page
    assert '<details><summary lang="zh">竞赛考核细则.docx' in page


def test_an_attachment_with_a_match_is_open_and_a_line_leads_to_it(read: Read, link_to: Link) -> None:
    lines = read("/kwic?q=" + quote("一通三防三十分")).text
    (link,) = re.findall(r'href="(/article/[^"]+)#attachments"', lines)
    page = read(link.replace("&amp;", "&")).text
    assert '<details open><summary lang="zh">竞赛考核细则.docx' in page
    assert "<mark>一通三防三十分</mark>" in page and 'id="attachments"' in page


def test_citation(read: Read, link_to: Link) -> None:
    assert (
        "周远山,李树坡. 关于开展“百日安全无事故”竞赛活动的实施方案[EB/OL]. (2010-06-12)[2026-11-08]. "
        "http://shibanqiao.example/xxyd/2010/0612.htm." in read(link_to("百日安全无事故")).text
    )


def test_plain_text(read: Read, link_to: Link) -> None:
    page = read(link_to("安全生产月活动总结") + ".txt")
    assert page.headers["content-type"].startswith("text/plain")
    assert "title: 某煤业公司安全生产月活动总结\n" in page.text
    assert "有总结。⟦此处缺 643 字⟧\n三是" in page.text


def test_json_gives_the_raw_text_back_from_body_and_edits(read: Read, link_to: Link) -> None:
    article = json.loads(read(link_to("安全生产月活动总结") + ".json").text)
    raw = article["raw_text"]
    for edit in article["edits"]:
        assert raw[edit["start"] : edit["end"]] == edit["removed"]
    assert article["gaps"] == [
        {"position": article["gaps"][0]["position"], "kind": "inline", "omitted_chars": 643}
    ]
    assert article["origins"]["published_at"] == "text"
    assert article["body"].startswith("根据上级") and "省略" not in article["body"]


@pytest.mark.parametrize(
    "address", ["/article/aaaaaaaaaaaa", "/article/%23", "/article/x.json", "/capture/999", "/no"]
)
def test_an_unknown_address_is_answered_with_help(read: Read, address: str) -> None:
    page = read(address)
    assert page.status_code in (302, 404)


def test_a_capture_is_plain_text_that_runs_nothing(read: Read, link_to: Link) -> None:
    article = read(link_to("恶意")).text
    match = re.search(r'href="(/capture/\d+)"', article)
    assert match
    page = read(match[1])
    assert page.headers["content-type"].startswith("text/plain")
    assert page.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "200 OK" in page.text and "<script>window.attacked=1</script>" in page.text and "恶意" in page.text


def test_hostile_text_is_escaped(read: Read, link_to: Link) -> None:
    page = read(link_to("恶意") + "?q=" + quote("<script>")).text
    assert "<script" not in page and "<img src=x" not in page and 'href="javascript' not in page
    assert "{{ 7*7 }}" in page


def test_the_other_script_is_for_reading_only(read: Read, link_to: Link) -> None:
    link = link_to("创先争优活动动员大会上的讲话")
    page = read(f"{link}?shown=Simplified&q=" + quote("创先争优")).text
    assert '<div class="text" lang="zh-Hans">' in page and "今天我们召开" in page
    assert "<mark>创先争优</mark>" in page and "此处缺 1,035 字" in page
    assert "正文由程序转换字体" in page and "集團公司創先爭優活動動員大會上的講話[EB/OL]" in page
    assert "今天我們召開" in read(f"{link}?shown=Traditional").text
    assert "今天我們召開" in read(f"{link}.txt?shown=Simplified").text


def test_neighbours_in_time_are_of_the_same_site(read: Read, link_to: Link) -> None:
    page = read(link_to("党建工作要点")).text
    near = re.findall(r'<time datetime="([0-9-]+)[^>]*>[^<]*</time> <a href="/article/', page)
    assert near == ["2014-05-05", "2019-06-11"]


def test_as_scraped_beside_as_cleaned(read: Read, link_to: Link) -> None:
    page = read(link_to("安全生产月活动总结") + "/cleaning").text
    assert re.search(r"<del>[^<]*省略643字[^<]*</del><sup>\d+</sup>", page)
    assert "文中省略提示" in page and page.count("三是开展隐患排查") == 2
    assert "\n</del>" not in page, "its number would stand on the next line"
    assert "<script>window" not in read(link_to("恶意") + "/cleaning").text


def test_hits_are_counted_once_a_page(read: Read, link_to: Link, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting looks at every paragraph: done for each of them, a table of 5,000 rows took 20 seconds."""
    counted: list[ShownText] = []

    def count(text: ShownText) -> int:
        counted.append(text)
        return 2

    monkeypatch.setattr(ShownText, "hits", property(count))
    assert "命中 2 处" in read(link_to("百日安全无事故") + "?q=" + quote("百日安全")).text
    assert len(counted) == 1
