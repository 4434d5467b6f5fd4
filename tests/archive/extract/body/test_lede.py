"""The summary between a title and its text: a part of the text, unless the text says it again."""

from __future__ import annotations

import pytest

from archive.extract import extract

URL = "http://www.qingshan.example/a/1.htm"
PROSE = "<p>矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。</p>" * 9
LEDE = "六月三日，青山煤矿召开安全生产月动员大会，对活动作出部署，三百余人参加。"
HEAD = "<div class=top><h1>青山煤矿召开动员大会</h1><div>来源：宣传科 2010-06-03</div></div>"


def _read(between: str) -> list[str]:
    page = f"<html><body>{HEAD}{between}<div class=con>{PROSE}</div></body></html>"
    return extract(page.encode(), URL).text.split("\n")


@pytest.mark.parametrize(
    "between",
    [
        f"<div class=summary>{LEDE}</div>",
        f"<div class='art_zhaiyao'><p>{LEDE}</p></div>",
        f"<p class=t-content__chapo>{LEDE}</p><div class=ad>广告</div>",
        f"<div class=daodu>{LEDE}</div><dl><dt>地点</dt><dd>青山</dd></dl>",
    ],
)
def test_a_box_named_so_opens_the_text(between: str) -> None:
    assert _read(between)[0] == LEDE


@pytest.mark.parametrize("word", ["摘要：", "核心提示：", "【导读】", "[内容提要]", "编者按："])
def test_a_line_that_says_so_opens_the_text(word: str) -> None:
    assert _read(f"<div>{word}{LEDE}</div>")[0] == word + LEDE


@pytest.mark.parametrize(
    "between",
    [
        f"<div class=video>{LEDE}</div>",
        "<div class=summary>播放</div>",
        f"<div class=summary><a href=/2>{LEDE}</a></div>",
        "<div class=summary>矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向…</div>",
    ],
)
def test_hints_links_and_copies_do_not(between: str) -> None:
    assert _read(between)[0].startswith(
        "矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入"
    )
