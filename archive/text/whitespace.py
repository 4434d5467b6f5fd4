"""Blank lines, indentation, line ends and invisible characters: one paragraph a line and nothing around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_BLANK = "[ \\t\\u3000\\xa0\\u2000-\\u200a\\u202f\\u205f]"
_INVISIBLE = (
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\xad"
    "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff]"
)
_BREAK = "[\\n\\r\\x85\\u2028\\u2029]"
_AROUND_BREAK = re.compile(f"(?<!{_BLANK}){_BLANK}*{_BREAK}(?:{_BLANK}|{_BREAK})*")
_ODD_BLANK = re.compile("[\\xa0\\u2000-\\u200a\\u202f\\u205f]+")
_INVISIBLES = re.compile(f"{_INVISIBLE}+")


def _find(manuscript: Manuscript) -> Findings:
    return Findings(changes=_changes(manuscript.text))


def _changes(text: str) -> Iterator[Change]:
    body = text.strip()
    start = text.find(body) if body else len(text)
    end = start + len(body)
    yield Change(0, start)
    yield Change(end, len(text))
    for match in _AROUND_BREAK.finditer(text, start, end):
        if match[0] != "\n":
            yield Change(match.start(), match.end(), "\n")
    for match in _INVISIBLES.finditer(text, start, end):
        yield Change(match.start(), match.end())
    for match in _ODD_BLANK.finditer(text, start, end):
        yield Change(match.start(), match.end(), " ")


RULE = rule("whitespace", 1, _find)
