"""What is near is what has few tokens between it, and finding it takes work like the text's length."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.fold import fold
from archive.search.in_text import near
from archive.search.in_text.near import near_each_other
from archive.search.in_text.needles import needles_of
from archive.search.in_text.written import Span
from archive.search.index.tokens import token_starts
from archive.search.query import parse

TEXTS = st.text(st.sampled_from("党黨国國⼀aAＢb1 ，\nİßſ\u0301㊀\U0002070e"), max_size=40)


def places(word: str, text: str) -> list[Span]:
    return [found.span() for found in re.finditer(word, fold(text))]


def near_by_definition(text: str, left: Sequence[Span], right: Sequence[Span], distance: int) -> list[Span]:
    """Each of the one with each of the other."""
    starts = token_starts(fold(text))
    pairs = [sorted((one, other)) for one in left for other in right]
    between = [sum(first[1] <= start < second[0] for start in starts) for first, second in pairs]
    return sorted(
        {span for pair, tokens in zip(pairs, between, strict=True) if tokens <= distance for span in pair}
    )


@pytest.mark.parametrize("words", ["党 国", "党 党", "党国 国", "a b", "党 a", "一 1"])
@pytest.mark.parametrize("distance", [0, 1, 2, 5])
@given(text=TEXTS)
def test_few_tokens_stand_between(words: str, distance: int, text: str) -> None:
    # A word of letters begins and ends where no letter stands beside it.
    left, right = (
        places(rf"(?<![^\W_党国一𠜎])({word})(?![^\W_党国一𠜎])" if word.isascii() else word, text)
        for word in words.split()
    )
    assert near_each_other(text, left, right, distance) == near_by_definition(text, left, right, distance)


class Work:
    """Counts the characters that are looked at."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.characters = 0
        more_han_than = near._more_han_than
        monkeypatch.setattr(near, "token_starts", self._token_starts)
        monkeypatch.setattr(near, "_more_han_than", lambda distance: _Counted(more_han_than(distance), self))

    def _token_starts(self, folded: str) -> list[int]:
        self.characters += len(folded)
        return token_starts(folded)


class _Counted:
    def __init__(self, pattern: re.Pattern[str], work: Work) -> None:
        self._pattern, self._work = pattern, work

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        found = self._pattern.match(text, start, end)
        self._work.characters += (found.end() if found else end) - start
        return found


NUMBERS = "2010\t" + "\t".join(str(number * 37 % 9973) for number in range(20)) + "\n"


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("2010 NEAR 2011", NUMBERS * 500 + "2011"),
        ("2010 NEAR 2011", "2011\n" + NUMBERS * 500),
        ("2010 NEAR 2011", "2010 " * 20_000 + "甲" * 20 + "2011"),
        ("2010 NEAR/999 2011", ("2010 " * 900 + " " * 20_000 + "2011 ") * 3),
        ("a NEAR/200 b", ("a " * 150 + "b ") * 100),
        ("党 NEAR 国", "党" + ("甲" * 9 + "。") * 40_000 + "国党"),
        ("党 NEAR 国", "党" * 200_000 + "甲" * 20 + "国" * 200_000),
        ("党 NEAR a", ("党" + "1 " * 20) * 2000 + "a"),
    ],
)
def test_work_grows_with_the_text_alone(monkeypatch: pytest.MonkeyPatch, query: str, text: str) -> None:
    """Not with the pairs: tens of thousands of matches, none or all of which are near, would be billions."""
    work = Work(monkeypatch)
    (needle,) = needles_of(parse(query).expression)
    list(needle.find(text))
    assert 0 < work.characters < 6 * len(text)


def test_places_side_by_side_take_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    work = Work(monkeypatch)
    (needle,) = needles_of(parse("党 NEAR/5 国").expression)
    assert len(list(needle.find("党员，国家" * 1000))) == 2000
    assert work.characters == 0
