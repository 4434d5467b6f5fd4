"""Datasette's own pages: described, and searched by our index or not at all."""

from __future__ import annotations

import json
import re
import sqlite3
from html import escape
from typing import Any
from urllib.parse import quote

import pytest
from datasette.database import Database

from archive.fold import fold
from archive.reading.serving.described_tables import SEARCHED_BY
from tests.datasette_pages.answers import Read


def rows(read: Read, path: str) -> list[dict[str, object]]:
    separator = "&" if "?" in path else "?"
    answer = json.loads(read(f"{path}{separator}_shape=objects").text)
    found: list[dict[str, object]] = answer["rows"]
    return found


@pytest.mark.parametrize("table", ["articles", "texts"])
def test_search_is_chinese_in_both_scripts(read: Read, table: str) -> None:
    titles = {row["title"] for row in rows(read, f"/archive/{table}.json?_search={quote('創先争优')}")}
    assert titles == {"集團公司創先爭優活動動員大會上的講話", "关于开展“百日安全无事故”竞赛活动的实施方案"}


@pytest.mark.parametrize("table", sorted(SEARCHED_BY))
@pytest.mark.parametrize("words", ["不存在的词句", "，。！", '"', "NOT", "*"])
def test_a_search_that_finds_nothing_shows_no_row(read: Read, table: str, words: str) -> None:
    assert rows(read, f"/archive/{table}.json?_search={quote(words)}") == []


@pytest.mark.parametrize("table", ["captures", "runs", "sites", "frontier"])
def test_a_table_without_index_answers_no_search_with_every_row(read: Read, table: str) -> None:
    assert rows(read, f"/archive/{table}.json") or table == "frontier"
    assert rows(read, f"/archive/{table}.json?_search=x") == []
    assert rows(read, f"/archive/{table}.json?_search_url=x") == []


@pytest.mark.parametrize(
    "page", ["/archive", "/archive/articles", "/archive/texts", "/archive/captures/1", "/archive/articles/1"]
)
def test_pages_open(read: Read, page: str) -> None:
    assert read(page).status_code == 200


@pytest.mark.parametrize(("language", "name"), [("zh", "首页"), ("en", "home")])
def test_the_way_home_is_told_in_the_language_of_the_reader(read: Read, language: str, name: str) -> None:
    crumbs = re.search(r'<p class="crumbs">(.*?)</p>', read(f"/archive/articles?lang={language}").text)
    assert crumbs
    assert re.findall(r">([^<>]+)</a>", crumbs[1]) == [name, "archive"]


def test_tables_and_columns_are_described(read: Read) -> None:
    page = read("/archive/articles").text
    assert "One row per text at one address" in page
    assert "发文字号" in page


def test_stored_queries_run(read: Read) -> None:
    page = read("/archive").text
    for name in ("most_truncated", "rules_at_work", "first_use_by_group", "missing_text"):
        assert name in page
        assert read(f"/archive/{name}.json?q={quote('安全')}").status_code == 200


def test_who_used_words_first(read: Read) -> None:
    found = rows(read, f"/archive/first_use_by_group.json?q={quote('创先争优')}")
    firsts = [str(row["first"]) for row in found]
    assert firsts and firsts == sorted(firsts)
    for row in found:
        article = read(f"/article/{row['first_key']}.json").json()
        assert (article["published_at"], article["title"]) == (row["first"], row["first_title"])
        assert "创先争优" in fold(article["title"] + article["body"])


@pytest.mark.parametrize(
    ("page", "column"),
    [("articles", "key"), ("articles/1", "key"), (f"first_use_by_group?q={quote('安全')}", "first_key")],
)
def test_a_key_leads_to_the_page_of_its_article(read: Read, page: str, column: str) -> None:
    cells = re.findall(
        rf'<td class="col-{column}(?: [^"]*)?">\s*(.*?)\s*</td>', read(f"/archive/{page}").text
    )
    assert cells
    for cell in cells:
        link = re.fullmatch(r'<a href="(/article/([a-z2-7]{12}))">(.*)</a>', cell)
        assert link and link[2] == link[3] and read(link[1]).status_code == 200


