"""What results, concordance and timeline have in common: they take any query, and say how they read it."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from tests.datasette_pages.answers import Read, spoken, table


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


def test_each_query_is_read_back(read: Read) -> None:
    page = read("/timeline?q=" + quote("安全 -化工") + "&q=" + quote("标题:方案")).text
    assert "「安全」 且 不含「化工」" in page and "标题含「方案」" in page
    assert "“安全” and not “化工”" in spoken(read("/kwic?lang=en&q=" + quote("安全 -化工")))


@pytest.mark.parametrize(
    "path", ["/kwic", "/timeline", "/kwic.csv", "/timeline.csv", "/collocates.csv", "/frequencies.csv"]
)
@pytest.mark.parametrize("query", ["", "q=%22", "q=%28%28", "q=-", "q=x&page=9999&split=z", "q=" + "a" * 900])
def test_no_input_is_an_error(read: Read, path: str, query: str) -> None:
    assert read(f"{path}?{query}").status_code == 200
