"""Do the damage on purpose: what a mirror does when it converts to Traditional by replacing bytes of GBK.

A program goes over the bytes of a page and puts `創(chuàng)` for every 創 of its table, wherever its two
bytes stand: also where they are the second half of one character and the first half of the next. Read as GBK
that is `創(chuàng)`, `F(xiàn)` or `?yàn)`. Tests, the benchmark and the sample mirror use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from archive.text.mirror.gbk_table import gbk_table, traditional_forms

_SMALL = """
關guān 網wǎng 創chuàng 劃huà 發fā 規guī 導dǎo 經jīng 產chǎn 術shù 質zhì 領lǐng 開kāi 驗yàn 項xiàng 鎮zhèn
現xiàn 態tài 萬wàn 準zhǔn 確què 優yōu 個gè 級jí 隊duì 運yùn 務wù 場chǎng 會huì 縱zòng 礦kuàng 報bào
"""

SMALL_TABLE: Mapping[str, str] = MappingProxyType({entry[0]: entry[1:] for entry in _SMALL.split()})
"""Some thirty Traditional characters and their readings: as large as the tables of real mirrors."""

SPLIT_MARKS: Mapping[str, str] = MappingProxyType({mark: mark for mark in "，。；：、！？"})
"""Marks that a mirror writes anew, also where their bytes are of two characters."""

_ENTITY = re.compile(r"&#(\d+);")
_LEADS = range(0x81, 0xFF)
_OPENING = 0x28
_COMMA = 0x2C


@cache
def full_table() -> Mapping[str, str]:
    """Return every character that a converter can put, with its first reading: the worst mirror possible."""
    return MappingProxyType({character: readings[0] for character, readings in gbk_table().readings.items()})


def convert_with_pinyin(text: str, table: Mapping[str, str]) -> str:
    """Return Simplified `text` (plain or HTML) as a mirror with this replacement table prints it.

    `table` maps a Traditional character to its reading; a key that is a mark (，) is replaced by its value,
    and torn out of its surroundings where that is the mark itself. Characters that GBK lacks become "?".
    """
    data = to_traditional(text).encode("gbk", "replace")
    for key, value in table.items():
        data = data.replace(key.encode("gbk"), _put(key, value).encode("gbk"))
    return _ENTITY.sub(lambda match: chr(int(match[1])), "".join(_read(data)))


def _put(key: str, value: str) -> str:
    """A mark goes through an entity, so that half a character in front of it is read as "?"."""
    return f"&#{ord(key)};" if value == key else f"{key}({value})" if value.isalpha() else value


def to_traditional(text: str) -> str:
    """Convert character by character, as such a program does: 制度 may become 製度."""
    forms = traditional_forms()
    return text.translate(str.maketrans("".join(forms), "".join(forms.values())))


def _read(data: bytes) -> Iterator[str]:
    """Decode as mirrors do: half a character is "?" and eats a bracket behind it, but dies before a comma."""
    position = 0
    while position < len(data):
        pair = data[position : position + 2]
        if pair[0] not in _LEADS or len(pair) == 1:
            yield chr(pair[0]) if pair[0] < 0x80 else "?"
            position += 1
            continue
        character = pair.decode("gbk", "ignore")
        is_whole = len(character) == 1 and pair[1] >= 0x40
        if is_whole:
            yield character
        elif pair[1] != _COMMA:
            yield "?"
        position += 2 if is_whole or pair[1] == _OPENING or pair[1] >= 0x80 else 1
