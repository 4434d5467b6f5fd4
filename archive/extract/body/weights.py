"""How much each line of a page looks like prose, and sums over runs of lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from archive.extract.body.asides import is_aside
from archive.extract.body.phrases import opens_tail
from archive.extract.body.remark_heads import remark_heads
from archive.extract.file_links import names_file
from archive.extract.layout import Box, Layout, Line

_PUNCTUATION = re.compile(r"[，。、；：！？,;﹐﹑:](?!(?<=:)\d)")
"""A colon before a digit is a clock's. One class of characters is found faster than two alternatives."""
PROSE_LINE = 2.0
"""Weight of a line that is prose for sure, with two marks or a mark and a hundred characters: a label
(来源：青山日报) or a list's entry may have one mark."""
_LINK_COST, _SCRAP_COST = -2.0, -1.0
"""Against the mark or two of a line of prose: a menu outweighs the sentences among its links."""
_SCRAP_CHARS = 8
"""A shorter line is a label, a button or a name."""
_SHORT_PROSE = re.compile(
    r"[：。；！？]$|\t|^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、]|第[一二三四五六七八九十]+[章节])"
)
"""各单位： and 一、总则 and the cells of a data table are short, but no menu has them."""
_MAKERS = ("主办", "承办", "协办", "制作", "维护", "技术支持")
_AND_OTHERS = rf"(?:单位)?\s*[：:].{{2,30}}(?:{'|'.join(_MAKERS)})(?:单位)?\s*[：:]"
_IMPRINT = re.compile(
    r"版[权權](?:所有|[归歸].{2,20}所有)|未[经經].{0,12}(?:授[权權]|[许許]可|同意|允[许許]).{0,24}(?:[转轉][载載]|复制|複製|摘[编編]|使用)"
    r"|ICP\s*[备備证證]|icp\s*[备備证證]|公网安备|Copy[Rr]ight|copy[Rr]ight|建议使用.{0,24}(?:浏览器|分辨率)"
    r"|地址\s*[：:].{2,40}(?:邮编|邮政编码)|" + "|".join(maker + _AND_OTHERS for maker in _MAKERS)
)
"""Whose site it is, whatever commas and colons it has.

Each way begins with one certain character: what is so written is searched for by a class of them, and four
times as fast."""
_LONGEST_IMPRINT = 150
_ATTACHED = re.compile(r"附件?\d{0,2}[:：]")
"""Links to files close many a notice."""


def weigh(line: Line) -> float:
    """Return the weight of a line: above 0 for prose, below for links and scraps.

    Prose counts by its punctuation, Chinese included, and a little by its length.
    """
    text = line.text
    plain = len(text) - line.linked
    if line.linked > plain:
        return 0.0 if names_file(text) or (text[0] == "附" and _ATTACHED.match(text)) else _LINK_COST
    if plain < _SCRAP_CHARS:
        return 0.0 if _SHORT_PROSE.search(text) else _SCRAP_COST
    if len(text) <= _LONGEST_IMPRINT and _IMPRINT.search(text):
        return _SCRAP_COST
    return len(_PUNCTUATION.findall(text)) + min(plain / 100, 3.0)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a page's lines, and running sums."""

    of_lines: tuple[float, ...]
    _prose: tuple[float, ...]
    _chars: tuple[int, ...]
    _linked: tuple[int, ...]
    remark_heads: frozenset[int]
    """Numbers of the lines above what readers wrote."""
    tail_openings: frozenset[int]
    """Numbers of the lines that announce what follows an article."""
    asides: tuple[Box, ...]
    """Those of the page whose name says that they hold no text."""

    def prose(self, box: Box) -> float:
        """Sum the weights of a box's prose."""
        return self._prose[box.end] - self._prose[box.first]

    def chars(self, box: Box) -> int:
        """Count the characters in a box."""
        return self._chars[box.end] - self._chars[box.first]

    def is_mostly_links(self, box: Box) -> bool:
        """Tell whether more than half of a box's characters stand in links."""
        return 2 * (self._linked[box.end] - self._linked[box.first]) > self.chars(box)

    def prose_of(self, lines: Iterable[int]) -> float:
        """Sum the weights of prose lines by their numbers."""
        return prose_of(self.of_lines, lines)


def prose_of(weights: Sequence[float], lines: Iterable[int]) -> float:
    """Sum the `weights` of those of the numbered `lines` that are prose."""
    return sum([weight for number in lines if (weight := weights[number]) > 0])


def weigh_lines(layout: Layout) -> Weights:
    """Weigh every line once."""
    weights = tuple(map(weigh, layout.lines))
    texts = [line.text for line in layout.lines]
    return Weights(
        weights,
        tuple(accumulate([weight if weight > 0 else 0.0 for weight in weights], initial=0.0)),
        tuple(accumulate(map(len, texts), initial=0)),
        tuple(accumulate([line.linked for line in layout.lines], initial=0)),
        remark_heads(texts),
        frozenset([number for number, text in enumerate(texts) if opens_tail(text)]),
        tuple([box for box in layout.boxes if is_aside(box)]),
    )
