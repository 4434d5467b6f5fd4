"""Cleaning takes time in proportion to the length, however a text is made to hinder it."""

from __future__ import annotations

import time

import pytest

from archive.text import clean
from archive.text.occasion import read_occasion

LENGTH = 300_000
SECONDS = 10
"""Far above what any machine needs; a quadratic rule would take hours."""

PATTERNS = [
    "安全生产",
    "(",
    "(ā",
    "?ā)",
    "創(chuàng)",
    "因?yàn)椴糠",
    "安全\n",
    "  安全\r\n",
    ".",
    "…",
    "(省略5字)",
    "(省略5字",
    "\n",
    "首页|",
    "全文共5字",
    "共5字" + " " * 20,
    "作者:",
    "作者:李 来源:网\n",
    "2010-1-1 ",
    "http://",
    "_ ",
    "X",
    "打印 ",
    "\x00",
    "\ud800",
    "安全生产" * 20 + "\n的",
    "p{a:b;",
    "p {a:b}",
    "{",
    "&#8220;",
    "s^#~安",
    "| a ",
    "|a|\n",
    "安全生产安全生产安全生产安 1\n",
    "安全。生产 ",
    "”安全生产“活动",
    "the of and ",
    "凯发_",
    "2011923日",
    "登录后全文 ",
    "剩余9字 ",
    "（www.",
    "<p ",
    "云\n",
    "一 ",
    "第一篇：安全生产\n",
    "安全生产安全。生产安全生产安全生产安\n",
    "安全生产安全生产安全生产安全生产安全生产安全生产\n",
    "（还有5页未读",
    "付费全文可阅读\n",
    "点个赞，小编整理\n",
    "<!--",
    "\\u540c%E5%90%8C",
    "鍚屽彴Ã©",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_repetition(pattern: str) -> None:
    started = time.process_time()
    clean(pattern * (LENGTH // len(pattern)))
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    "line",
    [
        *("上一页" + mark * 80 + "安" for mark in "1.>"),
        "." * 78 + "安{a:b}",
        "2011" * 15 + "安",
        "顶(1)" * 19 + "安",
    ],
)
def test_a_line_that_nearly_fits(line: str) -> None:
    started = time.process_time()
    clean(f"{line}\n安全生产。\n{line}")
    assert time.process_time() - started < SECONDS


def test_blanks_between_words() -> None:
    started = time.process_time()
    clean("安全" + " " * LENGTH + "生产" + "\u3000" * LENGTH + "。")
    assert time.process_time() - started < SECONDS


def test_line_breaks_above_what_is_attached() -> None:
    started = time.process_time()
    read_occasion({}, "\n" * LENGTH)
    assert time.process_time() - started < SECONDS