@pytest.mark.parametrize("value", ["<b>x</b>", "2014-06-15", "abc", ""])
def test_what_is_no_key_is_shown_as_it_is(read: Read, value: str) -> None:
    page = read(f"/archive?sql={quote(f'select {value!r} as key')}").text
    assert f'<td class="col-key">{escape(value) or "&nbsp;"}</td>' in page


def test_sql_with_zh_query(read: Read) -> None:
    sql = "select count(*) as n from articles_fts where articles_fts match zh_query('安全生产 -化工')"
    assert rows(read, f"/archive.json?sql={quote(sql)}") == [{"n": 5}]


@pytest.mark.parametrize("download", ["", "&_dl=1", "&_stream=on"])
def test_a_table_as_csv_holds_no_formula(read: Read, download: str) -> None:
    sql = quote("select '=1+1' as a, '安' || char(10) || '全' as b, -3 as c, '@x' as d")
    answer = read(f"/archive.csv?sql={sql}{download}")
    assert answer.content.decode() == "\ufeffa,b,c,d\r\n'=1+1,\"安\n全\",-3,'@x\r\n"


def test_all_rows_of_a_table_as_csv(read: Read) -> None:
    lines = read("/archive/articles.csv?_stream=on&_size=5").text.splitlines()
    assert len(lines) == 34


def test_the_pages_of_tables_say_nothing_in_the_log(
    read: Read, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    database = json.loads(read("/archive.json").text)
    named = [each["name"] for part in ("tables", "views", "queries") for each in database[part]]
    pages = [f"/archive/{name}" for name in named]
    assert len(pages) > 60
    for page in (
        "/",
        "/archive",
        "/-/databases",
        *pages,
        "/archive/articles/1",
        "/archive/articles?_facet=site",
    ):
        assert read(page).status_code == 200, page
    assert (*capsys.readouterr(), caplog.messages) == ("", "", [])


@pytest.mark.parametrize(
    ("page", "status"),
    [
        ("/archive?sql=select+*+from+nothing", 400),
        ("/archive/articles?_where=nothing+is+1", 400),
        ("/archive/articles?_sort=nothing", 400),
        ("/archive/articles?_facet=nothing", 400),
        ("/archive/texts?_facet_date=nothing", 400),
        ("/archive/articles?_facet_array=flags", 400),
        ("/archive/articles.csv?_sort=nothing", 400),
        ("/archive/articles_char", 404),
        ("/archive/articles/nothing", 404),
    ],
)
def test_what_is_asked_amiss_is_told_to_the_reader_alone(
    read: Read,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    page: str,
    status: int,
) -> None:
    assert read(page).status_code == status
    assert (*capsys.readouterr(), caplog.messages) == ("", "", [])


def test_what_datasette_says_in_english_is_quoted_in_a_page_of_the_readers_language(read: Read) -> None:
    page = read("/archive/articles?_sort=nonsense").text
    assert "程序的原话是英文" in page and '<p lang="en">Cannot sort table by nonsense</p>' in page


def test_sql_that_takes_too_long_is_told_like_a_page_that_does(read: Read) -> None:
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
    answer = read(f"/archive?sql={quote(endless)}&_timelimit=20")
    assert answer.status_code == 400
    assert "这个请求太费时" in answer.text and "textarea" not in answer.text


def test_an_error_of_a_table_is_a_page(read: Read) -> None:
    assert "<html" in read("/archive/nothing.csv").text


@pytest.mark.parametrize("asked", ["_sort=nonsense", "_sort_desc=nonsense", "_sort=id&_sort_desc=id"])
def test_a_column_that_is_none_is_the_readers_mistake(
    read: Read, asked: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = read(f"/archive/articles?{asked}")
    assert answer.status_code == 400
    assert "sort" in answer.text
    assert "failed" not in caplog.text


def test_a_disk_that_cannot_be_read_is_no_mistake_of_the_reader(
    read: Read, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    execute = Database.execute

    async def failing(database: Any, sql: str, *arguments: Any, **options: Any) -> Any:
        if " from articles " in sql:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
            raise error
        return await execute(database, sql, *arguments, **options)

    monkeypatch.setattr(Database, "execute", failing)
    assert read("/archive/articles").status_code == 500
    assert "/archive/articles failed" in caplog.text
    assert "disk I/O error" in caplog.text
