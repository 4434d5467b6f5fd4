"""Numbers as they are printed, to numbers: 1.2亿, 3,500, 三百五十, 一千二百万, 两."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

_ARABIC = r"(?<![0-9])[0-9]{1,15}(?![0-9])(?:,[0-9]{3})*(?:\.[0-9]{1,15})?"
HAN = r"[一二两三四五六七八九十百千][一二两三四五六七八九十百千万亿零〇]*"
NUMERAL = rf"(?:{_ARABIC}(?:[百千]?万?亿|[百千]?万|[百千])?|{HAN})"
"""A number in folded text."""

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}


@lru_cache(maxsize=1024)
def read_number(numeral: str) -> Decimal:
    """Return the value of what `NUMERAL` matches; `ValueError` for digits in a row (二〇一〇, 三五)."""
    digits = numeral.rstrip("百千万亿")
    if digits and digits[0].isascii():
        return Decimal(digits.replace(",", "")) * _scale(numeral[len(digits) :])
    return Decimal(_read_han(numeral))


def scaled(value: Decimal, scale: str) -> Decimal:
    """Return a value times the 万 and 亿 that follow it."""
    return value * _scale(scale) if scale else value


def _scale(characters: str) -> int:
    scale = 1
    for character in characters:
        scale *= _TENS.get(character) or _MYRIADS[character]
    return scale


def _read_han(numeral: str) -> int:
    """一亿二千万三百五十: tens within a myriad, and the myriads together."""
    total = section = digit = 0
    was_digit = False
    for character in numeral:
        if character in _DIGITS:
            if was_digit:
                raise ValueError(numeral)
            digit = _DIGITS[character]
            was_digit = digit != 0
            continue
        if character in _TENS:
            section += (digit or 1) * _TENS[character]
        elif character == "万":
            total, section = total + (section + digit) * _MYRIADS[character], 0
        else:
            total, section = (total + section + digit) * _MYRIADS[character], 0
        digit, was_digit = 0, False
    return total + section + digit
