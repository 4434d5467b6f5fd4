"""The form of single lines of official prose: numbered headings and signatures (落款).

level 1   一、指导思想          第一章 总则      第一部分
level 2   （一）加强领导。      (二)提高认识
level 3   1．统一思想           2、落实责任
level 4   （1）宣传阶段         ①排查隐患
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.fold import fold

_NUMERAL = "[一二三四五六七八九十百零〇]{1,4}"
_NUMBERED = (
    re.compile(rf"(?:{_NUMERAL}、|第{_NUMERAL}[章节部分篇]{{1,2}}[\s:、])"),
    re.compile(rf"\({_NUMERAL}\)"),
    re.compile(r"[0-9]{1,2}(?:、|\.(?![0-9])|,(?![0-9]))"),
    re.compile(r"\([0-9]{1,2}\)"),
)
_CIRCLED = re.compile("[①-⑳]")
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
    r"[^,。;:!?]{2,24}(?:公司|集团|矿|局|厂|协会|学会|联合会|委员会|党委|工会|团委|办公室|[部科处室队])"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading at the beginning of a line."""

    level: int
    end: int
    """Code point behind it: the line's end, or where its paragraph goes on (（一）加强领导。各单位要……)."""


def find_heading(line: str) -> Heading | None:
    """Return the numbered heading that a line is, or begins with; else None."""
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


def is_signature(line: str) -> bool:
    """Tell whether a line is a unit's name or a written date standing alone, as under an official text."""
    line = line.strip()
    if len(line) > _LONGEST_SIGNATURE:
        return False
    text = fold(line)
    return bool(_WRITTEN_ON.fullmatch(text) or _SIGNED_BY.fullmatch(text))


def _number(line: str) -> tuple[int, int]:
    """The level that the number at the beginning gives, and where it ends; (0, 0) without one."""
    # The fold makes ① a plain 1, so circled numbers are told apart before it.
    if _CIRCLED.match(line):
        return len(_NUMBERED), 1
    start = fold(line[:_LONGEST])
    for level, numbered in enumerate(_NUMBERED, start=1):
        if match := numbered.match(start):
            return level, match.end()
    return 0, 0
