"""Marks of Markdown and wikis go; stars and signs of a writer's stay."""

from __future__ import annotations

import pytest

from archive.text import clean

TITLE = "关于开展安全月活动的通知"
BODY = (
    "各单位：\n一、指导思想\n坚持安全第一、预防为主。\n（一）加强领导。矿成立领导小组。\n"
    "1.统一思想，做到5-6月份全覆盖。\n二、工作要求\n抓好落实。"
)
HEADINGS = ("一、指导思想", "二、工作要求")


def marked(before: str, behind: str = "") -> str:
    text = f"{TITLE}\n{BODY}"
    for heading in HEADINGS:
        text = text.replace(heading, f"{before}{heading}{behind}")
    return text


@pytest.mark.parametrize(
    "text",
    [
        f"# {marked('## ')}",
        marked("### "),
        f"= {marked('== ')}",
        marked("== ", " =="),
        marked("", "\n------").replace("\n", "\n======\n", 1),
        marked("**", "**"),
        f"{TITLE}\n{BODY}".replace("1.", "1\\.").replace("5-6", "5\\-6"),
    ],
)
def test_the_marks_go(text: str) -> None:
    cleaned = clean(text)
    assert (cleaned.title, cleaned.body) == (TITLE, BODY)


def test_a_table_without_pipes_around_it() -> None:
    table = "单位 | 得分 | 名次  \n---|---|---\n综采队 | 96 | 1  \n机电队 | 95 | 2  "
    assert (
        clean(f"{TITLE}\n{table}\n抓好落实。").body
        == "单位\t得分\t名次\n综采队\t96\t1\n机电队\t95\t2\n抓好落实。"
    )


@pytest.mark.parametrize(
    "line",
    [
        "# 安全生产月 #今天启动。\n# 安全生产月 #明天继续。",
        "5# 煤层和7# 煤层由张**、李**负责。",
        "## 一处两个井号",
        "资料在\\\\server\\(一)、C:\\_new中。",
        "幸福 = 安全 + 健康",
        "单位 | 得分\n综采队 | 96",
        "------\n说明",
    ],
)
def test_what_stays(line: str) -> None:
    body = f"各单位要抓好落实。\n{line}"
    assert clean(f"{TITLE}\n{body}", title=TITLE).body == body
