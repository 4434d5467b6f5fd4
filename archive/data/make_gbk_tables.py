"""Make gbk_readings.tsv and gbk_traditional.tsv, by which pinyin glued in by byte replacement is undone.

    python -m archive.data.remake gbk_readings.tsv gbk_traditional.tsv

Readings come from pypinyin (MIT licence), conversions from OpenCC (Apache licence); cleaning needs neither.
A character's weight is the number of pypinyin's phrases that hold it in Simplified form: how common it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import opencc
from pypinyin import Style, pinyin
from pypinyin.phrases_dict import phrases_dict

VERSION = 1
ALSO_CONVERTED = frozenset("著於")
"""Traditional characters that OpenCC keeps in Simplified where they stand alone, but converters produce."""

USUAL_FORMS = str.maketrans("爲衆", "為眾")
"""OpenCC's own standard, and what mirrors print."""


def tables() -> dict[str, str]:
    """Return both tables."""
    simplify = opencc.OpenCC("t2s").convert
    characters = _double_byte_characters()
    weights = Counter(simplify(character) for phrase in phrases_dict for character in phrase)
    changed = {character for character in characters if simplify(character) != character} | ALSO_CONVERTED
    readings = (
        f"{character}\t{' '.join(_readings(character))}\t{weights[simplify(character)]}"
        for character in characters
        if character in changed
    )
    convert = opencc.OpenCC("s2t").convert
    converted = {character: convert(character).translate(USUAL_FORMS) for character in characters}
    pairs = (
        f"{simplified}\t{traditional}"
        for simplified, traditional in converted.items()
        if traditional != simplified and traditional in changed and simplified not in changed
    )
    return {
        "gbk_readings.tsv": _table("Traditional character, its readings, its weight", readings),
        "gbk_traditional.tsv": _table(
            "Simplified character, the Traditional one that a converter puts", pairs
        ),
    }


def _double_byte_characters() -> list[str]:
    """Every Han character of GBK, in the order of its two bytes."""
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    decoded = (pair.decode("gbk", "ignore") for pair in pairs)
    return [character for character in decoded if "一" <= character <= "鿿"]


def _readings(character: str) -> list[str]:
    """Tone-marked readings that GBK can write, and the bare ones (著 zhe) as pypinyin gives them."""
    (readings,) = pinyin(character, style=Style.TONE, heteronym=True)
    return [reading for reading in readings if reading.encode("gbk", "ignore").decode("gbk") == reading]


def _table(columns: str, rows: Iterable[str]) -> str:
    head = f"# version {VERSION}: {columns}. Made by archive/data/make_gbk_tables.py.\n"
    return head + "".join(f"{row}\n" for row in rows)
