"""Pieces of UTF-8 that were read as another charset, and are read again: `鍚屽彴姣旀嫾` is 同台比拼.

A piece counts where its bytes are whole, and make nothing but common characters: Chinese that was read
rightly never is UTF-8 by chance. Where a byte is gone (锛?) nothing is put back; see `residual`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.line import Line, lines_holding
from archive.text.manuscript import Manuscript
from archive.text.mirror.gbk_candidates import is_common
from archive.text.rule import Findings, rule

_AS_GBK = re.compile(
    "[\u3400-\u9fff\uac00-\ud7a3\ue000-\uf8ff\u2010-\u206f\u20ac\u2460-\u2642\u3000-\u33ff\u0370-\u04ff\ufe30-\uffee]{4,}"
)
_AS_LATIN = re.compile("[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{6,}")
_SIGNS_OF_GBK, _SIGNS_OF_LATIN = "锛銆鐨鏄鍦鍏鍚涓浜鍙鎴绗鐢璁缁", "âãäåæçèéï"
"""What the lead bytes of the commonest characters become."""
_MARKS = frozenset("，。、；：！？“”‘’（）《》—…·％【】　")


def _find(manuscript: Manuscript) -> Findings:
    return Findings(changes=sorted(_changes(manuscript.text)))


def _changes(text: str) -> Iterator[Change]:
    for line in lines_holding(text, text, _SIGNS_OF_GBK):
        yield from _read_again(line, _AS_GBK, "gb18030")
    for line in lines_holding(text, text, _SIGNS_OF_LATIN):
        yield from _read_again(line, _AS_LATIN, "cp1252")


def _read_again(line: Line, pieces: re.Pattern[str], charset: str) -> Iterator[Change]:
    for piece in pieces.finditer(line.text):
        meant = _meant(piece[0], charset)
        if meant and all(is_common(character) or character in _MARKS for character in meant):
            yield Change(line.start + piece.start(), line.start + piece.end(), meant, 0.95)


def _meant(piece: str, charset: str) -> str | None:
    try:
        return _bytes(piece, charset).decode("utf-8")
    except UnicodeError:
        return None


def _bytes(piece: str, charset: str) -> bytes:
    """Latin-1 has control codes where cp1252 has none; pages mix the two."""
    if charset != "cp1252":
        return piece.encode(charset)
    return b"".join(c.encode("latin-1") if ord(c) < 0x100 else c.encode(charset) for c in piece)


RULE = rule("misread_charset", 1, _find)
