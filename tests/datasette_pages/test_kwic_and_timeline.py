from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

import pytest

from archive.fold import fold
from tests.datasette_pages.answers import Read, spoken, table


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


@pytest.mark.parametrize("room", ["search", "kwic", "timeline"])
def test_what_a_page_is_filtered_by_is_said_and_can_be_let_go_of(read: Read, room: str) -> None:
    page = read(f"/{room}?q={quote('安全')}&site=hengling&from=2010&to=2014").text
    links = dict(re.findall(r'<a href="([^"]*)" aria-label="取消筛选：([^"]*)"', page))
    assert set(links.values()) == {"横岭能源集团", "2010–2014"}
    for link, name in links.items():
        assert ("site=hengling" in link) == (name == "2010–2014") == ("from=2010" not in link)
    cleared = re.findall(r'class="clear" href="([^"]*)"', page)
    assert len(cleared) == 1 and "site" not in cleared[0] and "2010" not in cleared[0]


@pytest.mark.parametrize("file", ["search", "kwic", "timeline", "collocates", "frequencies"])
def test_a_table_names_the_page_with_its_filters(read: Read, file: str) -> None:
    lines = table(read(f"/{file}.csv?q={quote('安全')}&site=hengling"))
    (address,) = {line["address"] for line in lines}
    room = {"collocates": "kwic", "frequencies": "kwic"}.get(file, file)
    assert re.search(rf"^http://[^/]+/{room}\?", address) and "site=hengling" in address


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


TOO_LONG = "安全 " * 50
NOTICES = {
    "zh": {
        TOO_LONG: "检索词超过 40 个，其余未用",
        "长" * 401: "检索式超过 400 字，其余未用",
        "安?生?月?动": "? 超过 2 个",
        "安全 年:x": "「年:x」的值无法识别",
    },
    "en": {
        TOO_LONG: "only the first 40 terms",
        "长" * 401: "only the first 400 characters",
        "安?生?月?动": "only 2 wildcards",
        "安全 年:x": "“年:x” is not known",
    },
}


@pytest.mark.parametrize("room", ["/search?q={}", "/kwic?q={}", "/timeline?q=" + quote("党建") + "&q={}"])
@pytest.mark.parametrize("language", NOTICES)
def test_what_of_a_query_was_not_used_is_said(read: Read, room: str, language: str) -> None:
    for query, notice in NOTICES[language].items():
        assert notice in spoken(read(room.format(quote(query)) + f"&lang={language}"))
    plain = read(room.format(quote("安全")) + f"&lang={language}").text
    assert not any(notice in plain for notice in NOTICES[language].values())


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


def test_each_query_is_read_back(read: Read) -> None:
    page = read("/timeline?q=" + quote("安全 -化工") + "&q=" + quote("标题:方案")).text
    assert "「安全」 且 不含「化工」" in page and "标题含「方案」" in page
    assert "“安全” and not “化工”" in spoken(read("/kwic?lang=en&q=" + quote("安全 -化工")))


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


def test_a_timeline_gives_share_and_denominator(read: Read) -> None:
    asked = f"q={quote('安全生产')}&q={quote('创先争优')}"
    rows = table(read(f"/timeline.csv?{asked}"))
    year = {row["query"]: row for row in rows if row["year"] == "2010"}
    assert (year["创先争优"]["matches"], year["创先争优"]["articles"]) == ("2", "5")
    assert float(year["创先争优"]["share"]) == pytest.approx(0.4)
    page = read(f"/timeline?{asked}").text
    assert 'aria-label="创先争优，2010 年：5 篇中 2 篇"' in page
    assert f'href="/search?q={quote("创先争优")}&amp;year=2010"' in page


def test_the_total_of_a_timeline_is_what_its_searches_find(read: Read) -> None:
    page = read(f"/timeline?q={quote('安全')}&q={quote('党建')}").text
    total = page.partition("<tfoot>")[2].partition("</tfoot>")[0]
    numbers = re.findall(r"<td>([\d,]+)</td>", total)
    found = [read(link).text for link in re.findall(r'<a href="(/search\?q=[^"&]+)">「', page)]
    everything = read("/search?q=").text
    assert numbers == [re.findall(r"共 ([\d,]+) 篇", each)[0] for each in (everything, *found)]
    assert "副本各算一篇" in page


def test_a_filtered_timeline_says_what_it_is_a_share_of(read: Read) -> None:
    assert "不缩小分母" in read(f"/timeline?q={quote('安全')}&site=hengling").text
    assert "不缩小分母" not in read(f"/timeline?q={quote('安全')}").text


def test_a_timeline_split_by_site(read: Read) -> None:
    asked = f"q={quote('安全生产')}&split=site"
    page = read(f"/timeline?{asked}").text
    assert '<h2 lang="zh">石板桥煤矿</h2>' in page
    assert re.search(r'<svg [^>]*aria-label="[^"]* 石板桥煤矿"', page)
    rows = table(read(f"/timeline.csv?{asked}"))
    assert {row["site"] for row in rows} == {"", "shibanqiao", "hengling", "anquanjing", "fanwenku"}


def test_the_parts_that_the_page_names_are_in_the_language_of_the_reader(read: Read) -> None:
    page = read(f"/timeline?q={quote('安全生产')}&split=completeness&lang=en").text
    heading = re.search(r"<h2([^>]*)>complete</h2>", page)
    assert heading
    assert not heading[1]


def test_the_parts_of_a_split_are_drawn_to_one_scale(read: Read) -> None:
    asked = f"q={quote('安全生产')}&split=site"
    lines = table(read(f"/timeline.csv?{asked}"))
    dated = [line for line in lines if line["site"] and line["year"] and line["share"]]
    sites = dict.fromkeys(line["site"] for line in dated)
    highest = {max(float(line["share"]) for line in dated if line["site"] == site) for site in sites}
    assert len(highest) > 1
    upper = re.findall(r">([0-9.]+)%</text>", read(f"/timeline?{asked}").text)
    assert upper[1:] == [f"{100 * max(highest):.1f}"] * len(sites)


@pytest.mark.parametrize(
    "path", ["/kwic", "/timeline", "/kwic.csv", "/timeline.csv", "/collocates.csv", "/frequencies.csv"]
)
@pytest.mark.parametrize("query", ["", "q=%22", "q=%28%28", "q=-", "q=x&page=9999&split=z", "q=" + "a" * 900])
def test_no_input_is_an_error(read: Read, path: str, query: str) -> None:
    assert read(f"{path}?{query}").status_code == 200


def test_more_than_five_queries_are_cut(read: Read) -> None:
    assert read("/timeline?" + "&".join(f"q={number}" for number in range(9))).status_code == 200


def test_a_year_without_articles_has_no_share(read: Read) -> None:
    page = read("/timeline?q=" + quote("安全") + "&split=site").text
    assert re.search(r'<th scope="row">2017</th>\s*<td>0</td>\s*<td>0</td><td>–</td>', page)
    whole = page.partition("<figure")[2].partition("</figure>")[0]
    runs = [len(points.split()) for points in re.findall(r'<polyline points="([^"]*)"', whole)]
    assert runs == [10, 1, 1], "2005 to 2014, 2016, 2019"
    rows = table(read("/timeline.csv?q=a"))
    assert {row["year"]: row["share"] for row in rows}["2017"] == ""
