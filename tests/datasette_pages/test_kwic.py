"""`/kwic`: a line for each match, its collocates, how frequent it is by year; and each as a file."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

import pytest

from archive.fold import fold
from tests.datasette_pages.answers import Read, table


def test_every_match_has_a_line_in_its_original_script(read: Read) -> None:
    page = read("/kwic?q=" + quote("创先争优")).text
    marked = re.findall(r"<mark>(.*?)</mark>", page)
    assert len(marked) == int(re.findall(r"共 (\d+) 处", page)[0]) > 4
    assert set(marked) == {"创先争优", "創先爭優"}


def test_a_line_leads_to_its_match_in_the_text(read: Read) -> None:
    page = unescape(read("/kwic?q=" + quote("创先争优")).text)
    lines = re.findall(r"<mark>(.*?)</mark>.*?href=\"(/article/[^\"#]+)(?:#([\w-]+))?\"", page, re.DOTALL)
    led = [(match, link, anchor) for match, link, anchor in lines if anchor]
    assert len(led) > 3
    for match, link, anchor in led:
        assert f'<mark id="{anchor}">{match}</mark>' in read(link).text


def test_a_file_of_lines_says_more_and_where_it_stands(read: Read) -> None:
    lines = table(read("/kwic.csv?q=" + quote("创先争优")))
    assert max(len(line["left"]) for line in lines) > 20
    for line in lines:
        article = read(f"/article/{line['key']}.json").json()
        start = int(line["start"])
        if line["field"] in ("title", "body"):
            assert article[line["field"]][start:].startswith(line["match"])
    assert {line["articles"] for line in lines} == {str(len({line["key"] for line in lines}))}


def test_the_way_back_leads_to_the_list_with_its_filters(read: Read) -> None:
    page = read("/kwic?q=" + quote("安全") + "&year=2010&sort=left").text
    back = re.findall(r'href="(/search[^"]*)">返回结果列表', page)
    assert back == [f"/search?q={quote('安全')}&amp;year=2010"]


@pytest.mark.parametrize("sort", ["left", "right", "date"])
def test_the_csv_is_the_pages_in_their_order(read: Read, sort: str) -> None:
    asked = f"q={quote('调度')}&sort={sort}"
    shown: list[str] = []
    pages = int(re.findall(r"第 1 页，共 (\d+) 页", read(f"/kwic?{asked}").text)[0])
    assert pages > 1
    for number in range(1, pages + 1):
        shown += re.findall(r'href="/article/(\w{12})\?q', read(f"/kwic?{asked}&page={number}").text)
    behind = read(f"/kwic?{asked}&page=99").text
    assert "没有找到" not in behind and re.findall(r'rel="prev"[^>]*page=(\d+)', behind) == [str(pages)]
    lines = table(read(f"/kwic.csv?{asked}"))
    assert [line["key"] for line in lines] == shown
    assert {line["count"] for line in lines} == {str(len(lines))}


def test_what_was_not_done_for_too_many_lines_is_said(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.search.concordance.survey.MOST_WITH_CONTEXTS", 2)
    monkeypatch.setattr("archive.reading.pages.kwic.MOST_WITH_CONTEXTS", 2)
    page = read("/kwic?sort=right&q=" + quote("井下")).text
    assert "不能按上下文排列" in page and "未统计搭配" in page
    assert {line["sorted_by"] for line in table(read("/kwic.csv?sort=right&q=" + quote("井下")))} == {"date"}


def test_a_concordance_of_nothing_leads_on(read: Read) -> None:
    nothing = read("/kwic?q=" + quote("查无此词")).text
    assert re.search(r'没有找到；<a href="/search\?q=[^"]+">', nothing) and "排序" not in nothing
    unasked = read("/kwic").text
    assert "没有找到" not in unasked and "输入检索词" in unasked


@pytest.mark.parametrize("query", ["-化工", "网站:hengling", "-化工 -党建"])
def test_a_concordance_of_what_only_excludes_leads_to_the_articles(read: Read, query: str) -> None:
    page = read("/kwic?q=" + quote(query)).text
    assert "没有找到" not in page and "共 0 处" not in page and "文中无处可标" in page
    (link,) = re.findall(r'<a href="([^"]+)">看符合的文章</a>', page)
    assert re.search(r"共 [1-9]\d* 篇", read(unescape(link)).text)
    assert "nothing can be marked" in read(f"/kwic?lang=en&q={quote(query)}").text


def test_a_collocate_leads_to_its_lines(read: Read) -> None:
    page = unescape(read("/kwic?q=" + quote("安全")).text)
    collocates = page.partition('id="collocates"')[2].partition("</table>")[0]
    led = re.findall(r'<th scope="row" lang="zh"><a href="([^"]+)">([^<]+)</a></th>', collocates)
    assert len(led) > 5
    for link, word in led:
        matches = re.findall(r"<mark>(.*?)</mark>", read(f"/kwic{link}").text)
        assert "安全" in map(fold, matches) and any(fold(word) in fold(match) for match in matches), word
    several = unescape(read("/kwic?q=" + quote("安全 OR 生产")).text)
    assert '<th scope="row" lang="zh"><a' not in several.partition('id="collocates"')[2]


def test_how_frequent_words_are_by_year(read: Read) -> None:
    asked = f"q={quote('创先争优')}"
    page, rows = unescape(read(f"/kwic?{asked}").text), table(read(f"/frequencies.csv?{asked}"))
    lines = table(read(f"/kwic.csv?{asked}"))
    assert sum(int(row["matches"]) for row in rows) == len(lines)
    assert sum(int(row["articles"]) for row in rows) == int(lines[0]["articles"])
    for row in rows:
        assert float(row["per_10000_characters"]) == pytest.approx(
            10_000 * int(row["matches"]) / int(row["characters"]), abs=1e-4
        )
    shown = re.findall(r'<th scope="row"><a href="([^"]+)">(\d{4})</a></th><td>(\d+)</td>', page)
    assert [year for _, year, _ in shown] == [row["year"] for row in rows if row["matches"] != "0"]
    for link, _, matches in shown:
        assert f"共 {matches} 处" in read(f"/kwic{link}").text


def test_collocates(read: Read) -> None:
    words = {row["word"]: row for row in table(read("/collocates.csv?q=" + quote("创先争优")))}
    assert int(words["活动"]["count"]) > 2 and float(words["活动"]["log_likelihood"]) > 0
    assert ">活动</a></th>" in read("/kwic?q=" + quote("创先争优")).text
