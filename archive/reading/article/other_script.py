"""A text shown in the other script, for readers who know only one of them.

By OpenCC, which knows words: the search's fold is made for finding, and would write 着作 and 了望. From
Simplified to Traditional it must guess (后 → 後, 后); the archive keeps, searches and cites the original.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, TypeAlias

import opencc

Script: TypeAlias = Literal["Simplified", "Traditional"]

OTHER: Final[Mapping[Script, Script]] = {"Simplified": "Traditional", "Traditional": "Simplified"}

_TABLES: Final[Mapping[Script, str]] = {"Simplified": "t2s", "Traditional": "s2t"}


def other_script(script: str | None) -> Script | None:
    """Return the script that a text in `script` is not written in; None for a text in neither."""
    return next((other for own, other in OTHER.items() if own == script), None)


def in_script(text: str, script: Script) -> str:
    """Return `text` in the other script, code point for code point: gaps and matches keep their places."""
    return "\n".join(_line_in(line, script) for line in text.split("\n"))


def _line_in(line: str, script: Script) -> str:
    convert = _converter(script).convert
    converted = str(convert(line))
    if len(converted) == len(line):
        return converted
    return "".join(_one_for_one(character, str(convert(character))) for character in line)


def _one_for_one(character: str, converted: str) -> str:
    return converted if len(converted) == 1 else character


@cache
def _converter(script: Script) -> opencc.OpenCC:
    return opencc.OpenCC(_TABLES[script])
