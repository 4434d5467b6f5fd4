"""What repair reaches on simulated damage, over the texts of the sample sites: no table was made from them.

The bigrams by which lost bytes are put back were counted over a dictionary, not over any running text.
python -m pytest tests/archive/text/test_damage_figures.py -s     prints the figures
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher

import pytest

from archive.text.manuscript import Manuscript
from archive.text.mirror import misread_row
from archive.text.mirror.damage import (
    SMALL_TABLE,
    SPLIT_MARKS,
    convert_with_pinyin,
    full_table,
    to_traditional,
)
from archive.text.mirror.misread_row import LOST
from archive.text.mirror.repairs import mirror_repairs
from archive.text.rules import glued_pinyin, split_punctuation, whitespace

REPAIRS = (whitespace.RULE, split_punctuation.RULE, glued_pinyin.RULE)
NAIVE = re.compile("[?\ufffd]?\\(?[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ]{1,6} ?\\)")
MARKS = ("；，。：、！？", "。，；：、！？", "；", "，", "、。", "：；")
COMMA = {"，": ","}
TABLES: dict[str, Mapping[str, str]] = {
    "a mirror's table": SMALL_TABLE,
    "a mirror's table, narrow commas": {**SMALL_TABLE, **COMMA},
    "every character": full_table(),
    "every character, narrow commas": {**full_table(), **COMMA},
}
CERTAIN = 2.0
"""More than any probability: with it as the bound nothing is put back by likelihood."""


def repair(damaged: str) -> str:
    mirror_repairs.cache_clear()
    manuscript = Manuscript.of(damaged)
    for rule in REPAIRS:
        manuscript = manuscript.change(rule.id, rule.find(manuscript).changes)
    return manuscript.text


def intended(text: str, table: Mapping[str, str]) -> str:
    """Return what a mirror with this table meant to print."""
    traditional = to_traditional(text)
    return traditional.replace("，", ",") if table.get("，") == "," else traditional


def wrong_characters(wanted: str, found: str) -> int:
    if wanted == found:
        return 0
    blocks = SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for tag, a, b, c, d in blocks if tag != "equal")


@pytest.mark.parametrize("size", [size for size in TABLES if "mirror" in size])
def test_a_mirrors_table_leaves_no_wrong_character_where_no_byte_is_lost(
    size: str, sample_texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(misread_row, "SURE_ENOUGH", CERTAIN)
    wrong = lost = 0
    for text in sample_texts:
        found = repair(convert_with_pinyin(text, TABLES[size]))
        lost += found.count(LOST)
        wrong += wrong_characters(intended(text, TABLES[size]), found) - found.count(LOST)
    print(f"\nP1–P3, {size}: {wrong} wrong of {sum(map(len, sample_texts))}, {lost} with a byte lost")
    assert wrong == 0


@pytest.mark.parametrize("size", TABLES)
def test_at_most_a_fifth_of_what_stripping_leaves(size: str, sample_texts: list[str]) -> None:
    table = TABLES[size]
    left = stripped = 0
    for text in sample_texts:
        damaged, wanted = convert_with_pinyin(text, table), intended(text, table)
        left += wrong_characters(wanted, repair(damaged))
        stripped += wrong_characters(wanted, NAIVE.sub("", damaged))
    share = left / stripped
    print(
        f"\n{size}: {left} wrong of {sum(map(len, sample_texts))}; stripping leaves {stripped}: {share:.3f}"
    )
    assert left <= 0.2 * stripped


def test_lost_bytes_are_put_back(sample_texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    places = put = right = 0
    for marks in MARKS:
        table = {**SMALL_TABLE, **{mark: SPLIT_MARKS[mark] for mark in marks}}
        for text in sample_texts:
            damaged, wanted = convert_with_pinyin(text, table), to_traditional(text)
            found = repair(damaged)
            with monkeypatch.context() as patched:
                patched.setattr(misread_row, "SURE_ENOUGH", CERTAIN)
                lost = repair(damaged)
            if not len(lost) == len(found) == len(wanted):
                places += abs(len(lost) - len(wanted)) + lost.count(LOST)
                continue
            at = [place for place, character in enumerate(lost) if character == LOST]
            places += len(at)
            put += sum(found[place] != LOST for place in at)
            right += sum(found[place] == wanted[place] for place in at)
    print(f"\nP4: {places} places, {put / places:.2f} put back, {right / put:.2f} of these right")
    assert put >= 0.6 * places
    assert right >= 0.8 * put
