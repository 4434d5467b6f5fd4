"""A character as printed is of the kind that the index takes it for: of the kind of its fold."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from archive.fold import changed_characters, fold
from archive.search.in_text import as_printed
from archive.search.in_text.needles import needles_of
from archive.search.index.tokens import HAN, WORD
from archive.search.query import parse

KINDS: dict[Callable[[], str], str] = {
    as_printed.word: WORD,
    as_printed.any_character: f"[{HAN}0-9a-z]",
    as_printed.gap: f"(?:(?!{WORD}|[{HAN}])(?s:.))+",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_character_is_what_its_fold_is(kind: Callable[[], str]) -> None:
    characters = "".join(map(chr, range(0x110000)))
    found = [each.span() for each in re.finditer(kind(), characters)]
    assert found == [each.span() for each in re.finditer(KINDS[kind], fold(characters))]


@pytest.mark.parametrize("query", ["gdp", "gdp*", "“gdp 一”", "g?p", "gdp NEAR/0 一"])
def test_beside_every_character_a_word_is_found_as_in_the_folded_text(query: str) -> None:
    needles = needles_of(parse(query).expression)
    for character in changed_characters():
        for text in (f"GDP{character}一", f"一{character}GDP", f"GDP {character}", f"G{character}P"):
            found = [[*needle.find(text)] for needle in needles]
            assert found == [[*needle.find(fold(text))] for needle in needles], text


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("gdp", "GDP㊀增长", [(0, 3)]),
        ("gdp", "ＧＤＰﾞ", [(0, 3)]),
        ("2010", "2010〸月", [(0, 4)]),
        ("a NEAR 十", "A〸", [(0, 1), (1, 2)]),
        ("“a b”", "Aﾞ B", [(0, 4)]),
        ("“a b”", "A \ue000 B", []),
    ],
)
def test_what_is_found_beside_it(query: str, text: str, found: list[tuple[int, int]]) -> None:
    (needle,) = needles_of(parse(query).expression)
    assert [*needle.find(text)] == found
