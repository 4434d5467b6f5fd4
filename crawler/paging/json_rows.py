"""Rows of a list that come as JSON: what an address answers to a script, or an array within one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from itertools import islice
from typing import Any

from archive.dates import parse_date

_WRAPPED = re.compile(r"[\w.$]{1,80}\s{0,9}\(\s{0,99}(?=[\[{])")
"""JSONP: a call of one function."""
_ARRAY = re.compile(r"[=(]\s{0,99}(?=\[\s{0,99}\{)")
_MOST = 20
"""Arrays of one page that are read."""
_TOKEN = re.compile(
    r"\s{0,999}(?:(?P<text>'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\")|(?P<name>[A-Za-z_$][\w$]{0,60})(?=\s{0,99}:)"
    r"|(?P<end>,?\s{0,999}[\]}])|(?P<mark>[\[{,:]|-?\d[\d.]{0,20}|true|false|null))"
)
"""Of an array as a script writes it."""
_ADDRESS = re.compile(r"(?:https?://|\.{0,2}/|[\w-]+[/.])[^\s<>\"']{1,500}", re.ASCII)
_NUMBERS = re.compile(r"[\d\s:./-]+")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|bmp|webp|svg|ico|css|js)(?:\?|$)", re.IGNORECASE)
_LONGEST_DATE = 30
_WORDS = re.compile(r"[\u3400-\u9fff]")


def is_json(text: str) -> bool:
    """Tell whether an answer is JSON or JSONP, and no page."""
    return isinstance(_whole(text), dict | list)


def rows_of(text: str) -> str:
    """Return HTML of the rows: each a link with its title and date; rows that are HTML themselves as such.

    A row without an address of its own gives nothing.
    """
    arrays = (match.end() for match in islice(_ARRAY.finditer(text), _MOST))
    found = [_whole(text) or [_decoded(text, at) or _decoded(_as_json(text, at), 0) for at in arrays]]
    return "".join(row for value in found for row in _rows(value))


def _whole(text: str) -> Any:
    start = len(text) - len(text.lstrip())
    wrapped = _WRAPPED.match(text, start)
    start = wrapped.end() if wrapped else start
    return _decoded(text, start) if text[start : start + 1] in ("[", "{") else None


def _decoded(text: str, start: int) -> Any:
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return None


def _as_json(text: str, start: int) -> str:
    """Return an array of a script as JSON: `[{title: '…', 'link_add': '…',}]`. What is no literal ends it."""
    written: list[str] = []
    depth = 0
    while token := _TOKEN.match(text, start):
        start = token.end()
        written.append(_token_as_json(token))
        depth += {"mark": written[-1] in "[{", "end": -1}.get(token.lastgroup or "", 0)
        if depth <= 0:
            break
    return "".join(written)


def _token_as_json(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "text":
            return '"' + token["text"][1:-1].replace("\\'", "'").replace('\\"', '"').replace('"', '\\"') + '"'
        case "name":
            return f'"{token["name"]}"'
        case "end":
            return token["end"][-1]
        case _:
            return token["mark"]


def _rows(value: Any) -> Iterator[str]:
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            waiting.extend(reversed([part for part in value.values() if not _is_plain(part)]))
            yield from _row(value)
        elif isinstance(value, str) and "<a" in value:
            yield value


def _is_plain(value: Any) -> bool:
    return not isinstance(value, dict | list) and "<a" not in str(value)


def _row(record: dict[str, Any]) -> Iterator[str]:
    texts = {name: text for name, text in record.items() if isinstance(text, str) and "<" not in text}
    addresses = {name: text for name, text in texts.items() if _is_address(text)}
    titles = {name: text for name, text in texts.items() if _WORDS.search(text)}
    if addresses and titles:
        dates = " ".join(text for text in texts.values() if len(text) < _LONGEST_DATE and parse_date(text))
        address, title = escape(_named("url|link|href", addresses)), escape(_named("title", titles))
        yield f'<p><a href="{address}" title="{title}">{title}</a> <i>{escape(dates)}</i></p>'


def _is_address(text: str) -> bool:
    return bool(_ADDRESS.fullmatch(text)) and not _PICTURE.search(text) and not _NUMBERS.fullmatch(text)


def _named(pattern: str, texts: dict[str, str]) -> str:
    """Return the text whose name fits, else the first."""
    named = (text for name, text in texts.items() if re.search(pattern, name, re.IGNORECASE))
    return next(named, next(iter(texts.values())))
