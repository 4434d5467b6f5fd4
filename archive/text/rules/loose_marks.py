"""Blanks and marks that a converter strewed: `认真 ， 落实`, `加强领导，，抓好落实`, `这 次 会 议 的 任 务`.

A writer mistypes a mark here and there; a converter has its way with at least half of the text's marks of
that kind, and with three. A line set with a blank between all its characters is closed up where it is a
sentence; 干 部 职 工 齐 上 阵 is a slogan and stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_BEFORE_MARK = re.compile(r" (?=[，。、；！？])(?<=[一-鿿”》）] )")
_BEHIND_MARK = re.compile(r" (?<=[一-鿿”》）] [，、；。] )(?=[一-鿿“《（])")
_FILLED_IN = re.compile(r"[ _\u3000]{2}[，。、；）？]|、 、")
"""Blanks before a mark are there to be filled in: 安全方针是   、   。"""
_SECOND = {
    mark: re.compile(f"{mark}(?<={mark}{mark})(?<!{mark}{mark}{mark})(?!{mark})") for mark in "，、；。"
}
"""Behind one of its kind; three are an author's dots."""
_FEWEST = 3
_SPACED = re.compile(r"(?<![^\s,;])(?:[^\s] ){12,}(?:[^\s](?![^\s])|[,。;!?])")
_ROW = re.compile(" [^ ] (?<=[^ ] [^ ] )")
_BLANK = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
_MARK = re.compile("[,。;、]")


def _find(manuscript: Manuscript) -> Findings:
    return Findings(
        changes=sorted([*_closed(manuscript.text), *_doubled(manuscript.text), *_spaced(manuscript)])
    )


def _closed(text: str) -> Iterator[Change]:
    before = list(_BEFORE_MARK.finditer(text))
    if len(before) < _FEWEST:
        return
    marks = Counter(text[blank.end()] for blank in before)
    loose = {mark for mark, count in marks.items() if count >= _FEWEST and 2 * count >= text.count(mark)}
    if loose and not _FILLED_IN.search(text):
        behind = (blank for blank in _BEHIND_MARK.finditer(text) if text[blank.start() - 1] in loose)
        for blank in (*(blank for blank in before if text[blank.end()] in loose), *behind):
            yield Change(*blank.span())


def _doubled(text: str) -> Iterator[Change]:
    for mark, second in _SECOND.items():
        doubled = list(second.finditer(text))
        if len(doubled) >= _FEWEST and 3 * len(doubled) >= text.count(mark):
            for match in doubled:
                yield Change(*match.span(), confidence=0.9)


def _spaced(manuscript: Manuscript) -> Iterator[Change]:
    """Latin words and numbers keep the blanks between them."""
    for row in _SPACED.finditer(manuscript.folded) if _ROW.search(manuscript.folded) else ():
        if _MARK.search(row[0]):
            for blank in _BLANK.finditer(manuscript.text, *row.span()):
                yield Change(*blank.span(), confidence=0.95)


RULE = rule("loose_marks", 3, _find)
