r"""Marks of Markdown and of wikis that a converter of pages wrote into the text.

# 关于开展安全月活动的通知        ## 一、指导思想        == 二、工作要求 ==
关于开展安全月活动的通知⏎======   **（一）加强领导**     1\. 统一思想

Each kind counts where it stands twice, or over the title. Stars that hide names (张**、李**) have a
character before them and are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.line import with_its_line
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_HEADING = re.compile(r"^(?P<mark>#{1,6}|={1,6}) +(?=[^\s#=][^#\n]*$)", re.MULTILINE)
"""Not # 安全生产月 #, which names a topic."""
_HEADING_END = re.compile(r" +={1,6}$")
_TITLE_RULED = re.compile(r"\A[^\n]+\n+={3,}$", re.MULTILINE)
_RULING = re.compile(r"^(?:={3,}|-{3,})$", re.MULTILINE)
_TABLE_RULING = re.compile(r"^-{3,}(?: +-{3,})+$", re.MULTILINE)
_BOLD = re.compile(
    r"(?<!\*)\*\*(?![\s*])[^*\n]{1,120}?(?<!\s)\*\*(?!\*)|(?<!')'''(?![\s'])[^'\n]{1,120}?(?<!\s)'''(?!')"
)
_BEFORE_BOLD = re.compile(r"(?:^|[\s，。；：、！？（）“”》])\Z", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[.\-_*#()\[\]+!>|~`])")
_FEWEST = 2


def _find(manuscript: Manuscript) -> Findings:
    text = manuscript.text
    changes = [*_headings(text), *_rulings(text), *_bold(text), *_escapes(text)]
    return Findings(changes=sorted(changes))


def _headings(text: str) -> Iterator[Change]:
    headings = list(_HEADING.finditer(text)) if "# " in text or "= " in text else []
    if len(headings) < _FEWEST and not (headings and headings[0].start() == 0):
        return
    for heading in headings:
        yield Change(*heading.span())
        end = text.find("\n", heading.end())
        end = len(text) if end < 0 else end
        if closing := _HEADING_END.search(text, heading.end(), end):
            yield Change(*closing.span())


def _rulings(text: str) -> Iterator[Change]:
    """Lines under headings go where the title has one too, and those of a plain table."""
    if "\n===" in text and _TITLE_RULED.match(text):
        for ruling in _RULING.finditer(text):
            yield Change(*with_its_line(text, *ruling.span()))
    for ruling in _TABLE_RULING.finditer(text) if "-- -" in text or "--  -" in text else ():
        yield Change(*with_its_line(text, *ruling.span()))


def _bold(text: str) -> Iterator[Change]:
    bold = list(_BOLD.finditer(text)) if "**" in text or "'''" in text else []
    free = sum(bool(_BEFORE_BOLD.search(text, max(0, match.start() - 1), match.start())) for match in bold)
    for match in bold if free >= _FEWEST and free == len(bold) else ():
        width = 2 if match[0].startswith("**") else 3
        yield Change(match.start(), match.start() + width)
        yield Change(match.end() - width, match.end())


def _escapes(text: str) -> Iterator[Change]:
    escapes = list(_ESCAPE.finditer(text)) if "\\" in text else []
    if len(escapes) >= _FEWEST and len(escapes) == text.count("\\"):
        for escape in escapes:
            yield Change(*escape.span())


RULE = rule("markdown_marks", 2, _find, signs=("# ", "= ", "\n===", "-- -", "--  -", "**", "'''", "\\"))
