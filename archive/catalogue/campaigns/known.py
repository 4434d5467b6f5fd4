"""Where a text names the campaigns of campaigns.tsv, and how sure that is at its date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.catalogue.campaigns.table import Alias, Campaign, campaign_names
from archive.catalogue.text import CLOSING, OPENING, Span, Squeezed, Text

FORM = r"(?:活动|教育|竞赛|大?讨论|工程|行动|会战|攻坚战|建设)"
"""What a campaign calls itself."""

_QUALIFIED = re.compile(rf"[{CLOSING}]*(?:主题|专题|实践|学习|专项|劳动|创建|创新|成果|检查){{0,3}}{FORM}")
_NO_MONTH_OR_YEAR = re.compile(r"[报刊份初底末饼度会终鉴内均产]")
"""质量月报 and 安全生产年度 name no campaign."""
_BEFORE_DATED = re.compile(
    r"(?:^|[^一-鿿“”\"]|开展|深入|推进|参加|组织|抓好|搞好|做好|做实|抓实|调研|督导|指导|部署|召开|启动|总结|聚焦|围绕|结合|推动|巩固|深化|[的在次批以对把将本这与和及为到以])$"
)
"""What may stand before 主题教育 as a campaign's name: not the rest of another (形势任务主题教育)."""
_NUMERALS = "一二三四五六七八九十百千"
_LOOSE_IN_SHORT = re.compile(r"[、,\s]")
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Known:
    """A campaign's name at a place of the text."""

    campaign: Campaign
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    aliases: tuple[Alias, ...]
    start: int
    end: int


def find_known(text: Text, squeezed: Squeezed) -> list[Known]:
    """Return the known campaigns that the text names, ascending."""
    candidates = list(_candidates(text, squeezed))
    sure = {each.aliases[0].campaign.name for each in candidates if _is_sure(each)}
    found = (_resolved(each, text, sure) for each in candidates)
    return [one for one in found if one]


def _time_of(campaign: Campaign, date: str | None) -> str:
    """Tell how a date lies to a campaign: `during` (and a year after), `before`, `after`, or `unknown`."""
    if not date or not campaign.start:
        return "unknown"
    if date < campaign.start[: len(date)]:
        return "before"
    if not campaign.end:
        return "during"
    return "during" if date[:7] <= f"{int(campaign.end[:4]) + 1}{campaign.end[4:7] or '-12'}" else "after"


def _candidates(text: Text, squeezed: Squeezed) -> Iterator[_Candidate]:
    names = campaign_names()
    for match in names.find_in(squeezed.text):
        start, end = squeezed.span(*match.span())
        printed = text.folded[start:end]
        if len(match[0]) <= _SHORT and _LOOSE_IN_SHORT.search(printed):
            continue
        if printed[-1] in "年月" and _NO_MONTH_OR_YEAR.match(text.folded, end):
            continue
        if not _is_doubled(text.folded, start):
            yield _Candidate(names.meanings[match[0]], start, end)


def _is_doubled(folded: str, start: int) -> bool:
    """“双百日”安全竞赛 is a campaign of its own, and none of 百日安全."""
    return folded[start - 1 : start] == "双" and folded[start] in _NUMERALS


def _is_sure(candidate: _Candidate) -> bool:
    return len(candidate.aliases) == 1 and candidate.aliases[0].strength == "sure"


def _resolved(candidate: _Candidate, text: Text, sure: set[str]) -> Known | None:
    """Return the one campaign that is meant: one that the text names in full, else the one of its time."""
    backed = [alias for alias in candidate.aliases if alias.campaign.name in sure]
    rated = ((_rating(alias, candidate, text), alias) for alias in backed or candidate.aliases)
    fitting = sorted(
        ((rating, alias) for rating, alias in rated if rating), key=lambda each: (-each[0], each[1].strength)
    )
    if not fitting:
        return None
    confidence = max(fitting[0][0], 0.9 if backed else 0.0)
    return Known(fitting[0][1].campaign, candidate.start, candidate.end, confidence)


_CONFIDENCE = {
    ("sure", "during"): 0.98,
    ("sure", "unknown"): 0.9,
    ("sure", "after"): 0.85,
    ("sure", "before"): 0.65,
    ("weak", "during"): 0.9,
    ("weak", "unknown"): 0.75,
    ("weak", "after"): 0.6,
    ("dated", "during"): 0.85,
}


def _rating(alias: Alias, candidate: _Candidate, text: Text) -> float:
    """How sure a name is here; 0 where it names nothing."""
    is_quoted = _is_quoted(text.folded, candidate)
    if alias.strength == "weak" and not (is_quoted or _QUALIFIED.match(text.folded, candidate.end)):
        return 0
    before = text.folded[max(0, candidate.start - 4) : candidate.start]
    if alias.strength == "dated" and not is_quoted and not _BEFORE_DATED.search(before):
        return 0
    return _CONFIDENCE.get((alias.strength, _time_of(alias.campaign, text.date)), 0)


def _is_quoted(folded: str, candidate: _Candidate) -> bool:
    before, after = folded[candidate.start - 1 : candidate.start], folded[candidate.end : candidate.end + 1]
    return bool(before) and before in OPENING and bool(after) and after in CLOSING


def spans(found: Iterable[Known]) -> list[Span]:
    """Return where the names stand."""
    return [(one.start, one.end) for one in found]
