"""How far a text is campaign material (活动、主题教育、竞赛 …): tells it from price lists and tenders.

The score is a sum: what speaks for the text less what speaks against it, each reason weighed in
relevance.tsv, cut to 0 … 1. Every reason names the words that it rests on, so that a reader can dispute it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from archive.catalogue.campaigns.own import no_campaigns
from archive.catalogue.campaigns.table import campaigns as known_campaigns
from archive.catalogue.names import pattern_of
from archive.catalogue.table import read_table, values, words
from archive.catalogue.text import Text
from archive.fold import fold
from archive.statements import CampaignMention, Reason, Relevance

THRESHOLD = 0.4
"""From here on a text is kept.

A campaign or one strong word in the title is enough; words in the body alone must come from two or three
fields. A wrong yes costs a reader a glance, a wrong no the text until somebody looks through the skipped
pages: so the line lies just above what ordinary news reaches by accident (0.3), and not in the middle."""

_LEAD = 600
"""What a text is about it says at its beginning; in a long one every word occurs somewhere."""

_CAMPAIGN = {"subject": 0.6, "mentioned": 0.3}
_SURE = 0.7
"""Confidence of a campaign's name below which it counts half."""

_GENRES = {
    **dict.fromkeys(("倡议书", "演讲稿", "心得体会", "事迹材料", "承诺书", "简报", "标语"), 0.5),
    **dict.fromkeys(("讲话", "发言", "公开信"), 0.4),
    **dict.fromkeys(("意见", "总结", "汇报", "试题"), 0.25),
    **dict.fromkeys(("方案", "计划", "决定", "通报"), 0.15),
}
"""Genres that hardly occur but in campaigns; a notice (通知) or a decree (规定) may be of anything."""

_COUNTED = r"[一二三四五六七八九十两]"
_FORMULAS = (
    re.compile(rf"[“\"「『](?:{_COUNTED}[一-鿿]){{1,4}}(?:工程|活动|机制|制度|法|建设)?[”\"」』]"),
    re.compile(rf"[“\"「『]{_COUNTED}(?:个|项|种|大|心|型|好|带头)[一-鿿]{{0,6}}[”\"」』]"),
    re.compile(r"[“\"「『][一-鿿]{2,16}[”\"」』](?:活动|工程|行动|竞赛|教育|管理法|工作法|责任区|岗)"),
    re.compile(r"^\s*[—-]{1,3}[^\n]{4,40}(?:\n|$)"),
)
"""四个坚持, 三增三树, 一栏两会三报告: counted slogans in quotes, and quoted names of undertakings; and the
subtitle of a portrait (——记……班长……)."""
_FORMULA = {"title": 0.35, "lead": 0.25}
_TEAM = {"title": 0.2, "lead": 0.15}
"""综采三区, 掘进二队: their own stories, whatever words they use. Alone too little: plain news names them."""


@dataclass(frozen=True, slots=True)
class _Words:
    """One row of relevance.tsv."""

    reason: str
    place: str
    weight: float
    most: float
    pattern: re.Pattern[str]


def relevance(text: Text, campaigns: Sequence[CampaignMention]) -> Relevance:
    """Return score and reasons of a text, the heaviest first; `campaigns` are those that it names."""
    reasons = [*_named(campaigns), *_formulas(text), *_of_words(text), *_of_teams(text)]
    reasons += [*_of_genre(text), *_without_a_unit(text, reasons)]
    total = sum(reason.weight for reason in reasons)
    reasons.sort(key=lambda reason: -abs(reason.weight))
    return Relevance(score=round(min(1.0, max(0.0, total)), 2), reasons=tuple(reasons))


def _named(campaigns: Iterable[CampaignMention]) -> Iterator[Reason]:
    """The heaviest one counts: a text is not more of a campaign for naming ten."""
    weighed = [(_weight(each), each) for each in campaigns]
    if weighed:
        weight, named = max(weighed, key=lambda each: each[0])
        yield Reason(what=f"campaign_{named.role}", words=(named.name,), weight=weight)


def _weight(named: CampaignMention) -> float:
    return _CAMPAIGN[named.role] * (1 if named.confidence >= _SURE else 0.5)


def _of_genre(text: Text) -> Iterator[Reason]:
    if text.genre in _GENRES:
        yield Reason(what="genre", words=(text.genre,), weight=_GENRES[text.genre])


def _formulas(text: Text) -> Iterator[Reason]:
    for place, part in _places(text).items():
        printed = (match[0].strip() for formula in _FORMULAS for match in formula.finditer(part))
        if found := next((words for words in printed if words[1:-1] not in no_campaigns()), None):
            yield Reason(what="formula", words=(found,), weight=_FORMULA[place])
            return


def _of_words(text: Text) -> Iterator[Reason]:
    places = _places(text)
    for row in _table():
        found = tuple(dict.fromkeys(row.pattern.findall(places[row.place])))
        if found:
            size = min(row.most, abs(row.weight) * len(found))
            weight = size if row.weight > 0 else -size
            yield Reason(what=f"{row.reason}_in_{row.place}", words=found, weight=round(weight, 2))


def _of_teams(text: Text) -> Iterator[Reason]:
    for place, part in _places(text).items():
        if found := tuple(dict.fromkeys(_team().findall(part))):
            yield Reason(what=f"team_in_{place}", words=found, weight=_TEAM[place])


def _without_a_unit(text: Text, others: Iterable[Reason]) -> Iterator[Reason]:
    """Halve what speaks for a text that names neither mine, firm nor their people, but for known campaigns.

    The vocabulary of campaigns is that of politics, army, schools and towns too, and where no firm is there
    is no firm's own campaign.
    """
    known = known_campaigns().keys()
    weight = sum(max(0, reason.weight) for reason in others if known.isdisjoint(reason.words))
    names = [_work_unit(), _team()]
    if weight and not any(name.search(part) for part in _places(text).values() for name in names):
        yield Reason(what="no_work_unit", words=(), weight=round(-weight / 2, 2))


@cache
def _team() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{words('team')})(?:[一二三四五六七八九十]{{0,3}}|\d{{0,2}})(?:队|区(?!域)|班(?!子|车))"
    )


@cache
def _work_unit() -> re.Pattern[str]:
    return re.compile(words("work_unit"))


def _places(text: Text) -> dict[str, str]:
    return {"title": text.title, "lead": text.folded[text.body_start : text.body_start + _LEAD]}


@cache
def _table() -> tuple[_Words, ...]:
    return tuple(
        _Words(
            row["reason"],
            row["place"],
            float(row["weight"]),
            float(row["most"]),
            pattern_of(map(fold, values(row["words"]))),
        )
        for row in read_table("relevance.tsv")
    )
