"""Files of a whole list of results: they equal the view, and say so."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from importlib import import_module
from urllib.parse import quote

import pytest

from tests.datasette_pages.answers import Read, table

LISTS = [
    "q=" + quote("安全生产"),
    "q=" + quote("创先争优") + "&sort=oldest",
    "q=" + quote("调度简报") + "&sort=newest&year=2006&year=2007",
    "q=" + quote("全矿 -竞赛") + "&site=shibanqiao&from=2006&to=2009",
    "sort=oldest",
]


def view(read: Read, arguments: str) -> list[str]:
    """The keys that the pages show, one after the other."""
    keys: list[str] = []
    page = 1
    while found := re.findall(
        r'<h2><a href="/article/([a-z2-7]{12})', read(f"/search?{arguments}&page={page}").text
    ):
        keys += found
        page += 1
    return keys


@pytest.mark.parametrize("arguments", LISTS)
def test_csv_holds_what_the_pages_show_in_their_order(read: Read, arguments: str) -> None:
    rows = table(read(f"/search.csv?{arguments}&page=2&per=50"))
    assert [row["key"] for row in rows] == view(read, arguments)
    assert [int(row["number"]) for row in rows] == [*range(1, len(rows) + 1)]
    assert {row["count"] for row in rows} == {str(len(rows))}
    assert {row["complete"] for row in rows} == {"yes"}


@pytest.mark.parametrize("arguments", LISTS)
def test_all_formats_hold_the_same_list(read: Read, arguments: str) -> None:
    keys = [row["key"] for row in table(read(f"/search.csv?{arguments}"))]
    whole = json.loads(read(f"/search.json?{arguments}").text)
    assert [article["key"] for article in whole["articles"]] == keys
    lines = [json.loads(line) for line in read(f"/search.jsonl?{arguments}").text.splitlines()]
    assert [line["key"] for line in lines[1:-1]] == keys
    assert re.findall(r"@online{([a-z2-7]{12})", read(f"/search.bib?{arguments}").text) == keys
    assert re.findall(r"^ID  - (.{12})", read(f"/search.ris?{arguments}").text, re.M) == keys
    cited = read(f"/search.gb7714.txt?{arguments}").text
    assert len(re.findall(r"^\[\d+\] ", cited, re.M)) == len(keys)


def test_every_file_says_what_it_is(read: Read) -> None:
    asked = "q=" + quote("安全生产")
    row = table(read(f"/search.csv?{asked}"))[0]
    assert row["query"] == "安全生产" and row["address"] == f"http://localhost/search?{asked}"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", row["exported_at"])
    whole = json.loads(read(f"/search.json?{asked}").text)
    assert (whole["query"], whole["count"], whole["complete"]) == ("安全生产", 5, True)
    lines = [json.loads(line) for line in read(f"/search.jsonl?{asked}").text.splitlines()]
    assert lines[0]["record"] == "export" and lines[0]["count"] == 5
    assert lines[-1] == {"record": "end", "count": 5, "complete": True}
    for ending in ("bib", "gb7714.txt"):
        assert "query: 安全生产\n" in read(f"/search.{ending}?{asked}").text
        assert read(f"/search.{ending}?{asked}").text.endswith("complete: yes, 5\n")
    assert (
        "/search?q=" in read(f"/search.ris?{asked}").text and " 5/5\r\n" in read(f"/search.ris?{asked}").text
    )


def test_a_list_of_nothing_says_so(read: Read) -> None:
    asked = "q=" + quote("不存在的词句")
    (row,) = table(read(f"/search.csv?{asked}"))
    assert (row["number"], row["count"], row["key"], row["query"]) == ("0", "0", "", "不存在的词句")
    assert json.loads(read(f"/search.json?{asked}").text)["articles"] == []
    for ending in ("bib", "ris", "gb7714.txt"):
        written = read(f"/search.{ending}?{asked}").text
        assert "query: 不存在的词句\n" in written and written.endswith("complete: yes, 0\n")
        assert "TY  - " not in written and "@online" not in written


@pytest.mark.parametrize("file", ["kwic", "collocates"])
def test_a_concordance_of_nothing_says_so(read: Read, file: str) -> None:
    (row,) = table(read(f"/{file}.csv?q=" + quote("不存在的词句")))
    assert (row["number"], row["query"], row["complete"]) == ("0", "不存在的词句", "yes")
    assert row["count" if file == "kwic" else "rows"] == "0"
    assert "/kwic?q=" in row["address"] and row["exported_at"]


@pytest.mark.parametrize("file", ["collocates", "frequencies"])
def test_what_is_counted_beside_a_concordance_says_how_many_lines_it_has(read: Read, file: str) -> None:
    lines = table(read(f"/{file}.csv?q=" + quote("安全")))
    assert len(lines) > 3 and {(line["rows"], line["complete"]) for line in lines} == {
        (str(len(lines)), "yes")
    }
    assert [line["number"] for line in lines] == [str(number) for number in range(1, len(lines) + 1)]


def test_collocates_that_were_not_counted_are_not_complete(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.search.concordance.survey.MOST_WITH_CONTEXTS", 2)
    monkeypatch.setattr("archive.reading.export.concordance_tables.MOST_WITH_CONTEXTS", 2)
    (row,) = table(read("/collocates.csv?q=" + quote("矿井")))
    assert (row["number"], row["rows"], row["complete"]) == ("0", "0", "no")


def test_zip_holds_the_texts_and_a_manifest(read: Read) -> None:
    response = read("/search.zip?q=" + quote("安全生产"))
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        assert archive.testzip() is None
        manifest = [*csv.DictReader(io.StringIO(archive.read("manifest.csv").decode("utf-8-sig")))]
        about = json.loads(archive.read("export.json"))
        texts = {row["file"]: archive.read(row["file"]).decode("utf-8") for row in manifest}
    assert (about["query"], about["count"], about["complete"]) == ("安全生产", 5, True)
    assert all(len(texts[row["file"]]) == int(row["body_chars"]) for row in manifest)
    assert sorted(texts)[0].startswith("texts/2010-06-12_")


def test_the_snippet_is_that_of_the_page(read: Read) -> None:
    asked = "q=" + quote("创先争优 讲话")
    (row,) = table(read(f"/search.csv?{asked}"))
    shown = re.search(r'class="snippet">(.*?)</p>', read(f"/search?{asked}").text)
    assert shown and re.sub(r"</?mark>", "", shown[1]) == row["snippet"]


def test_no_cell_is_a_formula(read: Read) -> None:
    rows = table(read("/search.csv?q=" + quote("公式")))
    assert [row["title"] for row in rows] == ['\'=HYPERLINK("http://evil.example")公式']
    assert rows[0]["source"] == "'@SUM(1)"


def test_json_lines_hold_the_texts(read: Read) -> None:
    lines = read("/search.jsonl?q=" + quote("安全生产月活动总结")).text.splitlines()
    assert "三是开展隐患排查" in json.loads(lines[1])["body"]


def test_a_file_is_saved_under_its_date(read: Read) -> None:
    header = read("/search.csv?q=a").headers["content-disposition"]
    assert re.fullmatch(r'attachment; filename="archive-\d{4}-\d\d-\d\d\.csv"', header)


def test_bib_and_ris_of_one_article(read: Read) -> None:
    (key,) = view(read, "q=" + quote("标题:百日安全无事故"))
    assert "author = {{周远山} and {李树坡}}" in read(f"/article/{key}.bib").text
    assert "AU  - 周远山\r\nAU  - 李树坡\r\n" in read(f"/article/{key}.ris").text


def test_exports_are_open_to_the_public_too(read_public: Read) -> None:
    assert read_public("/search.csv?q=a").status_code == 200


def test_no_input_is_an_error(read: Read) -> None:
    for query in ('"', "(((", "-", "\x00", "%", "' OR 1=1 --"):
        assert read("/search.csv?q=" + quote(query)).status_code == 200


@pytest.mark.parametrize("file", ["search.csv", "kwic.csv"])
def test_who_comes_while_many_files_are_written_is_asked_to_wait(
    read: Read, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    plugins = import_module("datasette.plugins").pm.get_plugins()
    (exports,) = (plugin for plugin in plugins if hasattr(plugin, "AT_ONCE"))
    monkeypatch.setattr(exports, "AT_ONCE", 0)
    answer = read(f"/{file}?q=a")
    assert answer.status_code == 503 and int(answer.headers["retry-after"]) > 0
    assert "请过一会儿再试" in answer.text
