"""Text that was read as another charset, and is read again: `鍚屽彴姣旀嫾` and `Í¬Ì¨±ÈÆ´` are 同台比拼.

UTF-8 is told by its bytes: a piece counts where they are whole, and make nothing but what Chinese prints.
GBK and Big5 that were read as Latin-1 are told by whole lines of accented letters, of which most become
common characters, and marks alone by what they become: 统一思想£¬.
Where a byte is gone (锛?) nothing is put back; see `residual`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.line import Line, lines_from_start, lines_holding
from archive.text.manuscript import Manuscript
from archive.text.mirror.gbk_candidates import is_common
from archive.text.rule import Findings, rule
from archive.text.rules.byte_codes import quotes_codes

_AS_GBK = re.compile(
    "[\u3400-\u9fff\uac00-\ud7a3\ue000-\uf8ff\u2010-\u206f\u20ac\u2460-\u2642\u3000-\u33ff\u0370-\u04ff\ufe30-\uffee]{4,}"
)
_LATIN = "\x80-\xff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_AS_LATIN = re.compile(
    f"(?:[{_LATIN}]|\n(?<=[\xc2\xe2-\xef]\n)(?=[{_LATIN}])|\n(?<=[\xe2-\xef][{_LATIN}]\n)){{3,}}"
)
"""A line break inside a character was the byte 0x85, which some readers take for one."""
_SIGNS_OF_GBK, _SIGNS_OF_LATIN = "锛銆鐨鏄鍦鍏鍚涓浜鍙鎴绗鐢璁缁", "âãäåæçèéïÃ"
"""What the lead bytes of the commonest characters become."""
_SIGNS_OF_TWO_BYTES = "¡£"
"""What the lead bytes of the marks become."""
_TWO_BYTES = ("gb18030", "big5hkscs")
_ACCENTED = re.compile("[\xa1-\xff]")
_HAN = re.compile("[\u3400-\u9fff]")
_MARKS = re.compile("(?:[\xa1\xa3][\xa1-\xff])+")
_CHINESE_MARKS = frozenset("，。、；：？！“”‘’（）《》—…·％　")
_LONGEST_QUOTED = 6
_MOST_READINGS = 3
_FEWEST = 8
"""Common characters in the whole text; a foreign line or name becomes one or two."""
_SURE_SHARE = 0.6


def _find(manuscript: Manuscript) -> Findings:
    text = manuscript.text
    return Findings(changes=sorted(_of_utf8(text)) or _of_two_bytes(text) or list(_marks(text)))


def _of_utf8(text: str) -> Iterator[Change]:
    for line in lines_holding(text, text, _SIGNS_OF_GBK):
        for piece in _AS_GBK.finditer(line.text):
            yield from _put(piece, _bytes(piece[0], "gb18030"), line.start)
    if any(sign in text for sign in _SIGNS_OF_LATIN):
        for piece in _AS_LATIN.finditer(text):
            if _is_quoted(text, piece):
                continue
            yield from _put(piece, _bytes(piece[0].replace("\n", "\x85"), "cp1252"), 0)


def _is_quoted(text: str, piece: re.Match[str]) -> bool:
    """Tell whether a line speaks of such signs: 网页上的 â€œ 是什么?"""
    start = text.rfind("\n", 0, piece.start()) + 1
    line = next(lines_from_start(text, text, start))
    return len(piece[0]) <= _LONGEST_QUOTED and quotes_codes(line, 1)


def _put(piece: re.Match[str], data: bytes, start: int) -> Iterator[Change]:
    if meant := _meant(data):
        yield Change(start + piece.start(), start + piece.end(), meant, 0.95)


def _meant(data: bytes) -> str | None:
    """Read bytes as UTF-8, again and again where they were misread more than once."""
    for _ in range(_MOST_READINGS):
        try:
            meant = data.decode("utf-8")
        except UnicodeError:
            return None
        if _is_chinese(meant):
            return meant
        data = _bytes(meant, "cp1252")
    return None


def _is_chinese(meant: str) -> bool:
    """One character in four may be a rare one; accented letters are a foreign word's own."""
    rare = [character for character in meant if character.isalpha() and not is_common(character)]
    return bool(meant) and all(map(_HAN.match, rare)) and 4 * len(rare) <= len(meant)


def _bytes(piece: str, charset: str) -> bytes:
    """Return the bytes that were misread, none where that can't be; pages mix Latin-1 with cp1252."""
    try:
        if charset != "cp1252":
            return piece.encode(charset)
        return b"".join(c.encode("latin-1") if ord(c) < 0x100 else c.encode(charset) for c in piece)
    except UnicodeError:
        return b""


def _of_two_bytes(text: str) -> list[Change]:
    """Return each line read again with the charset that makes most sense of them all."""
    if not any(sign in text for sign in _SIGNS_OF_TWO_BYTES):
        return []
    lines = [line for line in lines_from_start(text, text) if _ACCENTED.search(line.text)]
    readings = [list(_read_again(lines, charset)) for charset in _TWO_BYTES]
    best = max(readings, key=_common)
    return best if _common(best) >= _FEWEST else []


def _read_again(lines: list[Line], charset: str) -> Iterator[Change]:
    for line in lines:
        try:
            meant = _bytes(line.text, "cp1252").decode(charset)
        except UnicodeError:
            continue
        han = _HAN.findall(meant)
        if meant and sum(map(is_common, han)) >= _SURE_SHARE * len(han):
            yield Change(line.start, line.end, meant, 0.95)


def _marks(text: str) -> Iterator[Change]:
    for piece in _MARKS.finditer(text) if any(sign in text for sign in _SIGNS_OF_TWO_BYTES) else ():
        meant = _bytes(piece[0], "cp1252").decode("gb18030", "replace")
        if _CHINESE_MARKS.issuperset(meant):
            yield Change(*piece.span(), meant, 0.95)


def _common(changes: list[Change]) -> int:
    return sum(map(is_common, _HAN.findall("".join(change.put for change in changes))))


RULE = rule("misread_charset", 3, _find)
