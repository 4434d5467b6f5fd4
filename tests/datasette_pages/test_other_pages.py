from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from archive.fold import FOLD_VERSION
from archive.model import FieldName, ReaderWarning
from archive.reading.serving import budget
from archive.reading.wording.language import CODES, language
from archive.search.query.filters import FIELDS
from archive.text.flags import FLAGS
from archive.text.rule_order import RULES
from tests.datasette_pages.answers import Read

TEMPLATES = Path(__file__).parents[2] / "datasette" / "templates"


def test_runs_and_totals(read: Read) -> None:
    page = read("/runs").text
    assert re.search(r"范文库</a>.*?</th>\s*<td>1</td><td>1 .*?100", page, re.DOTALL)
    assert "3 addresses are not linked any more: &lt;em&gt;columns/7.htm" in page


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("/runs", [("/runs", "page")]),
        ("/campaign?name=创先争优", [("/campaigns", "true")]),
        ("/archive/articles", [("/archive", "true")]),
        ("/", []),
        ("/kwic", []),
    ],
)
def test_a_page_marks_the_room_that_it_stands_in(
    read: Read, path: str, marked: list[tuple[str, str]]
) -> None:
    rooms = read(path).text.partition("</header>")[0]
    assert re.findall(r'<a href="([^"]+)" aria-current="(\w+)"', rooms) == marked


def test_alarms_are_told_in_the_language_of_the_page(read: Read) -> None:
    assert "fanwenku.example/ 没有指向任何文章的链接" in read("/runs").text
    assert "fanwenku.example/ links to no article; compare" in read("/runs?lang=en").text


def test_about_in_both_languages(read: Read) -> None:
    assert "检索按字进行" in read("/about").text
    assert "It matches characters, not words" in read("/about?lang=en").text


def test_about_names_the_rules_that_did_something_here(read: Read) -> None:
    page = read("/about").text
    listed = dict(re.findall(r"<code>(\w+)</code> <span[^>]*>[^<]*</span></th><td[^>]*>(\d+)</td>", page))
    assert {"title", "omission_notice"} <= listed.keys() and int(listed["title"]) > 20
    assert f"{FOLD_VERSION}" in page.partition('class="source">')[2].partition("</p>")[0]


@pytest.mark.parametrize("code", ["zh", "en"])
def test_about_explains_every_field_of_a_query(read: Read, code: str) -> None:
    explained = read(f"/about?lang={code}").text
    names = [name for name in FIELDS if name.isascii() == (code == "en")]
    fields = {FIELDS[name] for name in names if f"{name}:" in explained}
    assert set(FIELDS.values()) - {"script"} <= fields
    assert "NEAR/5" in explained and "创?争优" in explained


def test_every_string_of_a_template_is_in_the_table() -> None:
    used = {
        key
        for template in TEMPLATES.glob("*.html")
        for key in re.findall(r"""say\(["']([a-z0-9_.]+)["'][,)]""", template.read_text("utf-8"))
    }
    assert len(used) > 60
    assert used <= language("zh").strings.keys()


def test_both_languages_have_every_string() -> None:
    zh, en = language("zh").strings, language("en").strings
    assert zh.keys() == en.keys()
    assert all(zh.values()) and all(en.values())
    for key, value in zh.items():
        assert set(re.findall(r"{\w+}", value)) == set(re.findall(r"{\w+}", en[key])), key


def test_every_rule_and_flag_has_a_name() -> None:
    for code in CODES:
        named = language(code).strings
        assert {f"flag.{flag}" for flag in (*FLAGS, *get_args(ReaderWarning))} == {
            key for key in named if key.startswith("flag.")
        }
    assert {f"rule.{rule.id.name}" for rule in RULES} <= language("zh").strings.keys()


@pytest.mark.parametrize(("code", "said"), [("zh", "这个请求太费时"), ("en", "This takes too long")])
def test_a_search_that_takes_too_long_is_told_in_the_readers_language(
    read: Read, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    monkeypatch.setattr(budget, "SECONDS", -1.0)
    monkeypatch.setattr(budget, "_INSTRUCTIONS", 1)
    answer = read(f"/search?q=安全&lang={code}")
    assert answer.status_code == 503
    assert said in answer.text


def test_a_reader_of_chinese_sees_no_column_names_and_no_narrow_signs(read: Read) -> None:
    key = read("/search.json?q=百日安全").json()["articles"][0]["key"]
    origins = read(f"/article/{key}").text.partition("各项著录取自")[2].partition("</dd>")[0]
    shown = re.sub(r"<[^>]*>", "", origins)
    assert "文种 正文；" in shown
    assert re.search("[a-z_:;]", shown) is None
    assert "最近一次采集：<a" in read("/").text


@pytest.mark.parametrize("code", ["zh", "en"])
def test_every_field_has_a_name(code: str) -> None:
    strings = language("zh" if code == "zh" else "en").strings
    shown = {*get_args(FieldName)} - {"published_precision"}
    assert {name for name in shown if f"column.{name}" not in strings} == set()
