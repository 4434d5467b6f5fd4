"""The names by which sites that collect, sell or show other people's texts call themselves, folded.

云岭文秘网      中华范文大全      云岭文库      yunling.com

A name of any other 网 may be a newspaper's or the firm's own: 中国煤炭网, 矿区新闻网. Those are left alone
where the words around them don't show a reseller.
"""

from __future__ import annotations

import re

_TRADE = (
    r"(?:文库|文秘|范文|公文|秘书|写作|作文|论文|文档|学科|课件|题库|笔杆子?|笔友|文苑"
    r"|(?:材料|资料|素材)(?=网))"
)
SIGNS_OF_SITES = (
    *("文库", "文秘", "范文", "公文", "秘书", "写作", "作文", "论文", "文档", "学科", "课件", "题库"),
    *("笔杆", "笔友", "文苑", "材料网", "资料网", "素材网", "http", "www."),
)
"""One of these stands wherever a reseller's name or an address does."""
_OWN = r"(?:公司|集团|详?见|[本我全]矿)"
_END = r"(?:网站?|在线|大全|之家|库|吧|社)"
SITE = rf"(?:(?!{_OWN})[一-鿿a-z0-9]){{0,8}}?{_TRADE}[一-鿿]{{0,2}}?{_END}?"
"""A reseller's name: nothing but letters, and a word of the trade in it."""
ADDRESS = (
    r"(?:https?://[!-;=?-Z\\^-z~]{4,100}|www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+[!-;=?-Z\\^-z~]{0,60})(?<![!,.:;])"
)
"""An address without brackets, and without the mark behind it."""
_NAMED = re.compile(rf"{SITE}(?:\s*[:|]?\s*\(?{ADDRESS}\)?)?|{ADDRESS}")
_WITH_NET = re.compile(
    rf"{_TRADE}[一-鿿]{{0,2}}?(?:网|在线|大全|之家)|[一-鿿a-z0-9]{{2}}(?:文库|笔杆子|文苑)"
)
_SURELY = re.compile(rf"{_TRADE}[一-鿿]{{0,2}}?(?:网|在线|大全|之家)|\.")
_RESELLER = re.compile(
    r"(?:文库|文秘|范文|公文|秘书|作文|论文|学科|课件|题库)[一-鿿]{0,2}?(?:网|大全|之家)|[一-鿿]{2}文库"
)


def names_a_site(folded: str) -> bool:
    """Tell whether `folded` is nothing but a reseller's name, an address, or both."""
    match = _NAMED.fullmatch(folded)
    return bool(match) and ("." in folded or bool(_WITH_NET.search(folded)))


def names_a_site_surely(folded: str) -> bool:
    """Tell the same where a shelf of the firm's own (党建文库) may be meant."""
    return names_a_site(folded) and bool(_SURELY.search(folded))


def has_a_sure_name(folded: str) -> bool:
    """Tell whether the name of a reseller stands in `folded`, an address not counted."""
    return bool(_RESELLER.search(folded))


def speaks_of_a_site(folded: str) -> bool:
    """Tell whether a reseller or an address stands in `folded`."""
    return bool(_WITH_NET.search(folded)) or "http" in folded or "www." in folded
