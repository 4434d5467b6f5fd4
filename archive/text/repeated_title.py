"""The title printed again above the text."""

from __future__ import annotations

import re

from archive.catalogue.genre import genre
from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule
from archive.text.title import title_of

_NEAR = 2
"""Lines; between a title and its repetition stands a subtitle at most, once the byline is gone."""
_SHORTEST = 8
"""Characters of a title that names no genre; a shorter line returns in verse and in slogans."""
_NOT_A_WORD = re.compile(r"[\W_]+")


def _find(manuscript: Manuscript) -> Findings:
    title = title_of(manuscript)
    if title is None or "\t" in title.text:
        return NOTHING
    words = _words(title)
    if not words or not (len(words) >= _SHORTEST or genre(title.folded, "")):
        return NOTHING
    below = [line for line in manuscript.head if line.start > title.start]
    again = [line for line in below[:_NEAR] if _words(line) == words]
    return Findings(changes=manuscript.without(again))


def _words(line: Line) -> str:
    return _NOT_A_WORD.sub("", line.folded)


RULE = rule("repeated_title", 3, _find)
