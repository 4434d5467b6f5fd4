"""Cataloguing takes time in proportion to the length, however a text is made to hinder it."""

from __future__ import annotations

import time

import pytest

from archive.catalogue import catalogue

LENGTH = 100_000
SECONDS = 10
"""Far above what any machine needs; a quadratic rule would take minutes."""


@pytest.mark.parametrize(
    "pattern", ["“安全”", "“安全”、", "一二", "石板桥煤矿", "首钢矿业公司", "50名党员、", "（一）"]
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
