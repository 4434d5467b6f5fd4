"""The title printed again above the text, and what a window's title has behind it: `…总结_云岭范文网`."""

from __future__ import annotations

import re

from archive.catalogue.genre import genre
from archive.text.change import Change
from archive.text.line import Line, lines_from_start
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule
from archive.text.rules.title import title_of
from archive.text.site_names import names_a_site_surely

_NEAR = 2
"""Lines; between a title and its repetition stands a subtitle at most, once the byline is gone."""
_SHORTEST = 8
"""Characters of a title that names no genre; a shorter line returns in verse and in slogans."""
_BEHIND = re.compile(r"\s*[_|]\s*|\s+[-–—]\s*(?=[一-鿿])|(?<=[”》])\s*[-–—]\s+")
"""Between the title, its section and the site: a subtitle's dash has no blank before it."""
_NOT_A_WORD = re.compile(r"[\W_]+")


def _find(manuscript: Manuscript) -> Findings:
    title = title_of(manuscript)
    if title is None or "\t" in title.text:
        return NOTHING
    if behind := _behind(manuscript, title):
        return Findings(changes=[behind])
    words = _words(title)
    if not words or not (len(words) >= _SHORTEST or genre(title.folded, "")):
        return NOTHING
    below = [line for line in manuscript.head if line.start > title.start]
    again = [line for line in below[:_NEAR] if _words(line) == words]
    return Findings(changes=manuscript.without(again))


def _behind(manuscript: Manuscript, title: Line) -> Change | None:
    """Return what a window's bar has behind its title: the title alone follows, or a reseller is named."""
    mark = _BEHIND.search(title.folded) if not manuscript.title_is_given else None
    if mark is None or not mark.start():
        return None
    below = next(lines_from_start(manuscript.text, manuscript.folded, title.end + 1)).folded.strip()
    if below == title.folded[: mark.start()] or names_a_site_surely(_BEHIND.split(title.folded)[-1].strip()):
        return Change(title.start + mark.start(), title.end)
    return None


def _words(line: Line) -> str:
    return _NOT_A_WORD.sub("", line.folded)


RULE = rule("repeated_title", 4, _find)
