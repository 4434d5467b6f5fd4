"""The characters that converters to Traditional put, by their bytes in GBK and their readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FIRST_ASCII_TRAIL, _LAST_ASCII_TRAIL = 0x40, 0x7E


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


@cache
def gbk_table() -> GbkTable:
    """Read `data/gbk_readings.tsv`, once."""
    readings: dict[str, tuple[str, ...]] = {}
    by_trail: dict[tuple[int, str], tuple[str, ...]] = {}
    by_reading: dict[str, tuple[str, ...]] = {}
    by_lead: dict[tuple[int, str], tuple[str, ...]] = {}
    for character, spellings in _by_weight():
        readings[character] = tuple(spellings)
        lead, trail = character.encode("gbk")
        for spelling in spellings:
            by_reading[spelling] = (*by_reading.get(spelling, ()), character)
            by_lead[lead, spelling] = (*by_lead.get((lead, spelling), ()), character)
            if _FIRST_ASCII_TRAIL <= trail <= _LAST_ASCII_TRAIL:
                by_trail[trail, spelling] = (*by_trail.get((trail, spelling), ()), character)
    return GbkTable(readings, by_trail, by_reading, by_lead)


def _by_weight() -> Iterator[tuple[str, list[str]]]:
    text = files("archive.data").joinpath("gbk_readings.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    for character, spellings, _ in sorted(rows, key=lambda row: -int(row[2])):
        yield character, spellings.split()


def gbk_bytes(character: str) -> bytes:
    """Return the character's one or two bytes; empty where GBK has none."""
    return character.encode("gbk", "ignore") if character <= "\uffff" else b""


def gbk_character(lead: int, trail: int) -> str | None:
    """Return the character of two bytes; None where GBK has none."""
    try:
        return bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None
