"""Parallel slogans (口号) in quotes: “安全第一、预防为主”, “比学习、比作风、比业绩”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.catalogue.numbered import is_numbered
from archive.catalogue.text import Text

_IN_QUOTES = re.compile(r"[“\"「『](?P<name>[^“”\"「」『』\n]{7,60})[”\"」』]")
_BETWEEN = re.compile(r"[、,;·]|\s+")
_MEMBER = re.compile(r"[㐀-鿿]{3,14}")
_MOST_MEMBERS = 12


def find_slogans(text: Text) -> Iterator[tuple[int, int]]:
    """Yield where the slogans stand, without quotes, closing marks and what follows a dash."""
    for match in _IN_QUOTES.finditer(text.folded):
        start, end = match.span("name")
        end = start + len(_without_end(match["name"]))
        if _is_parallel(text.folded[start:end]):
            yield start, end


def _without_end(quoted: str) -> str:
    dash = quoted.find("——")
    return (quoted[:dash] if dash > 0 else quoted).rstrip("。!?;,…、 ")


def _is_parallel(words: str) -> bool:
    """Members of one length, or, where there are more than two, of nearly one."""
    members = _BETWEEN.split(words)
    if not 2 <= len(members) <= _MOST_MEMBERS or is_numbered(words):
        return False
    if not all(_MEMBER.fullmatch(member) for member in members):
        return False
    lengths = [len(member) for member in members]
    return len(set(lengths)) == 1 or (len(members) > 2 and max(lengths) - min(lengths) <= 1)
