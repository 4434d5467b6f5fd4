"""Bylines without keys, and single statements, as templates print them beside a title."""

from __future__ import annotations

import re

from archive.byline.loose import names_outlet, read_words
from archive.dates import dated_fields, parse_date
from archive.fold import fold
from archive.model import Fields

_HOST = re.compile(r"(?:https?://)?(?:[a-z\d-]+\.)+[a-z]{2,8}/?")
"""Portals begin with their own: http://www.sina.com.cn 2004年06月12日10:12 青山晚报."""
_ACCOUNT = re.compile(
    r"\s*(?P<original>原创\s+)?(?P<source>[^\s,。:;!?|]{2,20})"
    r"(?P<again>\s+(?P=source))?\s+DATE(?P<place>\s*发表于\s?[一-鿿]{2,4})?\s*"
)
"""WeChat prints the account, often twice, before the time: 原创 青山矿工 青山矿工 2021-07-01 08:00."""
_CHANNEL = re.compile("[一-鿿]{2,8}")
_BESIDE_A_DATE = re.compile(r"[\s\[\]()|【】,.:/-]*")
_SOURCE_ALONE = re.compile(
    r"(?P<open>[\[【]\s*)?(?:文章|信息|稿件|新闻)?来\s*源于?\s*[:|]"
    r"\s*(?P<source>[^\s,。:;!?\[\]【】]{2,30})(?(open)\s*[\]】])"
)
_BARS = " \t\u3000\xa0|｜¦│┃┆┇┊┋║╎╏"
_WITH_TIME = ("minute", "second")


def read_keyless(line: str) -> Fields | None:
    """Return what stands beside a date with its time, each in its place; None without that date or those.

    Nothing but a host before it, names or a unit behind it: 2016-12-16 06:09李明王强 (fx361.com glues them),
    2012-5-6 10:11 青山煤矿. Else an account before it, or an outlet, with a channel or nothing behind:
    煤炭资讯网 2023/6/1 15:34:37 矿建勘探.
    """
    dated = parse_date(line)
    if dated is None or dated.precision not in _WITH_TIME:
        return None
    folded, stated = fold(line), dated_fields(dated)
    if not _HOST.sub("", folded[: dated.start], count=1).strip(" [(【|"):
        beside = read_words(line[dated.end :])
        return {**beside, **stated} if beside else None
    account = _ACCOUNT.fullmatch(f"{folded[: dated.start]}DATE{folded[dated.end :]}")
    if account and (account["original"] or account["again"] or account["place"]):
        return {"source": line[slice(*account.span("source"))], **stated}
    source, section = line[: dated.start].strip(_BARS), line[dated.end :].strip(_BARS)
    if not names_outlet(source) or (section and not _CHANNEL.fullmatch(section)):
        return None
    return {"source": source, **({"section": section} if section else {}), **stated}


def read_source_alone(line: str) -> Fields | None:
    """Read 来源：青山煤矿 or 【来源：青山煤矿】, and nothing else."""
    alone = _SOURCE_ALONE.fullmatch(fold(line))
    return {"source": line[slice(*alone.span("source"))]} if alone else None


def read_bare_date(line: str) -> Fields | None:
    """Read a date with its time or in figures, and nothing else; 2022年4月21日 is the text's own."""
    dated = parse_date(line)
    folded = fold(line)
    if dated is None or not _BESIDE_A_DATE.fullmatch(folded[: dated.start] + folded[dated.end :]):
        return None
    if dated.precision not in _WITH_TIME and "年" in folded:
        return None
    return dated_fields(dated)
