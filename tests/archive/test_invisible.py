from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.invisible import INVISIBLE, visible
from archive.text import clean, restore

EMOJI = ("👨‍👩‍👧", "👩🏽‍🚀", "❤️‍🔥", "🏃‍➡️", "🏳️‍🌈", "👩‍⚕️")
JOINER = "\u200d"
SELECTOR = "\ufe0f"
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
    bare = re.sub(INVISIBLE, "", text)
    assert shown.replace(JOINER, "").replace(SELECTOR, "") == bare.replace(SELECTOR, "").strip()
    assert not re.search(INVISIBLE.replace(r"\u200b-\u200f", r"\u200b\u200c\u200e\u200f"), shown)
    for found in re.finditer(JOINER, shown):
        before, behind = shown[: found.start()].removesuffix("\ufe0f")[-1:], shown[found.end() :][:1]
        assert before in {*"👩🚀❤🏽"} and behind in {*"👩🚀❤🏽"}


@given(TEXTS)
def test_bodies_are_cleaned_of_the_same(text: str) -> None:
    body = clean(f"甲{text}乙").body
    assert visible(body) == body.strip()


NOTHING = {
    "Braille's blank": "\u2800\u2800",
    "filler of Hangul": "\u3164",
    "half-width filler": "\uffa0",
    "first and middle filler": "\u115f\u1160",
    "variation selectors": "\ufe0f\ufe0f",
    "of all sorts": "\u200b\ufe0f \u3164\U000e0100\u2800\u180e",
}


@pytest.mark.parametrize("nothing", NOTHING.values(), ids=NOTHING)
def test_a_name_or_title_that_shows_nothing_is_none(nothing: str) -> None:
    assert visible(nothing) == ""
    body = "各单位要加强领导，抓好落实，做到人人参与。"
    cleaned = clean(f"{nothing}\n\n{body}", title=nothing)
    assert (cleaned.title, cleaned.body) == (None, body)
    assert restore(cleaned) == f"{nothing}\n\n{body}"


@pytest.mark.parametrize("nothing", NOTHING.values(), ids=NOTHING)
def test_a_text_or_line_that_shows_nothing_is_empty(nothing: str) -> None:
    assert clean(f"青山煤矿安全简报\n\n{nothing}\n{nothing}", title="青山煤矿安全简报").body == ""
    assert clean(f"第一段。\n{nothing}\n第二段。").body == "第一段。\n第二段。"


def test_blanks_inside_of_a_line_and_what_varies_a_character_stay() -> None:
    assert visible("李\u3164明") == "李 明"
    assert clean("全矿\u2800今年安全生产形势平稳。").body == "全矿 今年安全生产形势平稳。"
    for text in ("葛\U000e0100城煤矿职工大会召开。", "安全❤\ufe0f生产。", "⠃⠗⠁⠊⠇⠇⠑是盲文。"):
        assert clean(text).body == visible(text) == text
