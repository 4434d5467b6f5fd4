from __future__ import annotations

import pytest

from archive.copies.comparison import compare
from archive.copies.relation import ComparedText, are_copies, may_be_copies
from archive.text import clean
from archive.text.mirror.damage import SMALL_TABLE, convert_with_pinyin, to_traditional
from tests.official_prose import OfficialProse


def related(one: str, other: str, *urls: str) -> bool:
    first, second = urls or ("http://a.example/1.html", "http://b.example/2.html")
    texts = ComparedText(first, one), ComparedText(second, other)
    forth, back = (are_copies(x, y, compare(x.comparable, y.comparable)) for x, y in (texts, texts[::-1]))
    assert forth == back
    assert may_be_copies(*texts) or not forth
    return forth


def damaged(body: str) -> str:
    return clean(convert_with_pinyin(body, {**SMALL_TABLE, "，": ","})).body


@pytest.mark.parametrize("seed", range(3))
def test_damage_masks_and_cuts_leave_a_copy_a_copy(seed: int) -> None:
    prose = OfficialProse(seed)
    body = prose.text().body
    size = len(body)
    for copy in (
        to_traditional(body),
        damaged(body),
        prose.mask(body),
        body[: size * 6 // 10],
        prose.mask(to_traditional(body[: size * 4 // 10])),
        body[: size // 3] + body[size // 2 :],
        body[size // 3 :],
        "本网讯：" + body,
    ):
        assert related(body, copy)


@pytest.mark.parametrize("seed", range(3))
def test_two_texts_of_one_prose_are_no_copies(seed: int) -> None:
    prose = OfficialProse(seed)
    text, other = prose.text(), prose.text()
    assert not related(text.body, other.body)
    assert not related(text.body, prose.sibling(text).body)
    assert not related(text.body, prose.sibling(text, kept=1).body)
    assert not related(text.body, prose.patchwork(text, other).body)


def test_an_excerpt_is_no_copy(prose: OfficialProse) -> None:
    sentences = prose.text(3000).sentences
    quoted = "".join(sentences[len(sentences) // 2 :][:6])
    assert not related("".join(sentences), quoted)


def test_the_same_path_weighs(prose: OfficialProse) -> None:
    text = prose.text()
    changed = "".join(
        prose.sentence() if number % 4 == 0 else each for number, each in enumerate(text.sentences)
    )
    assert not related(text.body, changed)
    assert related(text.body, changed, "http://a.example/info/10078.htm", "http://b.example/info/10078.htm")


def test_texts_that_repeat_themselves_are_copies_of_each_other() -> None:
    assert related("不变的短文，一直如此。" * 8, "不變的短文,一直如此。" * 8)


def test_two_bulletins_are_told_by_their_numbers() -> None:
    bulletins = [
        ComparedText(
            f"http://a.example/{number}.html",
            f"本日生产原煤{number}吨，掘进{number // 7}米，各采区运转正常。" * 2,
        )
        for number in (4711, 5829)
    ]
    assert not may_be_copies(*bulletins)
    assert may_be_copies(bulletins[0], bulletins[0])
