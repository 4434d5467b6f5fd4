"""Numbers of printed pages that a converted document left in its text.

領導們都反 1⏎復強調…… 反 2⏎映……          a page's end inside a sentence
- 1 -        3 / 8        第2页

Numbers are a page's where they count upwards; a single - 2 - is one too, and 第2页 where it parts a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from archive.text.change import Change
from archive.text.line import Line, lines_from_start
from archive.text.manuscript import Manuscript
from archive.text.page_marks import parts_a_sentence, without_marks
from archive.text.rule import Findings, rule

_IN_SENTENCE = re.compile(r"[ \u3000]{1,4}(?P<page>\d{1,3})[ \u3000]{0,4}\n(?=[一-鿿])")
_BEHIND_A_NUMBER = re.compile(r"\n(?<=[\d\]]\n)")
_AT_A_BREAK = re.compile(r"\n(?<=[\d \u3000]\n)")
_ALONE = re.compile(r"^[-—–－][ \u3000]{0,2}(?P<page>\d{1,3})[ \u3000]{0,2}[-—–－](?:\n|\Z)", re.MULTILINE)
_WITH_WORDS = re.compile(r"^[….· \t-]*第\s?(?P<page>\d{1,3})\s?页[….· \t-]*(?:\n|\Z)", re.MULTILINE)
_WORDS = re.compile(r"第\s?\d{1,3}\s?页[….· \t-]*(?:\n|\Z)")
_OF_ALL = re.compile(
    r"^\[?(?:page\s)?(?P<page>\d{1,3})\s?(?:/|of)\s?(?P<all>\d{1,3})\]?(?:\n|\Z)",
    re.MULTILINE | re.IGNORECASE,
)
"""3 / 8 and Page 3 of 8 count too, where all name the same last page."""
_MID_SENTENCE = re.compile("[一-鿿，、]")
_DASHES = ("-", "—", "–", "－")
_BEFORE_ALONE = tuple(f"\n{dash}" for dash in _DASHES)
_FEWEST = 2
_SHORTEST_LINE = 15


def _find(manuscript: Manuscript) -> Findings:
    text = manuscript.text
    changes: list[Change] = []
    if _AT_A_BREAK.search(text):
        changes += _counted([match for match in _IN_SENTENCE.finditer(text) if _ends_a_line(text, match)])
    has_dashes = any(dash in text for dash in _BEFORE_ALONE) or text.startswith(_DASHES)
    dashed = list(_ALONE.finditer(text)) if has_dashes else []
    worded = list(_WITH_WORDS.finditer(text)) if _WORDS.search(text) else []
    changes += (_lone if len(dashed) == 1 else _on_lines)(manuscript, dashed)
    changes += _on_lines(manuscript, worded)
    of_all = list(_OF_ALL.finditer(text)) if _ends_in_number(text) and ("/" in text or " of " in text) else []
    if len({match["all"] for match in of_all}) == 1:
        changes += _on_lines(manuscript, of_all)
    return Findings(changes=changes)


def _ends_in_number(text: str) -> bool:
    return bool(_BEHIND_A_NUMBER.search(text)) or text[-1:].isdigit() or text.endswith("]")


def _ends_a_line(text: str, match: re.Match[str]) -> bool:
    is_long = text.rfind("\n", max(0, match.start() - _SHORTEST_LINE), match.start()) < 0
    return is_long and bool(_MID_SENTENCE.match(text, match.start() - 1))


def _counted(matches: Sequence[re.Match[str]]) -> Iterator[Change]:
    if _count_upwards(matches):
        for match in matches:
            yield Change(match.start(), match.end())


def _on_lines(manuscript: Manuscript, matches: Sequence[re.Match[str]]) -> Iterable[Change]:
    """Take the numbers that have lines to themselves: all that count, else those that part a sentence."""
    if not matches:
        return ()
    lines = (_line(manuscript, match) for match in matches)
    counting = _count_upwards(matches)
    return without_marks(
        manuscript,
        (line for line in lines if counting or parts_a_sentence(manuscript, line.start, line.end)),
    )


def _lone(manuscript: Manuscript, matches: Sequence[re.Match[str]]) -> Iterator[Change]:
    """Two pages have one number between them, one page has it below; a first line is a chapter's."""
    lines = (_line(manuscript, match) for match in matches)
    return without_marks(manuscript, (each for each in lines if each.start > 0))


def _line(manuscript: Manuscript, match: re.Match[str]) -> Line:
    return next(lines_from_start(manuscript.text, manuscript.folded, match.start()))


def _count_upwards(matches: Sequence[re.Match[str]]) -> bool:
    """Pages count by one; a lone number, or numbers that leap, belong to the text."""
    pages = [int(match["page"]) for match in matches]
    return len(pages) >= _FEWEST and all(b - a == 1 for a, b in pairwise(pages))


RULE = rule("page_numbers", 5, _find)
