"""Parallel slogans (口号) in quotes: “安全第一、预防为主”, “比学习、比作风、比业绩”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.catalogue.campaigns.table import campaign_names
from archive.catalogue.formulas.numbered import is_numbered
from archive.catalogue.text import BETWEEN_HALVES, BETWEEN_PARTS, Span, Text, squeeze

_IN_QUOTES = re.compile(r"[“\"「『](?P<name>[^“”\"「」『』\n]{7,60})[”\"」』]")
_BETWEEN = re.compile(rf"\s*[{BETWEEN_PARTS}{BETWEEN_HALVES}]\s*|\s+")
_MEMBER = re.compile(r"[㐀-鿿]{3,14}")
_MOST_MEMBERS = 12
_MOST_APART = 3
_NATIONAL = ("中共中央", "中央", "国务院", "中华全国", "国家")
_SPOKEN = re.compile(r"[”\"」』][^。!?;\n]{0,14}(?:说|道|表示|坦言|感慨|介绍)")
"""“国外不公开、内容不打折。”负责人说: what somebody says is no slogan."""


def find_slogans(text: Text) -> Iterator[Span]:
    """Yield where the slogans stand, without quotes, closing marks and what follows a dash.

    The name of a national campaign is none: “不忘初心、牢记使命”.
    """
    for match in text.quoted(_IN_QUOTES):
        start, end = match.span("name")
        end = start + len(_without_end(match["name"]))
        words = text.folded[start:end]
        is_spoken = match["name"].endswith("。") and _SPOKEN.match(text.folded, match.end() - 1)
        if _is_parallel(words) and not is_spoken and not _names_national_campaign(words):
            yield start, end


def _names_national_campaign(words: str) -> bool:
    aliases = campaign_names().meanings.get(squeeze(words), ())
    return any(alias.campaign.initiator.startswith(_NATIONAL) for alias in aliases)


def _without_end(quoted: str) -> str:
    dash = quoted.find("——")
    return (quoted[:dash] if dash > 0 else quoted).rstrip("。!?;,…、 ")


def _is_parallel(words: str) -> bool:
    """Members of one length, or, where there are more than two, of nearly one, or of one last character."""
    members = _BETWEEN.split(words)
    if not 2 <= len(members) <= _MOST_MEMBERS or is_numbered("".join(words.split())):
        return False
    if not all(_MEMBER.fullmatch(member) for member in members):
        return False
    lengths = [len(member) for member in members]
    apart = max(lengths) - min(lengths)
    end_alike = len({member[-1] for member in members}) == 1
    return not apart or (len(members) > 2 and apart <= (_MOST_APART if end_alike else 1))
