"""What a site says in the place of the text that it withholds, at its end or inside it.

剩余50%内容，开通VIP后继续阅读      【此处内容已隐藏，请付费查看】      预览结束，会员登录后下载
……此处隐藏1256个字……              非会员只能阅读前500字              （剩余1523字）

Looked at are whole lines, what stands in brackets or between dots, and the last sentence of a line; what
their words must be, withholding.py knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive.text.change import Change
from archive.text.line import Line, opens_a_quotation, with_its_line
from archive.text.manuscript import Manuscript
from archive.text.preview_pages import read_pages
from archive.text.rule import NOTHING, Findings, MissingText, rule
from archive.text.stated_chars import declared_chars, omitted_chars, shown_chars
from archive.text.withholding import SIGN, withholds

_SET_APART = re.compile(r"[(\[【<{*…⋯.][^()\[\]【】{}\n]{4,80}[)\]】>}*…⋯.]")
_LAST_SENTENCE = re.compile(r"(?<=[。!?….])[^()\[\]【】{}。\n]{4,60}\Z")
_DOTS_ABOVE = re.compile(r"(?<=\n)[.…⋯·* ]{2,}\n\Z")
_LONGEST_DOTS = 20
_DEEPEST = 60
"""Last lines: all that may stand behind a notice at the end."""
_LONGEST = 80
"""Characters of a last sentence that may be one."""
_LONGEST_BEHIND = 20
"""Characters that may stand behind a notice at the end, once the furniture is gone."""


def _find(manuscript: Manuscript) -> Findings:
    notices = list(_notices(manuscript))
    if not notices:
        return NOTHING
    words = [manuscript.folded[notice.start : notice.end] for notice in notices]
    own = _own_last_lines(manuscript)
    return Findings(
        changes=[Change(*with_its_line(manuscript.text, notice.start, notice.end)) for notice in notices],
        missing=[_gap(manuscript, notice, own) for notice in notices],
        fields=read_pages(words),
        declared_chars=declared_chars(words[-1]),
        shown_chars=shown_chars(words[-1]),
    )


def _notices(manuscript: Manuscript) -> Iterator[Change]:
    """Yield the spans of the notices, ascending; a line that is none as a whole may have one in it."""
    for line in manuscript.lines_matching(SIGN):
        if line.start == 0:
            continue
        if withholds(line.folded):
            dots = _DOTS_ABOVE.search(manuscript.folded, max(0, line.start - _LONGEST_DOTS), line.start)
            yield Change(dots.start() if dots else line.start, line.end)
            continue
        for part in _parts(line.folded):
            if withholds(part[0]) and not opens_a_quotation(line.text, part.start()):
                yield _with_dots(manuscript.folded, line.start + part.start(), line.start + part.end())


def _parts(folded: str) -> Iterator[re.Match[str]]:
    yield from _SET_APART.finditer(folded)
    yield from _LAST_SENTENCE.finditer(folded, max(0, len(folded) - _LONGEST))


def _with_dots(folded: str, start: int, end: int) -> Change:
    before, behind = folded[:start].rstrip("…⋯.· "), folded[end : end + _LONGEST]
    return Change(len(before), end + len(behind) - len(behind.lstrip("…⋯.· >")))


def _gap(manuscript: Manuscript, notice: Change, own: Sequence[Line]) -> MissingText:
    words = manuscript.folded[notice.start : notice.end]
    is_tail = _is_at_end(manuscript, notice.end, own)
    breaks_before = notice.start > 0 and manuscript.text[notice.start - 1] == "\n"
    return MissingText(
        position=notice.start - breaks_before,
        kind="tail" if is_tail else "inline",
        omitted_chars=omitted_chars(words),
    )


def _own_last_lines(manuscript: Manuscript) -> Sequence[Line]:
    return [line for line in manuscript.last_lines(_DEEPEST) if not withholds(line.folded)]


def _is_at_end(manuscript: Manuscript, end: int, own: Sequence[Line]) -> bool:
    """Tell whether but a few words of the text's `own` last lines stand behind a notice."""
    behind = sum(len(line.text) for line in own if line.start >= end)
    return behind + _left_of_line(manuscript, end) <= _LONGEST_BEHIND


def _left_of_line(manuscript: Manuscript, end: int) -> int:
    return len(manuscript.folded[end : end + _LONGEST_BEHIND + 1].partition("\n")[0])


RULE = rule("paywall", 10, _find)
