"""Which characters a lost byte leaves open: those that share the other byte and that such a page can hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from archive.text.mirror.gbk_table import gbk_character, gbk_table, traditional_forms

_LEADS = range(0x81, 0xFF)
_TRAILS = range(0x80, 0xFF)
_MARKS = frozenset("，。、；：！？“”‘’（）《》—…·～％　")


@cache
def with_lead(lead: int) -> tuple[str, ...]:
    """Return the characters of a lead byte whose trail byte is no ASCII character."""
    return tuple(_possible((lead, trail) for trail in _TRAILS))


@cache
def with_trail(trail: int) -> tuple[str, ...]:
    """Return the characters of a trail byte."""
    return tuple(_possible((lead, trail) for lead in _LEADS))


def _possible(pairs: Iterator[tuple[int, int]]) -> Iterator[str]:
    for lead, trail in pairs:
        character = gbk_character(lead, trail)
        if character and is_possible(character):
            yield character


@cache
def is_possible(character: str) -> bool:
    """Tell whether it can be put where a byte is lost: common or a mark, and none that converters replace."""
    return (character in _MARKS or is_common(character)) and character not in traditional_forms()


@cache
def is_common(character: str) -> bool:
    """Tell whether it is of GB 2312's first level (3,755), a full-width figure, or one a converter puts."""
    code = int.from_bytes(character.encode("gbk", "ignore"))
    return 0xB0A1 <= code <= 0xD7F9 or 0xA3B0 <= code <= 0xA3B9 or character in gbk_table().readings
