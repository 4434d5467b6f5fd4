"""All that pages say, and all that they name, is there in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from archive.model import FieldName, ReaderWarning
from archive.reading.wording.language import CODES, language
from archive.text.flags import FLAGS
from archive.text.rule_order import RULES
from tests.datasette_pages.answers import Read

TEMPLATES = Path(__file__).parents[2] / "datasette" / "templates"


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
