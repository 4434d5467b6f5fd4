"""Strings that a script holds, and what stands beside each in its object: title, author, source, date."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from archive.byline import names_nobody
from archive.dates import dated_fields, parse_date
from archive.invisible import visible
from archive.model import FieldName

_PART = re.compile(
    r"(?:(?<![\w$])(?P<key>[A-Za-z]\w{1,30})[\"']?\s*+)?[:=(,]\s*+"
    r"(?:\"(?P<double>(?:[^\"\\]++|\\.)*+)\"|'(?P<single>(?:[^'\\]++|\\.)*+)')(?!\s*+:)|[{}]",
    re.DOTALL,
)
"""A brace, or a string behind the sign that leads a value: a quote in a comment or in a pattern (/[\"']/)
begins none, and an escaped one never does, so that a row of them takes no longer than its length. What
a colon follows is a key."""
_WRITTEN_MARKUP = re.compile(r"&lt;(?:p|br|div|section|/p)\b", re.IGNORECASE)
_LONGEST_FACT = 100
_DEEPEST = 500
"""Objects in objects, each with what stands in it: a page may open millions of braces."""
_OF_TEXT = r"(?i:(?:art(?:icle)?|news|info|doc|content)_?)?"
_TITLE = re.compile(rf"{_OF_TEXT}(?i:title|headline|biaoti)")
_AUTHOR = re.compile(rf"{_OF_TEXT}(?i:author|writer|zuozhe)(?i:_?name)?")
_SOURCE = re.compile(rf"{_OF_TEXT}(?i:source|origin|laiyuan|copyfrom)(?i:_?name)?")
_DATE = re.compile(r"(?i:(?:publish|pub|release|issue|news|art(?:icle)?)(?:ed)?_?(?:time|date|at|on))")
"""Keys as the programs of portals name them."""


class Held(NamedTuple):
    """A long string, and what its object states of it."""

    text: str
    """Empty of what a hidden `<textarea>` held."""
    beside: Mapping[str, str]
    """The short strings of the same object, by their keys; complete once the whole script is read."""


def held_strings(script: str, shortest: int) -> list[Held]:
    """Return the strings of at least `shortest` characters as written, those of JSON within JSON too."""
    found: list[Held] = []
    around: list[dict[str, str]] = [{}]
    for part in _PART.finditer(script):
        if part[0] == "{":
            around.append({} if len(around) < _DEEPEST else around[-1])
        elif part[0] != "}":
            found += _read(part, around[-1], shortest)
        elif len(around) > 1:
            around.pop()
    return found


def _read(part: re.Match[str], beside: dict[str, str], shortest: int) -> list[Held]:
    written = part["double"] or (part["single"] or "").replace(r"\'", "'").replace('"', r"\"")
    is_long = len(written) >= shortest
    text = _decoded(written) if is_long or part["key"] else None
    if not text:
        return []
    if is_long:
        return held_strings(text, shortest) if text.lstrip()[:1] in ("{", "[") else [Held(text, beside)]
    beside.setdefault(part["key"], visible(text))
    return []


def _decoded(written: str) -> str | None:
    """Read a string as JSON writes it; None for what only looks like one."""
    try:
        text = str(json.loads(f'"{written}"', strict=False))
    except ValueError:
        return None
    return html.unescape(text) if _WRITTEN_MARKUP.search(text) else text


def title_beside(held: Held) -> str | None:
    """Return the title that the object of a text states."""
    return next(_values(held, _TITLE), None)


def fields_beside(held: Held) -> Mapping[FieldName, str | int]:
    """Return author, source and date of publication that the object of a text states."""
    author, source = next(_values(held, _AUTHOR), None), next(_values(held, _SOURCE), None)
    return {
        **({"author": author} if author else {}),
        **({"source": source} if source else {}),
        **dated_fields(next(filter(None, map(parse_date, _values(held, _DATE))), None)),
    }


def _values(held: Held, key: re.Pattern[str]) -> Iterator[str]:
    named = (value for name, value in held.beside.items() if key.fullmatch(name))
    return (value for value in named if not names_nobody(value) and len(value) <= _LONGEST_FACT)
