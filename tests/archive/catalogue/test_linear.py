"""Cataloguing takes time in proportion to the length, however a text is made to hinder it."""

from __future__ import annotations

import time

import pytest

from archive.catalogue import catalogue

LENGTH = 100_000
SECONDS = 10
"""Far above what any machine needs; a quadratic rule would take minutes."""


@pytest.mark.parametrize(
    "pattern",
    [
        *("“安全”", "“安全”、", "一二", "1,,", "一，", "石板桥煤矿", "首钢矿业公司", "50名党员、", "（一）"),
        *("开展“甲乙丙”活动3次。", "开展“安全生产月”活动，“甲乙丙”活动。"),
    ],
)
def test_repetition(pattern: str) -> None:
    started = time.process_time()
    catalogue("关于开展活动的意见", pattern * (LENGTH // len(pattern)), {}, "http://mine.test/1")
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("words", ["排查出5个" + "事故隐患" * 100 + "较多。", ("达到" * 24 + "50名。") * 50])
def test_words_that_are_two_words(words: str) -> None:
    started = time.process_time()
    catalogue(None, words, {}, "http://mine.test/1")
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("sentence", ["开展“{}争创”活动3次。", "推进“{}攻坚”工程。", "落实“{}”要求。"])
def test_names_of_which_none_is_another(sentence: str) -> None:
    """Each was compared with all others."""
    started = time.process_time()
    numbers = "零一二三四五六七八九"
    names = ("".join(numbers[int(digit)] for digit in f"{number:05}") for number in range(8_000))
    catalogue(None, "".join(map(sentence.format, names)), {}, "http://mine.test/1")
    assert time.process_time() - started < SECONDS
