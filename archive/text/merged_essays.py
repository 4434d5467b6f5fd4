"""Several essays printed as one text by an essay mill: `第一篇：…` `第二篇：…`, `范文篇1` `范文篇2`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.fold import fold

_NUMERALS = "一二三四五六七八九十"
_NUMBER = rf"(?:[{_NUMERALS}]|十[{_NUMERALS[:-1]}]|\d{{1,2}})"
_HEAD = re.compile(
    rf"^[【\[]?(?:第(?P<nth>{_NUMBER})篇|(?:范文)?篇(?P<number>{_NUMBER}))[】\]]?\s*:\s*(?P<title>[^\n。]{{4,60}})$"
    rf"|^(?P<name>[^\n。:]{{0,30}}范文)篇?\s*(?P<last>{_NUMBER})$",
    re.MULTILINE,
)
_IN_HEAD = ("篇", "范文")
_FEWEST = 2
_SHORTEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class EssayPart:
    """One essay of a merged text: code points of the clean body, beginning with its title."""

    title: str
    start: int
    end: int


def essay_parts(body: str) -> tuple[EssayPart, ...]:
    """Return the essays that `body` prints one after the other; empty where it is one text.

    Their heads count from one upwards without a leap, and each has a text of its own of at least 100
    characters: a table of contents has the heads too.
    """
    folded = fold(body)
    heads = list(_HEAD.finditer(folded)) if any(word in folded for word in _IN_HEAD) else []
    if len(heads) < _FEWEST or [_number(head) for head in heads] != list(range(1, len(heads) + 1)):
        return ()
    ends = [*(head.start() - 1 for head in heads[1:]), len(body)]
    parts = tuple(_part(body, head, end) for head, end in zip(heads, ends, strict=True))
    return parts if _are_whole(parts) else ()


def _part(body: str, head: re.Match[str], end: int) -> EssayPart:
    start = head.start("title") if head["title"] else head.start()
    return EssayPart(title=body[start : head.end()], start=start, end=end)


def _are_whole(parts: Sequence[EssayPart]) -> bool:
    return all(part.end - part.start - len(part.title) >= _SHORTEST for part in parts)


def _number(head: re.Match[str]) -> int:
    numeral = head["nth"] or head["number"] or head["last"]
    if numeral.isdecimal():
        return int(numeral)
    return sum(_NUMERALS.index(digit) + 1 for digit in numeral)
