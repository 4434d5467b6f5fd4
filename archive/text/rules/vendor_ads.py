"""Advertising of those who sell texts to members, above or under a text, whoever they are.

A block of short lines between two that speak of members, subscriptions, groups or leaking (仅供学习
禁止外传 … 会员群：  QQ群：) is theirs whole, and so is a name of a few characters in it or on top of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.catalogue.genre import genre
from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule
from archive.text.site_names import names_a_site

_SELLING = re.compile(
    r"打击倒卖|(?:禁止|严禁|请勿)(?:转卖|倒卖)(?![一-鿿])|(?:现在|立即|马上)订阅|订阅(?:立享|即享|会员)|(?<!工会)会员群|淘宝店|知识星球"
    r"|(?:成为|加入|开通)?(?:永久|终身|年度|年费|包年)(?:vip)?会员(?!单位|代表|大会|发展|名|会)|仅供(?:本站)?会员|会员\s*(?:qq|微信|交流)\s*群|加(?:客服)?(?:微信|v|vx|qq)\s?:?[a-z0-9_-]{5,20}(?:进|入)群|(?:成为|开通)会员(?!单位)|会员专享|付费(?:群|会员)"
)
_MILD = re.compile(
    r"(?:禁止|严禁|请勿)(?:外传|传播|转发)|qq\s*群|(?:加|添加)(?:微信|客服)|微信(?:号|群)\s*:|会员(?:资料|材料)"
    r"|仅供(?:会员)?(?:学习|参考|内部)|更多(?:资料|材料|文稿|范文|公文)|客服|独家提供|每日更新|下载(?:地址|链接)|资料(?:群|分享)|实时分享"
)
_MEMBERS_ONLY = re.compile(
    r"[【\[(]?(?=.*(?:会员.{0,6}(?:资料|材料|文稿|专享|专属|定制|使用|学习|共享)|(?:资料|材料|文稿).{0,8}会员))(?=.*(?:外传|倒卖|转卖|(?:勿|禁止?|不得).{0,3}(?:转发|传播|上传|转载))).{0,12}?会员.{0,40}[】\])]?"
    r"|[【\[(]?(?=.*(?:外传|倒卖|转卖)).{0,20}(?:vip|付费)(?:用户|会员|专享).{0,30}[】\])]?"
)
"""Says both in one line: 内部会员资料，请勿外传."""
_OF_A_BODY = re.compile("协会|学会|工会|商会|联合会|理事|全体会员|大会|[。;]|章程")
_NAME = re.compile(r"[一-鿿]{2,8}")


def _find(manuscript: Manuscript) -> Findings:
    blocks = [block for edge in (manuscript.head, manuscript.tail) if (block := _block(edge))]
    if not blocks:
        return NOTHING
    name = _vendor(blocks[0])
    changes = [change for block in blocks for change in manuscript.without(block)]
    return Findings(changes=changes, fields={"vendor": name} if name else {}, flags=["members_only"])


def _block(edge: Sequence[Line]) -> Sequence[Line]:
    """From the first selling line to the last, and a name beside them; empty unless one sells plainly."""
    plain = [n for n, line in enumerate(edge) if _SELLING.search(line.folded) or _speaks_to_members(line)]
    sold = set(plain)
    marked = [number for number, line in enumerate(edge) if number in sold or _MILD.search(line.folded)]
    if not plain or (len(marked) < 2 and not _speaks_to_members(edge[plain[0]])):
        return ()
    first = marked[0]
    if first and _is_name(edge[first - 1]):
        first -= 1
    last = marked[-1] + 1
    if last < len(edge) and names_a_site(edge[last].folded.strip()):
        last += 1
    return edge[first:last]


def _speaks_to_members(line: Line) -> bool:
    return bool(_MEMBERS_ONLY.fullmatch(line.folded.strip())) and not _OF_A_BODY.search(line.folded)


def _vendor(block: Sequence[Line]) -> str | None:
    """Return the first short line without a mark or a selling word."""
    return next((line.text.strip() for line in block if _is_name(line)), None)


def _is_name(line: Line) -> bool:
    text = line.folded.strip()
    return (
        bool(_NAME.fullmatch(text))
        and not _SELLING.search(text)
        and not _MILD.search(text)
        and genre(text, "") is None
    )


RULE = rule("vendor_ads", 4, _find)
