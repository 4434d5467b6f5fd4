"""Bytes of a charset written out as figures, and read again: all three lines are 同台.

%E5%90%8C%E5%8F%B0   %CD%AC%CC%A8     an address's or a form's, in UTF-8 and in GBK
=E5=90=8C=E5=8F=B0                    a mail's (quoted-printable), with `=` at the ends of its lines
\\xe5\\x90\\x8c\\xe5\\x8f\\xb0          a program's print of a string

A piece counts where its bytes are whole and make common Chinese. Inside an address they stay, and so does
what a line on codes (编码, 字符) quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archive.text.change import Change
from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.mirror.gbk_candidates import is_common
from archive.text.rule import Findings, rule

_FIGURES = "[0-9a-f]{2}"
_PIECE = re.compile(rf"(?:%{_FIGURES})+|(?:={_FIGURES})+|(?:\\x{_FIGURES})+", re.IGNORECASE)
_SIGNS = ("\\x", *(sign + figure for sign in "%=" for figure in "bcdef"))
"""What begins a byte that no ASCII character is."""
_SOFT_BREAK = re.compile("^([!-~ ]{2,75})=\n", re.MULTILINE)
_ADDRESS = re.compile(r"(?:://|www\.|[?&]|[a-z]{2}[!-~]{0,80}[/=#])[!-~]{0,80}$")
_GOES_ON = re.compile("[!-~]*")
_REACH = 160
_OF_CODES = re.compile(
    r"编码|字符|转义|代码|unicode|utf-?8|html|json|编程|程序[里中]|网页|个符号|乱码|print\(|表示(?:空格|换行)"
)
_MOST_QUOTED = 3


def _find(manuscript: Manuscript) -> Findings:
    if breaks := list(_soft_breaks(manuscript.text)):
        return Findings(changes=breaks)
    lines = manuscript.lines_with(_SIGNS)
    return Findings(changes=[change for line in lines for change in _read(line)])


def _soft_breaks(text: str) -> Iterator[Change]:
    """A mail's line is joined with the next one where it ends with the sign that says so."""
    for line in _SOFT_BREAK.finditer(text) if "=\n" in text else ():
        if re.search("=[0-9A-F]{2}", line[1]):
            yield Change(line.end() - 2, line.end())


def _read(line: Line) -> list[Change]:
    pieces = list(_PIECE.finditer(line.text))
    if quotes_codes(line, len(pieces)):
        return []
    changes = [
        Change(line.start + piece.start(), line.start + piece.end(), meant, 0.95)
        for piece in _outside_addresses(line, pieces)
        if (meant := _meant(piece[0]))
    ]
    return [] if all(change.put.isascii() for change in changes) else changes


def _outside_addresses(line: Line, pieces: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    end, is_inside = 0, False
    for piece in pieces:
        before = line.folded[max(end, piece.start() - _REACH) : piece.start()]
        is_inside = bool(_ADDRESS.search(before)) or (is_inside and bool(_GOES_ON.fullmatch(before)))
        end = piece.end()
        if not is_inside:
            yield piece


def _meant(piece: str) -> str | None:
    data = bytes.fromhex(re.sub(r"[%=]|\\x", "", piece, flags=re.IGNORECASE))
    for charset in ("utf-8", "gb18030"):
        try:
            meant = data.decode(charset)
        except UnicodeError:
            continue
        rare = sum(character.isalpha() and not is_common(character) for character in meant)
        if 4 * rare <= len(meant) and "".join(meant.split()).isprintable():
            return meant
    return None


def quotes_codes(line: Line, count: int) -> bool:
    """Tell whether a line speaks of codes, and has no more of them than one quotes."""
    return count <= _MOST_QUOTED and bool(_OF_CODES.search(line.folded))


RULE = rule("byte_codes", 2, _find, signs=_SIGNS)
