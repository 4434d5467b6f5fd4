"""Keywords that a page prints above or under its text: `关键词：安全 竞赛`, `标签：创先争优`.

主题词 under an official document is the document's own and stays.
"""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_KEYWORDS = re.compile(
    r"(?:[【\[]?\s*(?:(?:本文|文章)?(?:关\s?键\s?[词字]|标签)|tags?\s*(?:标签)?)\s*[】\]]?\s*:"
    r"|[【\[]关\s?键\s?[词字][】\]](?=[^,。;、]{2,12};))"
    r"(?P<words>[^。]{0,80})"
)
_BETWEEN = re.compile(r"[\s,，、;；|/]+")


def _find(manuscript: Manuscript) -> Findings:
    for line in manuscript.edges:
        match = _KEYWORDS.fullmatch(line.folded)
        if match:
            words = " ".join(filter(None, _BETWEEN.split(line.text[match.start("words") :])))
            return Findings(changes=manuscript.without([line]), fields={"keywords": words} if words else {})
    return NOTHING


RULE = rule("keywords", 3, _find)
