"""Firms' own campaigns, by the form of their names: “强基固本”主题教育, 开展作风整顿活动, 解放思想大讨论."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from archive.catalogue.table import read_table, words
from archive.catalogue.text import Text, canonical

_NAME = r"[^“”\"「」『』。!?;:\n]{2,36}"
_IN_QUOTES = rf"(?:[“\"「]{_NAME}[”\"」]|[‘'『](?:(?![’'』])[^。!?;:\n“”]){{2,36}}[’'』])"
_QUOTED = re.compile(
    rf"{_IN_QUOTES}(?:[、和与及]?{_IN_QUOTES})*(?:等|为主题的|为主要内容的)?"
    rf"(?:{words('campaign_modifier')}){{0,4}}(?:{words('campaign_form')})(?![家部室者处科局厅队师学量])"
)
_ONE_QUOTED = re.compile(_IN_QUOTES)

_VERB = r"(?:开展|举办|举行|实施|启动|掀起|推进)[好了]?以?(?:20\d\d年)?度?(?:全[国矿公司局员]+)?"
_HAN = r"[一-鿿]"
_UNQUOTED_FORM = r"(?:主题教育|教育|竞赛|大讨论|行动|工程|会战|攻坚战|整治|整顿|活动)"
_TITLED = re.compile(
    rf"{_VERB}(?P<name>{_HAN}{{3,16}}?{_UNQUOTED_FORM})"
    r"(?:活动)?(?:的|$|动员|工作|总结|方案|实施|纪实|[,、(\s])"
)
_STANDING = re.compile(
    r"(?:^|[\n,、。;:的]|深入|广泛|扎实|开展|掀起|组织|推进|启动|参加)[了好]?"
    r"(?!深入|广泛|扎实|开展|掀起|组织|推进|启动|参加|关于|全[矿国])"
    rf"(?P<name>(?:(?![的了在和与及等各以是]){_HAN}){{4,12}}大讨论)"
)
_VAGUE = re.compile(words("vague"))
_ACTIVITY_AT_END = re.compile(r"(?:主题实践|实践|专题|专项)?活动$")
_NUMBER = re.compile(r"(?:19|20)?\d\d年?|[\d\s.+-]+")


@dataclass(frozen=True, slots=True)
class Own:
    """A name at a place of the text."""

    name: str
    start: int
    end: int
    confidence: float


def find_own(text: Text, taken: Sequence[tuple[int, int]]) -> list[Own]:
    """Return the names that stand apart from `taken`, the places of known campaigns; ascending."""
    places = [*_quoted(text), *_titled(text), *_standing(text)]
    free = [own for own in places if not any(own.start < end and start < own.end for start, end in taken)]
    return sorted(free, key=lambda own: own.start)


def _quoted(text: Text) -> Iterator[Own]:
    """Each of several names before one form counts: “三保”、“五比”等主题实践活动."""
    for match in _QUOTED.finditer(text.folded):
        names = list(_ONE_QUOTED.finditer(text.folded, match.start(), match.end()))
        for quoted in names:
            start, end = quoted.start() + 1, quoted.end() - 1
            if not _is_no_campaign(text.folded[start:end]):
                yield Own(_written(text, start, end), start, end, 0.9 if quoted is names[-1] else 0.8)


def _titled(text: Text) -> Iterator[Own]:
    """A title names its subject without quotes."""
    for match in _TITLED.finditer(text.title):
        yield from _unquoted(text, match, 0.75)


def _standing(text: Text) -> Iterator[Own]:
    for match in _STANDING.finditer(text.folded):
        yield from _unquoted(text, match, 0.7)


def _unquoted(text: Text, match: re.Match[str], confidence: float) -> Iterator[Own]:
    start, end = match.span("name")
    activity = _ACTIVITY_AT_END.search(match["name"])
    end = start + activity.start() if activity and activity.start() > 2 else end
    name = text.folded[start:end]
    if not _VAGUE.search(name) and not _is_no_campaign(name):
        yield Own(_written(text, start, end), start, end, confidence)


def _is_no_campaign(folded: str) -> bool:
    return bool(_NUMBER.fullmatch(folded)) or folded in _no_campaigns()


def _written(text: Text, start: int, end: int) -> str:
    """The name as written, with one kind of comma: “敢作为 勇争先” is “敢作为，勇争先”."""
    parts = re.split(r"[、,，;；\s]+", canonical(text.printed[start:end]).strip(" 、,，;；"))
    return "，".join(parts)


@cache
def _no_campaigns() -> frozenset[str]:
    return frozenset(row["phrase"] for row in read_table("no_campaigns.tsv"))
