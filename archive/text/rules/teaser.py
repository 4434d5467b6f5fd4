"""The opening of a text printed above it and cut with dots, or its abstract (导读：, 【摘要】)."""

from __future__ import annotations

import re

from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_DEEPEST = 6
_LONGEST = 600
_GRAM = 8
_ENOUGH = 0.9
_CUT = ("...", "…", "。。。")
_LABEL = re.compile(
    r"\s*[【\[]?\s*(?:导读|摘要|内容摘要|内容提要|内容预览|核心提示|内容简介|提要|简介)\s*[】\]]?\s*:?\s*"
)
_NOT_A_WORD = re.compile(r"[\W_]+")


def _find(manuscript: Manuscript) -> Findings:
    """Take a teaser out where the text below it holds at least 90 % of it; else note it as abstract."""
    for line in manuscript.first_lines(_DEEPEST):
        label = _LABEL.match(line.folded)
        is_cut = line.folded.rstrip().endswith(_CUT)
        if len(line.text) > _LONGEST or not (label or is_cut):
            continue
        if _is_repeated(line, label.end() if label else 0, manuscript):
            return Findings(changes=manuscript.without([line]))
        if label and len(line.text) > label.end() + _GRAM and re.search("[】:]", label[0]):
            return Findings(fields={"abstract": line.text[label.end() :].strip()})
    return NOTHING


def _is_repeated(line: Line, start: int, manuscript: Manuscript) -> bool:
    words = _NOT_A_WORD.sub("", line.folded[start:])
    below = _NOT_A_WORD.sub("", manuscript.folded[line.end : line.end + 4 * _LONGEST])
    grams = [words[at : at + _GRAM] for at in range(len(words) - _GRAM + 1)]
    return len(grams) >= _GRAM and sum(gram in below for gram in grams) >= _ENOUGH * len(grams)


RULE = rule("teaser", 1, _find)
