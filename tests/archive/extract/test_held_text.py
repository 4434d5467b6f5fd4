"""Texts that a page holds for its script are read as if it showed them."""

from __future__ import annotations

import html
import json
import time
from urllib.parse import quote

import pytest

from archive.extract import extract

URL = "http://www.qingshan.example/a/9.html"
TEXT = "<p>清晨五点，值班员把瓦斯数据抄在黑板上，提醒工友留意变化。</p>" * 6
LINES = ["清晨五点，值班员把瓦斯数据抄在黑板上，提醒工友留意变化。"] * 6
SHELL = "<title>一盏灯</title><body><div id=app>加载中...</div>"
SECONDS = 10
"""Far above what any machine needs; a quadratic search would take minutes."""
STATE = {"article": {"title": "一盏灯", "publishTime": "2020-07-05 09:12:33", "content": TEXT}}
WRITTEN = json.dumps(STATE).replace("</", "<\\/")


@pytest.mark.parametrize(
    "holder",
    [
        f"<script>window.STATE = {WRITTEN};</script>",
        f"<script type=application/json>{quote(json.dumps(STATE, ensure_ascii=False))}</script>",
        f"<script>var text = {json.dumps(html.escape(TEXT))};</script>",
        f"<script>var text = '{TEXT}';</script>",
        f"<textarea style='display:none'>{html.escape(TEXT)}</textarea><script>show()</script>",
        f"<form><textarea hidden>{html.escape(TEXT)}</textarea></form><script>show()</script>",
        f"<script>var state = {json.dumps(json.dumps(STATE, ensure_ascii=False))};</script>",
        f"<script>// it isn't ready\nvar quotes = /[\"']/g; var state = {WRITTEN};</script>",
        f"<script>var state = {json.dumps([STATE, {'content': '<p>另一篇。</p>' + TEXT}])};</script>",
    ],
)
def test_a_text_is_found(holder: str) -> None:
    got = extract(f"<html>{SHELL}{holder}</body></html>".encode(), URL)
    assert (got.kind, got.text.split("\n")) == ("article", LINES)


def test_its_date_is_found() -> None:
    got = extract(f"<html>{SHELL}<script>window.STATE = {WRITTEN};</script></body></html>".encode(), URL)
    assert got.published_at == "2020-07-05T09:12:33"


@pytest.mark.parametrize(
    "script",
    [
        "var a = 'x';",
        f"var row = '<p>{{{{title}}}}</p>{TEXT}';",
        "var a = '" + "栏目" * 200 + "';",
        'var a = "\\u00zz' + "文。" * 200 + '";',
        "'" * 999,
    ],
)
def test_other_strings_are_no_text(script: str) -> None:
    assert extract(f"<html>{SHELL}<script>{script}</script></body></html>".encode(), URL).kind == "shell"


def test_a_page_that_shows_its_text_is_left_alone() -> None:
    shown = "<h1>一盏灯</h1>" + "<p>傍晚，井架后面的夕阳落下去了，远处传来汽笛声。</p>" * 9
    page = f"<html><body>{shown}<script>var next = {json.dumps(TEXT)};</script></body></html>"
    assert "瓦斯" not in extract(page.encode(), URL).text


@pytest.mark.parametrize(
    "holder",
    [
        f"<script>var next = {json.dumps(TEXT)};</script>",
        f"<form><textarea>{html.escape(TEXT)}</textarea></form><script>send()</script>",
    ],
)
def test_a_short_text_that_is_shown_is_left_alone(holder: str) -> None:
    shown = "<h1>一盏灯</h1><p>今天上午，矿灯房换上了新灯。领灯的工友排起了长队。</p>"
    assert "瓦斯" not in extract(f"<html><body>{shown}{holder}</body></html>".encode(), URL).text


def test_a_form_is_no_text() -> None:
    form = f"<form><textarea>{html.escape(TEXT)}</textarea></form><script>send()</script>"
    assert extract(f"<html>{SHELL}{form}</body></html>".encode(), URL).kind == "shell"


@pytest.mark.parametrize("pattern", ['\\"', "\\'", ':"\\"', ':"', "='", "=" + " " * 9, "\\", "<p"])
def test_a_script_takes_time_in_proportion_to_its_length(pattern: str) -> None:
    script = f"<script>{pattern * (300_000 // len(pattern))}</script>"
    started = time.process_time()
    extract(f"<html>{SHELL}{script}</body></html>".encode(), URL)
    assert time.process_time() - started < SECONDS


BESIDE = {
    "site": {"title": "青山门户", "author": "站长"},
    "detail": {
        "articleTitle": "一盏灯",
        "author": "周立民",
        "source": "青山矿工报",
        "publishTime": "2020-07-05",
        "content": TEXT,
        "cover": {"title": "井口"},
        "editorName": "",
    },
}


@pytest.mark.parametrize(
    "script", [BESIDE, json.dumps(BESIDE, ensure_ascii=False), [1, BESIDE, {"title": "下一篇"}]]
)
def test_what_stands_beside_the_text_is_its_own(script: object) -> None:
    page = (
        f"<title>青山门户</title><body><div id=app></div><script>var s = {json.dumps(script)}</script></body>"
    )
    got = extract(f"<html>{page}</html>".encode(), URL)
    assert (got.title, got.author, got.source, got.published_at) == (
        "一盏灯",
        "周立民",
        "青山矿工报",
        "2020-07-05",
    )
    assert got.origins["source"] == "script"


def test_an_object_without_facts_leaves_the_head_what_it_states() -> None:
    script = f"<script>var s = {{author: '佚名', text: {json.dumps(TEXT)}}}</script>"
    shell = SHELL.replace("一盏灯", "一盏灯照亮井口")
    got = extract(f"<html>{shell}{script}</body></html>".encode(), URL)
    assert (got.title, got.author, got.text.split("\n")) == ("一盏灯照亮井口", None, LINES)


def test_a_text_is_found_behind_any_number_of_braces() -> None:
    script = "<script>var s = " + "{" * 50_000 + f" text: {json.dumps(TEXT)} </script>"
    got = extract(f"<html>{SHELL}{script}</body></html>".encode(), URL)
    assert got.text.split("\n") == LINES


@pytest.mark.parametrize("between", ["<br>", "\n"])
def test_a_text_in_a_readonly_textarea_of_a_page_without_scripts_is_read(between: str) -> None:
    text = between.join(("去年冬天，三号井检修水泵，综采二队连续干了六个夜班，没有一个人叫苦。",) * 4)
    page = f"<title>三号井的灯火</title><h2>三号井的灯火</h2><textarea readonly>{text}</textarea>"
    assert extract(page.encode(), "http://qingshan.example/7.html").text.count("六个夜班") == 4
