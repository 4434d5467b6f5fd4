"""The number of a document (发文字号) above its text: `国资先组函[2005]32号`, `安委〔2019〕69号`."""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_NUMBER = re.compile(
    r"\s*(?:文号\s*:\s*)?(?P<number>[一-鿿]{1,14}(?:\(?[一-鿿]{1,4}\)?)?\s?[\[〔【(](?:19|20)\d\d[\]〕】)]\s?第?\s?\d{1,5}\s?号)\s*"
)
_DEEPEST = 400
"""Characters from the start; further below, other documents are cited."""


def _find(manuscript: Manuscript) -> Findings:
    start = 0
    for line in manuscript.folded[:_DEEPEST].split("\n"):
        match = _NUMBER.fullmatch(line)
        if match:
            begin, end = (start + at for at in match.span("number"))
            return Findings(fields={"document_number": manuscript.text[begin:end]})
        start += len(line) + 1
    return NOTHING


RULE = rule("document_number", 1, _find)
