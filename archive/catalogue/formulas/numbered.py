"""Numbered abbreviations (数字简称) of a text: “四个意识”, “三抓三促”, 一岗双责; not its counts (三个月)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.catalogue.names import matches_at
from archive.catalogue.table import words
from archive.catalogue.text import Span, Text

NUMBERS = {number: value for value, number in enumerate("一二三四五六七八九十", start=1)} | {"两": 2, "双": 2}
"""What the first character of a name counts."""

_N = "[一二三四五六七八九十两双]"
_HAN = "[㐀-鿿]"
_IN_QUOTES = re.compile(r"[“\"「『‘'](?P<name>[^“”\"「」『』‘’'。!?;:\n]{2,20})[”\"」』’']")

_TIMES_ONE = re.compile(rf"{_N}[个项]一")
"""“五个一”: one lecture, one letter, one exhibition …."""
_ONE_NUMBER = re.compile(
    rf"(?P<number>{_N})(?:[个项条大种])?(?P<what>(?:(?![的了吗呢之])(?!{_N}(?!流)){_HAN}){{1,5}})"
)
_ONE_EACH = re.compile(rf"一{_HAN}一{_HAN}{{1,2}}(?:一{_HAN}{{1,2}})?")
"""“一人一档”, “一题一案一团队”; not 一心一意, which is an idiom."""
_PART = rf"{_N}(?:(?![的了吗呢])(?!{_N}){_HAN}){{1,6}}"
_NUMBERS_APART = re.compile(rf"{_PART}(?:[、,]?{_PART}){{1,4}}")
_ONLY_NUMBERS = re.compile(rf"{_N}{{3,5}}")
_COUNTED = re.compile(rf"[个项条种](?:{words('ordinary_count')})")
_ORDINARY = re.compile(
    rf"{_N}+(?:月|年|日|天|季度|号|届|次|中全会|[百千万亿]|分之|点|倍|成|元|米|吨|名|岁|时|分钟)"
    rf"|{_N}+[个班队区科矿大佳强]$|{_N}{_HAN}{{0,4}}人员$|(?:九|十|十[一二三四五六])五$|十[佳大强]|双十"
)
_ONLY_ONE = re.compile(r"一个(?:(?!人|月|家)[㐀-鿿]){2,4}")
_SEVERAL = "[二三四五六七八九十两双]"
_MEASURE = (
    "个名人次米吨台座条项种年月日天时分秒点块元度班队组级层家户间所井区号矿期届批份张"
    "件把只支根片本篇位些起回套般样定切"
)

_PLAIN = re.compile(
    rf"(?P<name>{words('formula')})(?![反规])"
    rf"|(?P<pairs>(?:{_N}(?![{_MEASURE}]|{_N}){_HAN}){{2,4}})(?={words('formula_context')})"
    rf"|(?P<told>{_N}(?:[个项条大])?(?:(?!{_N}(?!流)){_HAN}){{2,4}})(?=[,:(]?\s*即[:,“\"]?)"
)
_FIRST = "".join(name[0] for name in words("formula").split("|")) + _N[1:-1]
_BEGINNING = re.compile(rf"[{_FIRST}](?<![第0-9].)(?<!{_N}.)")


def find_numbered(text: Text) -> dict[Span, float]:
    """Return all places that are sure, quotes left out, ascending and apart, each with how sure it is."""
    found = dict(_quoted(text))
    taken = {at for start, end in found for at in range(start, end)}
    found |= {
        place: sure for place, sure in _plain(text.folded) if taken.isdisjoint((place[0], place[1] - 1))
    }
    return dict(sorted(found.items()))


def is_numbered(folded: str) -> bool:
    """Tell whether the words within quotes are such an abbreviation."""
    if folded in _NO_FORMULA or _ORDINARY.match(folded):
        return False
    if _ONLY_NUMBERS.fullmatch(folded) or _TIMES_ONE.fullmatch(folded) or folded in _KNOWN:
        return True
    if _NUMBERS_APART.fullmatch(folded):
        return bool(re.search(_SEVERAL, folded) or _ONE_EACH.fullmatch(folded))
    one = _ONE_NUMBER.fullmatch(folded)
    if one is None or _COUNTED.fullmatch(folded, 1):
        return False
    return one["number"] != "一" or bool(_ONLY_ONE.fullmatch(folded))


def _quoted(text: Text) -> Iterator[tuple[Span, float]]:
    for match in text.quoted(_IN_QUOTES):
        name = match["name"]
        if is_numbered(name.replace(" ", "")):
            yield match.span("name"), 0.95 if name in _KNOWN else 0.9


def _plain(folded: str) -> Iterator[tuple[Span, float]]:
    for match in matches_at(_BEGINNING, _PLAIN, folded):
        group = match.lastgroup or "name"
        if group == "name" or is_numbered(match[group]):
            yield match.span(group), 0.9 if group == "name" else 0.75


_KNOWN = frozenset(words("formula").split("|"))
_NO_FORMULA = frozenset(words("no_formula").split("|")) | frozenset(words("number_idiom").split("|"))
