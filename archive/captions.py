"""Lines that describe a picture or say who took it, as they stand among the lines of a text.

图为矿领导在井口为职工送清凉。（李明 摄）      云溪煤矿 供图      （文/张强 图/李明）      李明/摄
"""

from __future__ import annotations

import re

from archive.byline import parse_credit
from archive.fold import fold, written_forms

_MAY_BE_CAPTION = re.compile(f"[{written_forms('图摄')}]")
"""Asked first, since folding a line costs more than all the rest."""
_CAPTION = re.compile(
    r"[▲△▼◆●■\s(\[【]*(?:图为|图片为|图中(?:为|左|右)|[上下左右]图(?:为|\s*:)"
    r"|(?:图片说明|配图|图[一二三四五六七八九\d]{0,2})\s*:)\s*\S"
)
_SUPPLIED = re.compile(r"[(\[【]?\s*(?:图片\s*)?[^\s,。;:!?]{2,20}(?:\s+|/)?供图\s*[)\]】]?")
_LONGEST = 200
_LONGEST_CREDIT = 60
_IN_BRACKETS = re.compile(
    r"\((?P<before>[^()\n]{2,40}?)(?P<apart>[\s/]*)(?P<role>摄影报道|摄影|摄)\s*\)"
    r"|[(\s,、;](?:图|摄影|摄)\s*[/:]\s*(?P<after>[一-鿿 、]{2,20})\)"
)
_AT_END = re.compile(r"摄影?\s*\)$")
_ALONE = re.compile(r"(?:^|[\s。!])(?P<before>[^\s。!]{2,20}(?:[\s、][^\s。!]{2,4}){0,2})[\s/]+摄$")
_WRITER = re.compile(r".*[\s/]文(?=[\s/,、;])|.*文\s*[/:]\s*[一-鿿]+(?=[\s/,、;])|.*[:;。!]")
_NO_PERSON = re.compile(r".*(?:记者|通讯员|资料|图片|[报网社矿])$")
_NAME = re.compile(r"[一-鿿]{2,4}(?:·[一-鿿]{2,6})?")


def is_caption(line: str) -> bool:
    """Tell whether a line of the text describes a picture, or says whose it is and nothing else."""
    if len(line) > _LONGEST or not _MAY_BE_CAPTION.search(line):
        return False
    folded = fold(line.strip())
    return bool(
        _CAPTION.match(folded)
        or _SUPPLIED.fullmatch(folded)
        or (len(folded) <= _LONGEST_CREDIT and _is_credited(folded) and "。" not in folded)
    )


def _is_credited(folded: str) -> bool:
    return folded.endswith(("摄", "摄)")) and photographer_of(folded) is not None


def photographer_of(line: str) -> str | None:
    """Return who took the picture, several names joined by one blank; None where the line says nothing.

    摄影 is an art too (书法、摄影): its names begin with a common surname, as those without a blank do.
    """
    folded = fold(line.rstrip())
    match = _IN_BRACKETS.search(folded) or _ALONE.search(folded)
    if not match:
        return None
    found = match.groupdict()
    part = "after" if found.get("after") else "before"
    start, end = match.span(part)
    start += _after_the_writer(folded[start:end])
    is_plain = part == "after" or (found.get("role") == "摄" and found.get("apart"))
    return _people(line[start:end]) if is_plain else parse_credit(f"({line[start:end].strip()})")


def is_photo_credit(line: str) -> bool:
    """Tell whether the brackets at the end of a line name a photographer, and no author: （李明 摄）."""
    folded = fold(line.rstrip())
    return bool(_AT_END.search(folded)) and photographer_of(line) is not None


def _after_the_writer(folded: str) -> int:
    match = _WRITER.match(folded)
    return match.end() if match else 0


def _people(names: str) -> str | None:
    words = re.split(r"[\s、,/]+", names.strip())
    return " ".join(word for word in words if _NAME.fullmatch(word) and not _NO_PERSON.match(word)) or None
