"""The title: where it is, its two halves joined, its blanks closed up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.catalogue.genre import genre
from archive.outline import heading_level
from archive.text.change import Change
from archive.text.line import Line, lines_from_start
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

LONGEST = 80
_SHORTEST = 4
_HAN = re.compile("[一-鿿]")
_NO_TITLE = re.compile(r"[。;:,、….]$|^[(\[*]|^[,。、;:!?)]|^(?:尊敬的|各位|附件|同志们)|。|https?://")
_MARK = "[“”‘’《》「」『』（）、，：；！？]"
_BLANK_AT_MARK = re.compile(rf"(?<={_MARK}) +| +(?={_MARK})")
_SUBTITLE = ("—", "-", "(")


def title_of(manuscript: Manuscript) -> Line | None:
    """Return the first line where the page gave it as the title, or where it reads as one; else None.

    A title has 4 to 80 characters, does not end as a sentence or a salutation (同志们：) does, is no numbered
    heading, and text follows it.
    """
    line = manuscript.first_line
    if manuscript.title_is_given:
        return line if line.text.strip() else None
    return line if line.end < len(manuscript.text) and _reads_as_title(line) else None


def _reads_as_title(line: Line) -> bool:
    return (
        _SHORTEST <= len(line.text) <= LONGEST
        and bool(_HAN.search(line.text))
        and "\t" not in line.text
        and not _NO_TITLE.search(line.folded)
        and not heading_level(line.text)
    )


def _find(manuscript: Manuscript) -> Findings:
    title = title_of(manuscript)
    if title is None:
        return NOTHING
    return Findings(changes=[*_close_blanks(title), *_join(manuscript, title)])


def _close_blanks(title: Line) -> Iterator[Change]:
    """Blanks beside a quotation mark or bracket are the layout's: 关于开展 “强基”."""
    for match in _BLANK_AT_MARK.finditer(title.text):
        yield Change(title.start + match.start(), title.start + match.end())


def _join(manuscript: Manuscript, title: Line) -> Iterator[Change]:
    """A title broken over two lines names its genre only when whole: 关于开展……⏎主题教育的安排意见."""
    if manuscript.title_is_given or genre(title.folded, ""):
        return
    rest = next(lines_from_start(manuscript.text, manuscript.folded, title.end + 1))
    whole = title.folded + rest.folded
    if rest.end >= len(manuscript.text) or len(whole) > LONGEST or rest.folded.startswith(_SUBTITLE):
        return
    if _reads_as_title(rest) and genre(whole, "") and _is_unfinished(title):
        yield Change(title.end, rest.start)


def _is_unfinished(title: Line) -> bool:
    return title.folded.startswith(("关于", "在", "中共")) or title.folded.endswith(("的", "”", "》"))


RULE = rule("title", 3, _find)
