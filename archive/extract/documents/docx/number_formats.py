"""How Word writes the numbers of lists and notes: 一, 壹, ①, ⑴, 甲, iv."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_DIGITS, _LEGAL_DIGITS = "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_HEAVENLY_STEMS, _EARTHLY_BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_HIGHEST = 1_000


def written(number: int, form: str) -> str:
    """Return a number in the form that `w:numFmt` names; in plain digits where that form does not go."""
    return _FORMATS.get(form, str)(number) if 0 < number < _HIGHEST else str(number)


def _counting(number: int) -> str:
    """一, 十, 十二, 二十一; beyond 99 digit by digit."""
    return _thousands(number) if number < 100 else _digital(number)


def _thousands(number: int) -> str:
    """十二, 一百零二, 一百一十二."""
    words = _in_words(number, _DIGITS, "十百")
    return words.removeprefix("一") if 10 <= number < 20 else words


def _legal(number: int) -> str:
    return _in_words(number, _LEGAL_DIGITS, "拾佰")


def _in_words(number: int, digits: str, places: str) -> str:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    ten = digits[tens] + places[0] if tens else "零" if hundreds and ones else ""
    return (digits[hundreds] + places[1] if hundreds else "") + ten + (digits[ones] if ones else "")


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _sign(first: str, last: int) -> Callable[[int], str]:
    """Signs that stand one behind the other in Unicode, from `first` to that of the number `last`."""
    return lambda number: chr(ord(first) + number - 1) if number <= last else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    steps = [
        *((900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
        *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
    ]
    roman = ""
    for value, sign in steps:
        roman += sign * (number // value)
        number %= value
    return roman


_FORMATS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "japaneseCounting", "taiwaneseCounting"), _counting),
    **dict.fromkeys(("chineseCountingThousand", "taiwaneseCountingThousand"), _thousands),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional"), _legal),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital", "koreanDigital2"), _digital),
    "ideographTraditional": _cycle(_HEAVENLY_STEMS),
    "ideographZodiac": _cycle(_EARTHLY_BRANCHES),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _sign("①", 20)),
    "decimalEnclosedParen": _sign("⑴", 20),
    "decimalEnclosedFullstop": _sign("⒈", 20),
    "ideographEnclosedCircle": _sign("㊀", 10),
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(
        {48 + digit: 0xFF10 + digit for digit in range(10)}
    ),
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
}
