"""The characters that converters to Traditional put, by their bytes in GBK and their readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from archive.data import data_lines

_ASCII_TRAILS = range(0x40, 0x7F)
_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class GbkTable:
    """Four views of one table; a reading bears its tone mark (chuàng)."""

    readings: Mapping[str, tuple[str, ...]]
    """Traditional character to its readings, the usual one first."""
    by_trail: Mapping[tuple[int, str], tuple[str, ...]]
    """ASCII trail byte and reading to the characters, the most common first."""
    by_reading: Mapping[str, tuple[str, ...]]
    """Reading to the characters, the most common first."""
    by_lead: Mapping[tuple[int, str], tuple[str, ...]]
    """Lead byte and reading to the characters, the most common first."""

    def reads(self, character: str, reading: str) -> bool:
        """Tell whether the table has a character, and with this reading."""
        return reading in self.readings.get(character, ())


@cache
def gbk_table() -> GbkTable:
    """Read `data/gbk_readings.tsv`, once."""
    read = [(*character.encode("gbk"), reading, character) for character, reading in _by_weight()]
    return GbkTable(
        readings=_grouped((character, reading) for _, _, reading, character in read),
        by_trail=_grouped(
            ((trail, reading), character) for _, trail, reading, character in read if trail in _ASCII_TRAILS
        ),
        by_reading=_grouped((reading, character) for _, _, reading, character in read),
        by_lead=_grouped(((lead, reading), character) for lead, _, reading, character in read),
    )


def _by_weight() -> Iterator[tuple[str, str]]:
    """Yield each character with each of its readings."""
    rows = [line.split("\t") for line in data_lines("gbk_readings.tsv")]
    for character, readings, _ in sorted(rows, key=lambda row: -int(row[2])):
        for reading in readings.split():
            yield character, reading


def _grouped(pairs: Iterable[tuple[_Key, str]]) -> dict[_Key, tuple[str, ...]]:
    found: dict[_Key, tuple[str, ...]] = {}
    for key, value in pairs:
        found[key] = (*found.get(key, ()), value)
    return found


@cache
def traditional_forms() -> dict[str, str]:
    """Return of each Simplified character the one that converters put for it (`data/gbk_traditional.tsv`)."""
    return dict(line.split("\t") for line in data_lines("gbk_traditional.tsv"))


def gbk_bytes(character: str) -> bytes:
    """Return the character's one or two bytes; empty where GBK has none."""
    return character.encode("gbk", "ignore") if character <= "\uffff" else b""


def gbk_character(lead: int, trail: int) -> str | None:
    """Return the character of two bytes; None where GBK has none."""
    try:
        return bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None
