"""Bylines without keys, and single statements, as templates print them beside a title."""

from __future__ import annotations

import re

from archive.byline.credit import read_names
from archive.dates import PrintedDate, dated_fields, parse_date
from archive.fold import fold
from archive.model import FieldName, Fields

_OUTLET = re.compile(r"[\s|]*(?P<source>[一-鿿]{2,14}(?:网|报|报社|通讯社|电视台|杂志|周刊|在线))[\s|]+")
_CHANNEL = re.compile(r"(?:[\s|]+(?P<section>[一-鿿]{2,8}))?[\s|]*")
_UNIT = re.compile(
    r"\s+(?P<source>[一-鿿]{2,16}(?:矿|公司|集团|煤业|[党团]委|工会|办公室|宣传部|网|报|电视台))(?:\s+(?P<author>[一-鿿][一-鿿\s、]+))?\s*"
)
_HOST = re.compile(r"(?:https?://)?(?:[a-z\d-]+\.)+[a-z]{2,8}/?")
"""Portals begin with their own: http://www.sina.com.cn 2004年06月12日10:12 青山晚报."""
_ACCOUNT = re.compile(
    r"\s*(?P<original>原创\s+)?(?P<source>[^\s,。:;!?|]{2,20})"
    r"(?P<again>\s+(?P=source))?\s+DATE(?P<place>\s*发表于\s?[一-鿿]{2,4})?\s*"
)
"""WeChat prints the account, often twice, before the time: 原创 青山矿工 青山矿工 2021-07-01 08:00."""
_LONGEST_NAMES = 40
_BESIDE_A_DATE = re.compile(r"[\s\[\]()|【】,.:/-]*")
_SOURCE_ALONE = re.compile(r"(?:文章|信息|稿件|新闻)?来\s*源\s*:\s*(?P<source>[^\s,。;:!?]{2,30})")
_WITH_TIME = ("minute", "second")


def read_keyless(line: str) -> Fields | None:
    """Read a date with its time between other statements, each in its place.

    An outlet before it, a channel or nothing behind it: 煤炭资讯网 2023/6/1 15:34:37 矿建勘探. Nothing but a
    host before it, names or a unit behind it: 2016-12-16 06:09李明王强 (fx361.com glues them), 2012-5-6 10:11
    青山煤矿.
    """
    dated = parse_date(line)
    if dated is None or dated.precision not in _WITH_TIME:
        return None
    folded = fold(line)
    if not _HOST.sub("", folded[: dated.start], count=1).strip(" [(【|"):
        return _read_behind(line, dated)
    account = _ACCOUNT.fullmatch(f"{folded[: dated.start]}DATE{folded[dated.end :]}")
    if account and (account["original"] or account["again"] or account["place"]):
        return {"source": line[slice(*account.span("source"))], **dated_fields(dated)}
    outlet = _OUTLET.fullmatch(folded, 0, dated.start)
    channel = _CHANNEL.fullmatch(folded, dated.end)
    if not outlet or not channel:
        return None
    fields: dict[FieldName, str | int] = {"source": line[slice(*outlet.span("source"))]}
    if channel["section"]:
        fields["section"] = line[slice(*channel.span("section"))]
    return {**fields, **dated_fields(dated)}


def _read_behind(line: str, dated: PrintedDate) -> Fields | None:
    behind = line[dated.end :].strip("])】| \t\u3000")
    unit = _UNIT.fullmatch(f" {fold(behind)}") if fold(line)[dated.end : dated.end + 1].isspace() else None
    if unit:
        names = read_names(unit["author"]) if unit["author"] else None
        source = behind[: len(unit["source"])]
        return {"source": source, **({"author": names} if names else {}), **dated_fields(dated)}
    names = read_names(behind) if 0 < len(behind) <= _LONGEST_NAMES else None
    return {"author": names, **dated_fields(dated)} if names else None


def read_source_alone(line: str) -> Fields | None:
    """Read 来源：青山煤矿, and nothing else."""
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
