"""Firms' own campaigns, by the form of their names: “强基固本”主题教育, 开展作风整顿活动, 解放思想大讨论."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from archive.catalogue.campaigns.own_names import Own, joined_variants
from archive.catalogue.table import read_table, words
from archive.catalogue.text import BETWEEN_PARTS_AS_WRITTEN, Span, Text, canonical, overlapping, squeeze

_NAME = r"[^“”\"「」『』。!?;:\n]{2,36}"
_IN_QUOTES = rf"(?:[“\"「]{_NAME}[”\"」]|[‘'『](?:(?![’'』])[^。!?;:\n“”]){{2,36}}[’'』])"
_MOST_BESIDE = 20
"""Quotes before one form; without an end to them a text of quotes would be read again from each."""
_QUOTED = re.compile(
    rf"{_IN_QUOTES}(?:[、和与及]?{_IN_QUOTES}){{0,{_MOST_BESIDE}}}(?:等|为主题的|为主要内容的)?"
    rf"(?!推进(?:学习|主题|专题|党))(?:{words('campaign_modifier')}){{0,4}}(?:{words('campaign_form')})(?![家部室者处科局厅队师学量])"
)
_FORM_IN_QUOTES = re.compile(
    r"[“\"「『](?P<name>[^“”\"「」『』。!?;:\n]{2,20}(?:主题教育|大讨论|竞赛|工程|行动|会战|攻坚战))[”\"」』]"
)
_OF_YEAR_IN_QUOTES = re.compile(
    r"[“\"「『](?P<name>[一-鿿]{2,10}(?:提升|治理|建设|落实|攻坚|巩固|深化|创新|突破|执行|整治|宣传|教育|警示|活动|竞赛)(?:年|月|周))[”\"」』]"
)
"""“隐患治理年”, “反三违宣传月”: what the time was given to."""
_APART = re.compile(rf"[{BETWEEN_PARTS_AS_WRITTEN}\s]+")
_THEME = re.compile(r"为主题的|为主要内容的")
_PART_OF_NAME = re.compile("工程|行动")
"""“强基”工程 is the “强基工程”; 活动 and 教育 say only what it is."""
_ONE_QUOTED = re.compile(_IN_QUOTES)

_VERB = r"(?:开展|举办|举行|实施|启动|掀起|推进)[好了]?以?(?:20\d\d年)?度?(?:全[国矿公司局员]+)?"
_HAN = r"[一-鿿]"
_UNQUOTED_FORM = r"(?:主题教育|教育|竞赛|大讨论|行动|工程|会战|攻坚战|整治|整顿|活动)"
_TITLED = re.compile(
    rf"{_VERB}(?P<name>{_HAN}{{3,16}}?{_UNQUOTED_FORM})"
    r"(?:活动)?(?:的|$|动员|工作|总结|方案|实施|纪实|[,、(\s])"
)
_TITLED_IN_QUOTES = re.compile(
    rf"(?:开展|推进|启动|实施|深化|组织)(?:全[国矿公司局员集团]+)?[“\"「『](?P<name>{_NAME})[”\"」』]"
    r"的?(?:实施|工作|活动|指导|安排)?(?:意见|方案|通知|安排|决定|通报|办法|总结|情况|汇报|纪实)"
)
"""关于开展“大学习、大调研”的意见: the document says what it is, not the campaign."""
_SHAPED = re.compile(
    r"[“\"「『](?P<name>我为[一-鿿]{1,8}(?:献|添|办|做|作|增|争|出)[一-鿿]{1,6}"
    r"|党员身边[无零][一-鿿]{2,4})[”\"」』]"
)
"""Names of campaigns wherever they stand in quotes: “我为项目献良策”, “党员身边无事故”."""
_OCCASION = re.compile(r"以[“\"「『](?P<name>[一-鿿]{3,12}[年月周日])[”\"」』]为(?:契机|载体|抓手|平台|主线)")
"""以“合理化建议月”为契机."""
_CARRIED_OUT = re.compile(
    r"开展(?<![不止]开展)[了好]?以?[“\"「『](?P<name>(?!回头看|一[日班天周])[一-鿿、,·]{3,24})[”\"」』](?=[,。;:!、\n]|$)"
)
"""扎实开展“五查五治”，即……: what is carried out is a campaign, where no other word follows that says what."""
_ACTION = re.compile(
    r"(?:^|[一二三四五六七八九十]、|\([一二三四五六七八九十]\)|开展|启动|推进|实施|部署)[了好]?(?:全国|全省|全[矿公司集团]+|为期[一-鿿]{2,4}的)?"
    r"(?!开展|启动|推进|实施|部署|组织|深入|扎实|全面|关于|深化|印发)"
    rf"(?P<name>(?:(?![的了在和与及等各以是把将])(?!对(?!标)){_HAN}){{2,12}}?"
    r"(?:(?:提升|专项|专项整治|攻坚|百日|清零|三年)行动|提升活动|攻坚战))(?!方案|[一-鿿]{0,4}组)",
    re.MULTILINE,
)
"""对标世界一流管理提升行动, as a heading or behind its verb."""
_FORMS_OF_ACTION = ("行动", "提升活动", "攻坚战")
_STANDING_FORM = "大讨论"
_STANDING = re.compile(
    r"(?:^|[\n,、。;:的]|深入|广泛|扎实|开展|掀起|组织|推进|启动|参加)[了好]?"
    r"(?!深入|广泛|扎实|开展|掀起|组织|推进|启动|参加|关于|全[矿国])"
    rf"(?P<name>(?:(?![的了在和与及等各以是]){_HAN}){{4,12}}{_STANDING_FORM})"
)
_VAGUE = re.compile(words("vague"))
_ACTIVITY_AT_END = re.compile(r"(?:主题实践|实践|专题|专项)?活动$")
_FORM_ALONE = re.compile(
    rf"(?:集团|公司|[全我][矿局]|矿|局)*(?:主题|实践|专题|专项|学习|教育|系列|群众性|大型|创建|劳动|竞赛)*(?:{words('campaign_form')})?"
)
_NUMBER = re.compile(r"[一二三四五六七八九十两]个一|(?:19|20)?\d\d年?|[\d\s.+-]+")


def find_own(text: Text, taken: Sequence[Span]) -> list[Own]:
    """Return the names that stand apart from `taken`, the places of known campaigns; ascending."""
    places = [*_quoted(text, taken), *_quoted_with_form(text), *_titled(text), *_standing(text)]
    free = [own for own in places if not _is_taken(own, taken)]
    return joined_variants(sorted(free, key=lambda own: own.start))


def _is_taken(own: Own, taken: Sequence[Span]) -> bool:
    """“百日安全无事故” is the known 百日安全; “青安岗在行动” has but a part of its name from one."""
    over_it = overlapping((own.start, own.end), taken)
    shared = (min(own.end, end) - max(own.start, start) for start, end in over_it)
    return any(each * 2 > own.end - own.start for each in shared)


def _quoted_with_form(text: Text) -> Iterator[Own]:
    """The form stands within the quotes (“暖心工程”), or what stands around them says what it is."""
    quoted = map(text.quoted, (_FORM_IN_QUOTES, _OF_YEAR_IN_QUOTES, _SHAPED))
    told = (pattern.finditer(text.folded) for pattern in (_OCCASION, _CARRIED_OUT))
    for match in chain(*quoted, *told, _TITLED_IN_QUOTES.finditer(text.title)):
        if not _is_no_campaign(match["name"]):
            yield _own(text, match.span("name"), 0.8)


def _quoted(text: Text, taken: Sequence[Span]) -> Iterator[Own]:
    """Each of several names before one form counts: “三保”、“五比”等主题实践活动.

    Not the theme of a known campaign: 以“除隐患、保安全”为主题的百日安全竞赛.
    """
    for match in text.quoted(_QUOTED):
        names = list(_ONE_QUOTED.finditer(text.folded, match.start(), match.end()))
        behind = names[-1].end()
        if _THEME.match(text.folded, behind) and any(
            start > behind for start, _ in overlapping((behind, match.end()), taken)
        ):
            continue
        for quoted in names:
            place = quoted.start() + 1, quoted.end() - 1
            if _is_no_campaign(text.folded[slice(*place)]):
                continue
            own = _own(text, place, 0.9 if quoted is names[-1] else 0.8)
            if form := _PART_OF_NAME.match(text.folded, quoted.end()):
                own = replace(own, name=own.name + form[0], end=form.end(), confidence=0.9)
            yield own


def _titled(text: Text) -> Iterator[Own]:
    """A title names its subject without quotes."""
    for match in _TITLED.finditer(text.title):
        yield from _unquoted(text, match, 0.75)


def _standing(text: Text) -> Iterator[Own]:
    if _STANDING_FORM in text.folded:
        for match in _STANDING.finditer(text.folded):
            yield from _unquoted(text, match, 0.7)
    if not any(form in text.folded for form in _FORMS_OF_ACTION):
        return
    for match in _ACTION.finditer(text.folded):
        if not _VAGUE.search(match["name"]):
            yield _own(text, match.span("name"), 0.7)


def _unquoted(text: Text, match: re.Match[str], confidence: float) -> Iterator[Own]:
    start, end = match.span("name")
    activity = _ACTIVITY_AT_END.search(match["name"])
    end = start + activity.start() if activity and activity.start() > 2 else end
    name = text.folded[start:end]
    if not (_VAGUE.search(name) or _FORM_ALONE.fullmatch(name) or _is_no_campaign(name)):
        yield _own(text, (start, end), confidence)


def _is_no_campaign(folded: str) -> bool:
    return not squeeze(folded) or bool(_NUMBER.fullmatch(folded)) or folded in no_campaigns()


def _own(text: Text, place: Span, confidence: float) -> Own:
    """The name at a place as written, with one kind of comma: “敢作为 勇争先” is “敢作为，勇争先”."""
    parts = _APART.split(canonical(text.printed[slice(*place)]))
    return Own("，".join(filter(None, parts)), *place, confidence)


@cache
def no_campaigns() -> frozenset[str]:
    """Return what stands in quotes and names no campaign: 七一, 四个意识."""
    return frozenset(row["phrase"] for row in read_table("no_campaigns.tsv"))
