"""The number of a document (发文字号) above its text: `国资先组函[2005]32号`, `安委〔2019〕69号`."""

from __future__ import annotations

import re

from archive.text.line import lines_from_start
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_NUMBER = re.compile(
    r"\s*(?:文号\s*:\s*|[一-鿿()]{2,24}文件\s+)?"
    r"(?P<number>[一-鿿×]{1,14}(?:\(?[一-鿿]{1,4}\)?)?\s?"
    r"[\[〔【(﹝](?:(?:19|20)?\d\d|二[一二三四五六七八九〇○零]{3})[\]〕】)﹞]\s?第?\s?[\d×]{1,5}\s?号)"
    r"\s*(?:签发人?\s*:.{0,24})?"
)
_DEEPEST = 400
"""Characters from the start; further below, other documents are cited."""


def _find(manuscript: Manuscript) -> Findings:
    for line in lines_from_start(manuscript.text[:_DEEPEST], manuscript.folded[:_DEEPEST]):
        if match := _NUMBER.fullmatch(line.folded):
            return Findings(fields={"document_number": line.text[slice(*match.span("number"))]})
    return NOTHING


RULE = rule("document_number", 1, _find, signs=("号",))
