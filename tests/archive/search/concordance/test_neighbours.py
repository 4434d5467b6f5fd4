"""Counting many contexts at once gives what looking at each by itself gives."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from archive.fold import fold
from archive.search.concordance.contexts import SIDES, WIDTH, ContextsWriter
from archive.search.concordance.neighbours import count_neighbours
from archive.search.index.tokens import WORD, find_runs

SPAN = 4
TEXTS = st.text(st.sampled_from("安全生产黨建a1B\n，、 Ａ"), max_size=40)


def one_by_one(text: str, start: int, end: int) -> list[str]:
    words: list[str] = []
    for run in find_runs(fold(text[start:end])):
        first, last = start + run.start, start + run.start + len(run.text)
        goes_on = any(0 <= at < len(text) and re.match(WORD, text[at]) for at in (first - 1, last))
        if run.is_han:
            words += [*run.text, *map("".join, zip(run.text, run.text[1:], strict=False))]
        elif not goes_on:
            words.append(run.text)
    return words


@given(st.lists(TEXTS, max_size=5))
def test_same_as_one_by_one(texts: list[str]) -> None:
    writer = ContextsWriter()
    left, right = Counter[str](), Counter[str]()
    for text in texts:
        spans = [found.span() for found in re.finditer("安全", text)]
        margin = "\n" * WIDTH
        writer.add(margin + text + margin, [(start + WIDTH, end + WIDTH) for start, end in spans])
        for start, end in spans:
            left.update(one_by_one(text, max(0, start - SPAN), start))
            right.update(one_by_one(text, end, min(len(text), end + SPAN)))
    contexts = writer.contexts()
    found_left, found_right = (count_neighbours(contexts, side, SPAN) for side in SIDES)
    assert sum(found_left.each, Counter()) == left
    assert sum(found_right.each, Counter()) == right
    assert sum((found_left + found_right).each, Counter()) == left + right
