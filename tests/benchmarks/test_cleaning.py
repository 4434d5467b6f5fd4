"""What cleaning repairs and what it costs, over the sample sites' texts: no table was made from them.

python -m pytest tests/benchmarks/test_cleaning.py -s
"""

from __future__ import annotations

import re
import time
import tracemalloc
from collections.abc import Mapping
from difflib import SequenceMatcher
from importlib.resources import files
from unittest.mock import patch

import pytest

from archive.text import clean, glued_pinyin, misread_row, split_punctuation, whitespace
from archive.text.damage import SMALL_TABLE, SPLIT_MARKS, convert_with_pinyin, full_table, to_traditional
from archive.text.manuscript import Manuscript
from archive.text.mirror_repairs import mirror_repairs
from archive.text.misread_row import LOST

COMMA = {"，": ","}
MARK_ORDERS = ("；，。：、！？", "。，；：、！？", "；", "，", "、。", "：；")
NAIVE = re.compile("[?\ufffd]?\\(?[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ]{1,6} ?\\)")
ARTICLE = 3_400


REPAIRS = (whitespace.RULE, split_punctuation.RULE, glued_pinyin.RULE)


@pytest.fixture(scope="module")
def prose() -> list[str]:
    """The invented texts of the sample sites, without their marks of what a site leaves out."""
    root = files("crawler.samples").joinpath("texts")
    paths = [path for site in root.iterdir() for path in site.iterdir() if path.name.endswith(".txt")]
    bodies = [path.read_text("utf-8").split("\n\n", 1)[1].strip() for path in paths]
    return [re.sub("\n+", "\n", re.sub("⟦.*?⟧|⏎", "", body)).strip() for body in bodies]


def repair(damaged: str) -> str:
    mirror_repairs.cache_clear()
    manuscript = Manuscript.of(damaged)
    for rule in REPAIRS:
        manuscript = manuscript.change(rule.id, rule.find(manuscript).changes)
    return manuscript.text


def wrong_characters(wanted: str, found: str) -> int:
    blocks = SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for tag, a, b, c, d in blocks if tag != "equal")


def intended(text: str, table: Mapping[str, str]) -> str:
    traditional = to_traditional(text)
    return traditional.replace("，", ",") if table.get("，") == "," else traditional


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("a mirror's table", SMALL_TABLE),
        ("a mirror's table, narrow commas", {**SMALL_TABLE, **COMMA}),
        ("every character", full_table()),
        ("every character, narrow commas", {**full_table(), **COMMA}),
    ],
)
def test_wrong_characters_beside_stripping_the_brackets(
    name: str, table: Mapping[str, str], prose: list[str]
) -> None:
    left = elsewhere = stripped = 0
    for text in prose:
        damaged, wanted = convert_with_pinyin(text, table), intended(text, table)
        left += wrong_characters(wanted, repair(damaged))
        with patch.object(misread_row, "SURE_ENOUGH", 2):
            marked = repair(damaged)
        elsewhere += wrong_characters(wanted, marked) - marked.count(LOST)
        stripped += wrong_characters(wanted, NAIVE.sub("", damaged))
    total = sum(map(len, prose))
    print(f"\n{name}: {left} wrong of {total}, {elsewhere} where no byte is lost", end="")
    print(f"; stripping leaves {stripped}: {left / stripped:.3f}")
    assert left <= 0.2 * stripped
    assert elsewhere == 0 or "every" in name


def test_marks_matched_inside_characters(prose: list[str]) -> None:
    places = put = right = 0
    for marks in MARK_ORDERS:
        table = {**SMALL_TABLE, **{mark: SPLIT_MARKS[mark] for mark in marks}}
        for text in prose:
            damaged, wanted = convert_with_pinyin(text, table), to_traditional(text)
            with patch.object(misread_row, "SURE_ENOUGH", 2):
                lost = repair(damaged)
            found = repair(damaged)
            if not len(lost) == len(found) == len(wanted):
                places += abs(len(lost) - len(wanted)) + lost.count(LOST)
                continue
            at = [place for place, character in enumerate(lost) if character == LOST]
            places += len(at)
            put += sum(found[place] != LOST for place in at)
            right += sum(found[place] == wanted[place] for place in at)
    print(f"\nlost bytes: {places} places, {put / places:.2f} put back, {right / put:.2f} of these right")
    assert put >= 0.6 * places
    assert right >= 0.8 * put


def test_speed_and_memory(prose: list[str]) -> None:
    text = "\n".join(prose)
    article = text[:ARTICLE]
    glued = convert_with_pinyin(article, {**SMALL_TABLE, **COMMA})
    worst = convert_with_pinyin(article, full_table())
    for name, page, times in [
        ("one article", article, 60),
        ("a text of a million characters", text * (1_000_000 // len(text)), 1),
        ("a glued page", glued, 30),
        ("a page with every character glued", worst, 10),
    ]:
        clean(page[:ARTICLE])
        print(f"\n{name}: {len(page):,} characters, {speed(page, times):.2f} million a second", end="")
    pages = {"a long text": text * 20, "a long glued text": glued * 50, "brackets": "(" * 300_000}
    for name, page in pages.items():
        print(f"\n{name}: memory {peak(page) / len(page.encode()):.1f} times its UTF-8", end="")


def speed(page: str, times: int) -> float:
    started = time.process_time()
    for _ in range(times):
        mirror_repairs.cache_clear()
        clean(page)
    return len(page) * times / (time.process_time() - started) / 1e6


def peak(page: str) -> int:
    """Measure the second time: tables and caches don't grow with the text."""
    clean(page)
    mirror_repairs.cache_clear()
    tracemalloc.start()
    clean(page)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most
