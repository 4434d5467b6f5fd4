"""A program's quotation marks around a whole text go; a writer's stay."""

from __future__ import annotations

import json

import pytest

from archive.text import clean

TITLE = "关于开展“安全月”活动的通知"
BODY = '各单位：\n请按"三个必须"的要求抓好落实。'
TEXT = f"{TITLE}\n{BODY}"


@pytest.mark.parametrize(
    "written",
    [
        '"{}"'.format(TEXT.replace('"', '""')),
        repr(TEXT.split("\n")),
        json.dumps(TEXT),
        json.dumps(TEXT, ensure_ascii=False),
    ],
)
def test_the_marks_go(written: str) -> None:
    cleaned = clean(written)
    assert (cleaned.title, cleaned.body) == (TITLE, BODY)


@pytest.mark.parametrize(
    "text",
    [
        '"安全月"活动的通知\n各单位要抓好落实，做到"三个必须"',
        "'80后'班长的事迹\n各单位要学习'80后'",
        '"安全第一，预防为主，综合治理"',
        "[一]指导思想\n[二]组织领导[三]",
    ],
)
def test_a_writers_stay(text: str) -> None:
    cleaned = clean(text)
    assert "\n".join(filter(None, (cleaned.title, cleaned.body))) == text
