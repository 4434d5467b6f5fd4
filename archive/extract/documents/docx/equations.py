"""What the EQ fields print in which Chinese Word keeps 带圈字符, 合并字符 and, in older files, 拼音指南."""

from __future__ import annotations

import re

_EQUATION = re.compile(r"\s*eq\b", re.IGNORECASE)
_FORMAT = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)')
_PHONETIC = re.compile(r"\\\*\s*jc\d", re.IGNORECASE)
_FRACTION = re.compile(r"\\f\s*\(", re.IGNORECASE)
_ARGUMENT = re.compile(r"(?<=[(,])[^\\(),]+(?=[),])")
_ENCLOSING = frozenset("○◯〇□◇△☆")


def equation_text(instruction: str) -> str:
    """Return what a field's instruction prints; empty for every field but EQ.

    `eq \\o\\ac(○,1)` is ①, `\\o\\ad(\\s\\up 9(qīng),青)` with a phonetic guide's format 青, `\\f(1,2)` 1/2.
    """
    if not _EQUATION.match(instruction):
        return ""
    arguments = [found.strip() for found in _ARGUMENT.findall(_FORMAT.sub("", instruction))]
    if _PHONETIC.search(instruction):
        return arguments[-1] if arguments else ""
    shown = [argument for argument in arguments if argument not in _ENCLOSING]
    if len(shown) == 1 < len(arguments) and "○" in arguments:
        return _encircled(shown[0])
    return ("/" if _FRACTION.search(instruction) else "").join(shown)


def _encircled(shown: str) -> str:
    is_number = shown.isascii() and shown.isdigit() and 1 <= int(shown) <= 20
    return chr(ord("①") + int(shown) - 1) if is_number else shown
