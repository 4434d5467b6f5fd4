"""Numbers and targets: on the page of an article, and of all texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.datasette_pages.answers import Read, table
from tests.datasette_pages.written_library import write_library


def subjects(page: str) -> list[str]:
    return re.findall(r'<th scope="row" lang="zh">(.*?)</th>', page)


def test_the_page_and_the_file_show_the_same(read: Read) -> None:
    address = "?subject=" + quote("標兵") + "&kind=unknown&site=shibanqiao"
    rows = table(read("/quantities.csv" + address))
    assert [(row["subject"], row["value"], row["unit"]) for row in rows] == [("安全标兵", "30.0", "人")]
    page = read("/quantities" + address).text
    assert subjects(page) == ["安全标兵"]
    assert "共 1 处，见于 1 篇文献" in page and "安全标兵三十名" in page
    assert f'href="/article/{rows[0]["key"]}#quantities"' in page
    assert 'value="標兵"' in page and f'href="/quantities.csv{address.replace("&", "&amp;")}"' in page


def test_pages_of_a_hundred_hold_all_that_the_file_holds(read_demo: Read) -> None:
    rows = table(read_demo("/quantities.csv"))
    shown = [name for number in (1, 2) for name in subjects(read_demo(f"/quantities?page={number}").text)]
    assert shown == [row["subject"] or "–" for row in rows]
    assert len(rows) > 100


@pytest.mark.parametrize("address", ["/quantities?kind=target", "/quantities?site=hengling", "/quantities"])
def test_english(read: Read, address: str) -> None:
    page = read(address, **{"Accept-Language": "en"}).text
    assert "Quantities and targets" in page


def test_nothing_found(read: Read) -> None:
    assert "没有这样的数字" in read("/quantities?subject=" + quote("<b>")).text
    assert table(read("/quantities.csv?site=nowhere")) == []


def test_an_article_leads_from_each_number_to_its_place(read: Read) -> None:
    (row,) = table(read("/quantities.csv?subject=" + quote("安全标兵")))
    page = read(f"/article/{row['key']}").text
    section = page.partition('<section class="quantities"')[2].partition("</section>")[0]
    assert "安全标兵" in section and re.search(r"<mark>安全标兵三十名</mark>", section)
    (paragraph,) = set(re.findall(r'#p(\d+)"[^>]*>[^<]*<mark>安全标兵三十名', section))
    assert "安全标兵三十名" in page.partition(f'id="p{paragraph}"')[2].partition("</p>")[0]


def test_regions_have_names_of_their_own_and_evidence_is_marked(
    tmp_path: Path, reading: Callable[[Path, str], Read]
) -> None:
    article = {
        "site": "shibanqiao",
        "path": "wuxiao.htm",
        "title": "群众性技术创新活动总结",
        "published_at": "2012-01-05",
        "seen": ["2026-10-03T03:00:00Z"],
        "text": "全年共完成“五小”成果120项。\n| 单位 | 项数\n| 机电科 | 40\n其余各队：\n| 通风队 | 80\n",
    }
    read = reading(write_library(tmp_path, "library.toml", [article]), "local")
    (link,) = re.findall(r'<h2><a href="(/article/[^"?]+)', read(f"/search?q={quote('标题:技术创新')}").text)
    page = read(link).text
    names = re.findall(r'role="region" aria-label="([^"]*)"', page)
    assert names == ["表格 1", "表格 2", "数量与指标表"]
    (words,) = re.findall(r'<td class="evidence"[^>]*><a href="([^"#]*)#p1"[^>]*>', page)
    text = read(unescape(words)).text.partition('id="p1"')[2].partition("</p>")[0]
    (marked,) = re.findall("<mark[^>]*>(.*?)</mark>", text)
    assert "五小" in marked and "120项" in marked
