from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.invisible import INVISIBLE, visible
from archive.text import clean, restore

EMOJI = ("👨‍👩‍👧", "👩🏽‍🚀", "❤️‍🔥", "🏃‍➡️", "🏳️‍🌈", "👩‍⚕️")
JOINER = "\u200d"
TEXTS = st.text(st.sampled_from("矿安a \n，👩🚀❤🏽\ufe0f\u200b\u200d\u202e\xad"), max_size=30)


@pytest.mark.parametrize("emoji", EMOJI)
def test_a_picture_of_several_stays_one(emoji: str) -> None:
    assert visible(emoji) == emoji
    assert clean(f"祝大家{emoji}新年好！").body == f"祝大家{emoji}新年好！"
    cleaned = clean(f"祝\u200b大家{emoji}新{JOINER}年好！{JOINER}")
    assert cleaned.body == f"祝大家{emoji}新年好！"
    assert restore(cleaned) == f"祝\u200b大家{emoji}新{JOINER}年好！{JOINER}"


@pytest.mark.parametrize(
    "text",
    [
        "安\u200d全",
        "👩\u200d安",
        "安\u200d👩",
        "👩\u200d\u200d🚀",
        "👩\u200d\u200b🚀",
        "\u200d🚀",
        "👩\u200d",
    ],
)
def test_a_joiner_elsewhere_shows_nothing_and_goes(text: str) -> None:
    assert visible(text) == re.sub(INVISIBLE, "", text)


@given(TEXTS)
def test_nothing_goes_but_what_shows_nothing_and_what_stays_joins(text: str) -> None:
    shown = visible(text)
    bare = re.sub(INVISIBLE, "", text).strip()
    assert shown.replace(JOINER, "") == bare
    assert not re.search(INVISIBLE.replace(r"\u200b-\u200f", r"\u200b\u200c\u200e\u200f"), shown)
    for found in re.finditer(JOINER, shown):
        before, behind = shown[: found.start()].removesuffix("\ufe0f")[-1:], shown[found.end() :][:1]
        assert before in {*"👩🚀❤🏽"} and behind in {*"👩🚀❤🏽"}


@given(TEXTS)
def test_bodies_are_cleaned_of_the_same(text: str) -> None:
    body = clean(f"甲{text}乙").body
    assert visible(body) == body.strip()
