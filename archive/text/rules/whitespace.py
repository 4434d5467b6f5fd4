"""Blank lines, indentation, line ends, invisible characters: one paragraph a line, nothing around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge
from unicodedata import normalize

from archive.invisible import FILLERS, INVISIBLE, NOTHING_SHOWN, VARYING
from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_BLANKS = (
    " \t\u3000\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f" + FILLERS
)
_BREAK = re.compile(f"[\\n\\r\\x85\\u2028\\u2029][\\n\\r\\x85\\u2028\\u2029{_BLANKS}]*")
_ODD_BLANK = re.compile(f"[\\xa0\\u2000-\\u200a\\u202f\\u205f{FILLERS}]+")
_NEAR = 40
_INVISIBLES = re.compile(NOTHING_SHOWN)
_RADICAL = re.compile("[\\u2e80-\\u2fdf]")
"""Forms that some fonts of PDFs have in the place of characters: ⼤ is 大, ⽣ is 生."""
_LISTED = re.compile(rf"部首|偏旁|{_RADICAL.pattern}(?:[ \t\u3000、，/]?{_RADICAL.pattern}){{4}}")
"""A line that speaks of radicals, or strings five of them, means them."""
_ODD = re.compile(
    f"[\\r\\x85\\u2028\\u2029\\xa0\\u2000-\\u200a\\u202f\\u205f\\u2e80-\\u2fdf{FILLERS}{VARYING}{INVISIBLE[1:]}"
)
"""What only a page's layout puts between characters."""


def _find(manuscript: Manuscript) -> Findings:
    return Findings(changes=_changes(manuscript.text))


def _changes(text: str) -> Iterator[Change]:
    body = text.strip()
    end = text.find(body) + len(body) if body else len(text)
    start = _row_start(text, text.find(body)) if body else len(text)
    if start > 0:
        yield Change(0, start)
    if _ODD.search(body):
        yield from merge(
            _breaks(text, start, end),
            (Change(*match.span()) for match in _INVISIBLES.finditer(text, start, end)),
            _radicals(text, start, end),
            (Change(*match.span(), " ") for match in _ODD_BLANK.finditer(text, start, end)),
        )
    elif _has_blank_beside_break(body):
        yield from _breaks(text, start, end)
    if end < len(text):
        yield Change(end, len(text))


def _radicals(text: str, start: int, end: int) -> Iterator[Change]:
    """Those that Unicode decomposes; of the others each may be meant."""
    for match in _RADICAL.finditer(text, start, end):
        character = normalize("NFKC", match[0])
        if character != match[0] and not _is_listed(text, match.start()):
            yield Change(*match.span(), character)


def _is_listed(text: str, place: int) -> bool:
    *_, before = text[max(0, place - _NEAR) : place].rpartition("\n")
    behind = text[place : place + _NEAR].partition("\n")[0]
    return _LISTED.search(before + behind) is not None


def _has_blank_beside_break(text: str) -> bool:
    return "\n\n" in text or any(
        blank in text and (f"\n{blank}" in text or f"{blank}\n" in text) for blank in " \t\u3000"
    )


def _breaks(text: str, start: int, end: int) -> Iterator[Change]:
    for match in _BREAK.finditer(text, start, end):
        before = match.start()
        while text[before - 1] in _BLANKS:
            before -= 1
        after = _row_start(text, match.end())
        if text[before:after] != "\n":
            yield Change(before, after, "\n")


def _row_start(text: str, start: int) -> int:
    """Go back over the tabs that stand for empty first cells, where the line at `start` is a table row."""
    if text[start - 1 : start] != "\t":
        return start
    end = text.find("\n", start)
    if text.find("\t", start, end if end >= 0 else len(text)) < 0:
        return start
    while start and text[start - 1] == "\t":
        start -= 1
    return start


RULE = rule("whitespace", 7, _find)
