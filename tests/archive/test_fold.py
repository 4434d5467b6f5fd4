"""The fold keeps every text's length and makes every Simplified and Traditional spelling of a word one."""

from __future__ import annotations

import sys
import unicodedata

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin.phrases_dict import phrases_dict

from archive.data.make_fold import TOO_BROAD, VERSION, closed_han_map, variant_pairs
from archive.fold import FOLD_VERSION, fold, written_forms

EVERYTHING = "".join(map(chr, range(sys.maxunicode + 1)))


def test_one_code_point_in_one_out() -> None:
    assert len(fold(EVERYTHING)) == len(EVERYTHING)


def test_folding_again_changes_nothing() -> None:
    assert fold(fold(EVERYTHING)) == fold(EVERYTHING)


@given(st.text())
def test_context_plays_no_part(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("傳達", "传达"),
        ("顯著／显着", "显着/显着"),
        ("保衛保衞", "保卫保卫"),
        ("答覆反復", "答复反复"),
        ("憑藉", "凭借"),
        ("瞭解", "了解"),
        ("剩餘剩馀", "剩余剩余"),
        ("裏裡", "里里"),
        ("爲為", "为为"),
        ("檯枱臺", "台台台"),
        ("煉鋼項鏈", "炼钢项链"),
        ("座位坐下", "座位坐下"),
        ("ＡＢＣ１２３", "abc123"),
        ("二○一○年", "二〇一〇年"),
        ("⼀金", "一金"),
        ("㈠ßİ", "㈠ßİ"),
        ("\u3000", " "),
    ],
)
def test_what_a_simpler_fold_would_get_wrong(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize("conversion", ["s2t", "s2tw", "s2hk", "t2s"])
def test_a_word_and_its_conversion_fold_alike(conversion: str) -> None:
    words = [word for word in phrases_dict if "\n" not in word]
    converted = opencc.OpenCC(conversion).convert("\n".join(words)).split("\n")
    apart = {
        "".join(sorted(pair))
        for word, other in zip(words, converted, strict=True)
        for pair in zip(fold(word), fold(other), strict=True)
        if pair[0] != pair[1]
    }
    assert apart <= {"".join(sorted(pair)) for pair in TOO_BROAD}


def test_pairs_too_broad_stay_apart_at_the_end_of_every_chain() -> None:
    assert all(fold(pair[0]) != fold(pair[1]) for pair in TOO_BROAD)


def test_every_listed_variant_folds_to_the_character_that_stands_for_it() -> None:
    assert [pair for pair in variant_pairs() if fold(pair[0]) != fold(pair[1])] == []


def test_the_map_of_han_is_closed() -> None:
    han = closed_han_map()
    assert not set(han) & set(han.values())


def test_versions_agree() -> None:
    assert VERSION == FOLD_VERSION


def test_upper_case_wide_and_compatible_forms_are_plain_ones() -> None:
    for character in filter(str.isalpha, map(chr, range(0x3000))):
        plain = unicodedata.normalize("NFKC", character).casefold()
        if len(plain) == 1:
            assert fold(character) == fold(plain)


def test_written_forms_are_what_folds_into_a_character() -> None:
    assert set(written_forms("党")) == {"党", "黨"}
    assert all(fold(form) == "a" for form in written_forms("a"))
    assert written_forms("！") == "！"
