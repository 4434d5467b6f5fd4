"""Damage that no rule took: pinyin in brackets, site words at the edges, bytes of a wrong charset, codes."""

from __future__ import annotations

import re

from archive.text.line import lines_holding
from archive.text.manuscript import Manuscript
from archive.text.mirror.annotation import TONED, find_annotations
from archive.text.mirror.gbk_table import gbk_table
from archive.text.rule import NOTHING, Findings, rule

_FURNITURE = re.compile(
    r"版权所有(?!的)|icp备\d|备案号\s*:\s*\w?icp|会员(?:登录|登陆|可完整阅读|专享)|正式会员"
)
_MISREAD = re.compile(
    "锟斤拷|嚙踝|[嚗銝].{0,40}[嚗銝]|烫烫烫|屯屯屯|\ufffd|[锛銆鐨鈥].{0,40}[锛銆鐨鈥]|□{3}(?=[一-鿿])(?<=[一-鿿]□□□)(?![省市县区镇乡村局矿厂队某])"
)

_SIGNS = "锟烫屯\ufffd锛銆鐨鈥□嚗銝嚙"
"""One of these stands in each; single characters are found many times as fast as words."""

_SIGNS_OF_BYTES = "ÖÊåæç"
_LEFT_OF_BYTES = re.compile("(?:[\xc0-\xd6\xd8-\xf6\xf8-\xff][\xa1-\xff]){3}")
"""Accented letters in rows, as no language has them."""
_LOST = re.compile(r"\?(?=[一-鿿]{1,3}\?+[一-鿿，。、])")
_QUOTED = re.compile(r"\?[一-鿿]{2,12}\?(?=[一-鿿，。、])")
_ASKS = re.compile("[什怎谁哪吗呢何几否么多敢能可不]")
_FEWEST_LOST = 3
"""Questions stand further apart, and ask."""
_OF_MARKUP = ("{\\rtf", "\\(lq", "section{", "\\begin{", ":properties:", "\nh2(#", '"content":')
_ENCODED = re.compile("[A-Za-z0-9+/]{60}")
_DEEPEST = 200
"""Characters before the end, where a text that is all code has no full stop."""
_TONELESS = re.compile(r"\((?<=[一-鿿]\()[a-z]{1,6}\)")
_FEWEST_TONELESS = 8


def _find(manuscript: Manuscript) -> Findings:
    is_residual = bool(
        any(_MISREAD.search(line.text) for line in lines_holding(manuscript.text, manuscript.text, _SIGNS))
        or any(_FURNITURE.search(line.folded) for line in manuscript.edges)
        or _has_pinyin(manuscript.text)
        or _has_codes(manuscript)
    )
    return Findings(flags=["residual"]) if is_residual else NOTHING


def _has_codes(manuscript: Manuscript) -> bool:
    """Tell whether bytes, markup or an encoding stand for text, or question marks for what was lost."""
    text = manuscript.text
    return bool(
        (any(sign in text for sign in _SIGNS_OF_BYTES) and _LEFT_OF_BYTES.search(text))
        or ("?" in text and _lost_marks(text) >= _FEWEST_LOST)
        or manuscript.has_any(_OF_MARKUP)
        or ("。" not in text[-_DEEPEST:] and _ENCODED.search(text, max(0, len(text) - _DEEPEST)))
    )


def _lost_marks(text: str) -> int:
    quoted = (match[0] for match in _QUOTED.finditer(text))
    return len(_LOST.findall(text)) + sum(not _ASKS.search(words) for words in quoted)


def _has_pinyin(text: str) -> bool:
    """A reading of a character that no converter changes (垚(yáo)) is the author's own note."""
    for match in find_annotations(text):
        before = text[match.start() - 1 : match.start()]
        if TONED.search(match["pinyin"]) and (match["lost"] or before in gbk_table().readings):
            return True
    return "(" in text and _has_toneless(text)


def _has_toneless(text: str) -> bool:
    """Most of the characters before such brackets are of the table: (a) and (pm) stand behind any."""
    before = [text[match.start() - 1] for match in _TONELESS.finditer(text)]
    known = sum(character in gbk_table().readings for character in before)
    return known >= _FEWEST_TONELESS and 2 * known > len(before)


RULE = rule("residual", 6, _find)
