"""Damage that no rule took: pinyin in brackets, site words at the edges, bytes of a wrong charset."""

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
    "锟斤拷|烫烫烫|屯屯屯|\ufffd|[锛銆鐨鈥].{0,40}[锛銆鐨鈥]|□{3}(?=[一-鿿])(?<=[一-鿿]□□□)(?![省市县区镇乡村局矿厂队某])"
)

_SIGNS = "锟烫屯\ufffd锛銆鐨鈥□"
"""One of these stands in each; single characters are found many times as fast as words."""


def _find(manuscript: Manuscript) -> Findings:
    is_residual = bool(
        any(_MISREAD.search(line.text) for line in lines_holding(manuscript.text, manuscript.text, _SIGNS))
        or any(_FURNITURE.search(line.folded) for line in manuscript.edges)
        or _has_pinyin(manuscript.text)
    )
    return Findings(flags=["residual"]) if is_residual else NOTHING


def _has_pinyin(text: str) -> bool:
    """A reading of a character that no converter changes (垚(yáo)) is the author's own note."""
    for match in find_annotations(text):
        before = text[match.start() - 1 : match.start()]
        if TONED.search(match["pinyin"]) and (match["lost"] or before in gbk_table().readings):
            return True
    return False


RULE = rule("residual", 4, _find)
