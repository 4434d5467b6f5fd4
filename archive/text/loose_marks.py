"""Blanks and marks that a converter strewed: `认真 ， 落实`, `加强领导，，抓好落实`, `这 次 会 议 的 任 务`.

No writer puts a blank before a comma or two commas in a row. A line set with a blank between all its
characters is closed up where it is a sentence; 干 部 职 工 齐 上 阵 is a slogan and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_BEFORE_MARK = re.compile(r"(?<=[一-鿿”》）]) (?=[，。、；！？])")
_AROUND_MARK = re.compile(r"(?<=[一-鿿”》）] [，、；。]) (?=[一-鿿“《（])")
_FILLED_IN = re.compile(r"[ _\u3000]{2}[，。、；）？]|、 、")
"""Blanks before a mark are there to be filled in: 安全方针是   、   。"""
_TWICE = re.compile(r"(?P<mark>[，、；])(?P=mark)+|(?<!。)。。(?!。)")
_LOOSE = tuple(f" {mark}" for mark in "，。、；！？")
_DOUBLED = ("，，", "、、", "；；", "。。")
_SPACED = re.compile(r"(?<![^\s])(?:[^\s] ){12,}[^\s](?![^\s])")
_ROW = re.compile(" [^ ] (?<=[^ ] [^ ] )")
_BLANK = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
_MARK = re.compile("[,。;、]")


def _find(manuscript: Manuscript) -> Findings:
    return Findings(changes=sorted([*_closed(manuscript.text), *_spaced(manuscript)]))


def _closed(text: str) -> Iterator[Change]:
    is_loose = any(mark in text for mark in _LOOSE) and not _FILLED_IN.search(text)
    patterns = (_BEFORE_MARK, _AROUND_MARK) if is_loose else ()
    for match in chain.from_iterable(pattern.finditer(text) for pattern in patterns):
        yield Change(match.start(), match.end())
    for match in _TWICE.finditer(text) if any(mark in text for mark in _DOUBLED) else ():
        yield Change(match.start() + 1, match.end(), confidence=0.9)


def _spaced(manuscript: Manuscript) -> Iterator[Change]:
    """Latin words and numbers keep the blanks between them."""
    for row in _SPACED.finditer(manuscript.folded) if _ROW.search(manuscript.folded) else ():
        if _MARK.search(row[0]):
            for blank in _BLANK.finditer(manuscript.text, *row.span()):
                yield Change(*blank.span(), confidence=0.95)


RULE = rule("loose_marks", 1, _find)
