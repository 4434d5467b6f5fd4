"""The outline of official prose: numbered headings, the sections that they begin, and signatures (落款).

level 1   一、指导思想          第一章 总则      第一部分
level 2   （一）加强领导。      (二)提高认识
level 3   1．统一思想           2、落实责任
level 4   （1）宣传阶段         ①排查隐患

Levels tell by the number alone. In the tree of sections 第一部分, 第一章, 第一节 and 一、 stand below each
other, and so do （1） and ①, each as deep as the text uses them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from archive.fold import fold, written_forms
from archive.model import BodySpan, Section

_NUMERAL = "[一二三四五六七八九十百零〇]{1,4}"
_NUMBERED = (
    re.compile(rf"(?:{_NUMERAL}、|第{_NUMERAL}[章节部分篇]{{1,2}}[\s:、])"),
    re.compile(rf"\({_NUMERAL}\)"),
    re.compile(r"[0-9]{1,2}(?:、|\.(?![0-9])|,(?![0-9]))"),
    re.compile(r"\([0-9]{1,2}\)"),
)
_MAY_BE_NUMBERED = re.compile(rf"\s*[①-⑳{written_forms('一二三四五六七八九十百零〇第(0123456789')}]")
"""Asked first, since folding a line costs more than all the rest."""
_CIRCLED = re.compile("[①-⑳]")
_RANKED = (
    *(re.compile(rf"第{_NUMERAL}{unit}") for unit in ("(?:部分|篇)", "章", "节")),
    *_NUMBERED,
    re.compile("[①-⑳]"),
)
_PLAIN = 2
"""Ranks above the level 1 of a heading without a number: it stands beside 一、."""
_AFTER_TEXT = ("signature", "attachment")
_LONGEST = 42
_LONGEST_RUN_IN = 40
_LONGEST_SIGNATURE = 26
_SENTENCE_END = re.compile("[。!?;:]")
_RUN_IN = re.compile("[^。!?;:0-9]{2,}。")
_WRITTEN_ON = re.compile(
    r"(?:[0-9]{4}|[一二〇零○0三四五六七八九]{4})年(?:[0-9]{1,2}|[元正一二三四五六七八九十]{1,2})月"
    r"(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日)?"
)
_SIGNED_BY = re.compile(
    r"[^,。;:!?]{2,24}(?:公司|集团|矿|局|厂|协会|学会|联合会|委员会|安委[会办]|党委|工会|团委|办公室|[部科处室队])"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading at the beginning of a line."""

    level: int
    end: int
    """Code point behind it: the line's end, or where its paragraph goes on (（一）加强领导。各单位要……)."""


def find_heading(line: str) -> Heading | None:
    """Return the numbered heading that a line is, or begins with; else None."""
    if not _MAY_BE_NUMBERED.match(line):
        return None
    indent = len(line) - len(line.lstrip())
    level, number_end = _number(line[indent:])
    if not level:
        return None
    rest = fold(line[indent + number_end :].rstrip())
    if number_end + len(rest) <= _LONGEST and not _SENTENCE_END.search(rest.rstrip("。:")):
        return Heading(level, len(line))
    run_in = _RUN_IN.match(rest)
    if run_in and run_in.end() <= _LONGEST_RUN_IN:
        return Heading(level, indent + number_end + run_in.end())
    return None


def heading_level(line: str) -> int:
    """Return 1–4 for a line that is a numbered heading and nothing else, 0 for any other."""
    heading = find_heading(line)
    return heading.level if heading and heading.end == len(line) else 0


def listed_sentences(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of lines that look like headings, and are sentences of a numbered list.

    Numbered lines of one level right behind each other, one of them too long for a heading; those that end as
    sentences do are none either.
    """
    if not any(_is_sentence(line) and heading_level(line) for line in lines):
        return frozenset()
    levels = [_number(line.lstrip())[0] for line in lines]
    found = list[int]()
    for level, places in groupby(range(len(lines)), key=levels.__getitem__):
        row = [*places] if level else []
        if any(find_heading(lines[place]) is None for place in row):
            found += (place for place in row if _is_sentence(lines[place]) and heading_level(lines[place]))
    return frozenset(found)


def _is_sentence(line: str) -> bool:
    return line.rstrip().endswith("。")


def sections_of(body: str, spans: Sequence[BodySpan]) -> tuple[Section, ...]:
    """Return the sections of a text whose blocks are `spans`: one for each heading, in their order.

    A section holds those below it. The last ones end before signature and attachments.
    """
    headings = [span for span in spans if span.kind == "heading"]
    text_end = next((span.end for span in reversed(spans) if span.kind not in _AFTER_TEXT), 0)
    ranks = [_rank(body[span.start : span.end], span.level) for span in headings]
    following = _next_not_below(ranks)
    above: list[int] = []
    found: list[Section] = []
    for position, span in enumerate(headings):
        while above and ranks[above[-1]] >= ranks[position]:
            above.pop()
        end = headings[following[position]].start if following[position] < len(headings) else text_end
        found.append(_section(body, span, end, len(above) + 1, above[-1] if above else None))
        above.append(position)
    return tuple(found)


def _next_not_below(ranks: Sequence[int]) -> list[int]:
    """Of each heading the first one behind it that ends its section; their number where none does."""
    following = [len(ranks)] * len(ranks)
    for position in reversed(range(len(ranks))):
        behind = position + 1
        while behind < len(ranks) and ranks[behind] > ranks[position]:
            behind = following[behind]
        following[position] = behind
    return following


def _section(body: str, heading: BodySpan, end: int, level: int, parent: int | None) -> Section:
    number = heading.start + _number_end(body[heading.start : heading.end])
    return Section(
        level=level,
        number=body[heading.start : number].strip() or None,
        heading=body[number : heading.end].strip().rstrip("。:："),
        start=heading.start,
        end=max(heading.end, heading.start + len(body[heading.start : end].rstrip())),
        parent=parent,
    )


def _rank(line: str, level: int) -> int:
    """How far up a heading stands among those of its text: 0 for 第一部分."""
    start = line.lstrip()
    if _CIRCLED.match(start):
        return len(_RANKED) - 1
    numbered = (rank for rank, form in enumerate(_RANKED[:-1]) if form.match(fold(start[:_LONGEST])))
    return next(numbered, _PLAIN + level)


def _number_end(line: str) -> int:
    indent = len(line) - len(line.lstrip())
    end = _number(line[indent:])[1]
    return indent + end if end else 0


def is_signature(line: str) -> bool:
    """Tell whether a line is a unit's name or a written date standing alone, as under an official text."""
    line = line.strip()
    if len(line) > _LONGEST_SIGNATURE:
        return False
    text = fold(line)
    return bool(_WRITTEN_ON.fullmatch(text) or _SIGNED_BY.fullmatch(text))


def _number(line: str) -> tuple[int, int]:
    """The level that the number at the beginning gives, and where it ends; (0, 0) without one."""
    if not _MAY_BE_NUMBERED.match(line):
        return 0, 0
    # The fold makes ① a plain 1, so circled numbers are told apart before it.
    if _CIRCLED.match(line):
        return len(_NUMBERED), 1
    start = fold(line[:_LONGEST])
    for level, numbered in enumerate(_NUMBERED, start=1):
        if match := numbered.match(start):
            return level, match.end()
    return 0, 0
