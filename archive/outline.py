"""The form of single lines of official prose: numbered headings and signatures (落款).

level 1   一、指导思想          第一章 总则      第一部分
level 2   （一）加强领导。      (二)提高认识
level 3   1．统一思想           2、落实责任
level 4   （1）                 ①
"""

from __future__ import annotations

import re

from archive.fold import fold

_NUMERAL = "[一二三四五六七八九十百零〇]{1,4}"
_NUMBERED = (
    re.compile(rf"(?:{_NUMERAL}、|第{_NUMERAL}[章节部分篇]{{1,2}}[\s:、])"),
    re.compile(rf"\({_NUMERAL}\)"),
    re.compile(r"[0-9]{1,2}(?:、|\.(?![0-9])|,(?![0-9]))"),
    re.compile(r"\([0-9]{1,2}\)"),
)
_LONGEST_HEADING = 42
_SENTENCE_END = re.compile("[。!?;:]")
_WRITTEN_ON = re.compile(
    r"(?:[0-9]{4}|[一二〇零○0三四五六七八九]{4})年(?:[0-9]{1,2}|[元正一二三四五六七八九十]{1,2})月"
    r"(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日)?"
)
_SIGNED_BY = re.compile(r"[^,。;:!?]{2,24}(?:公司|集团|矿|局|厂|委员会|党委|工会|团委|办公室|[部科处室队])")


def heading_level(line: str) -> int:
    """Return 1–4 for a line that is a numbered heading and nothing else, 0 for any other.

    A numbered paragraph that goes on after its first sentence is no heading: `（一）加强领导。各单位要……`.
    """
    line = line.strip()
    if len(line) > _LONGEST_HEADING:
        return 0
    # The fold makes ① a plain 1, so circled numbers are told apart before it.
    text = fold(f"({line[0]}){line[1:]}" if "①" <= line[:1] <= "⑳" else line)
    for level, numbered in enumerate(_NUMBERED, start=1):
        match = numbered.match(text)
        if match and not _SENTENCE_END.search(text[match.end() :].rstrip("。:")):
            return level
    return 0


def is_signature(line: str) -> bool:
    """Tell whether a line is a unit's name or a written date standing alone, as under an official text."""
    text = fold(line.strip())
    return bool(_WRITTEN_ON.fullmatch(text) or (len(text) <= 26 and _SIGNED_BY.fullmatch(text)))
