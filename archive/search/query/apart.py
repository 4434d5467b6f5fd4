"""What a query that finds nothing may mean: operators and marks inside of a word, as if blanks stood there.

    安全OR党建, 安全 OR党建, 安全或党建    安全 OR 党建
    安全+党建                              安全 党建
    安全-党建                              安全 -党建, then 安全 党建

As typed they are words: a text may hold them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

from archive.search.index.tokens import HAN
from archive.search.query.lexer import DASHES
from archive.search.query.parsed_query import Query
from archive.search.query.parser import parse

_INSIDE: Final = re.compile(
    rf"(?<=[{HAN}])(?P<operator>OR|AND|NOT|NEAR/\d{{1,3}}|或者?|以?及|和|与)(?=[{HAN}])"
    rf"|(?<=[{HAN}])(?P<before>OR|AND|NOT)(?=\s)|(?<=\s)(?P<behind>OR|AND|NOT)(?=[{HAN}])"
    rf"|(?<=[{HAN}])(?:(?P<dash>[{DASHES}])|[+/·・‧•_~=&])(?=[{HAN}])"
)


def readings_apart(query: str) -> Iterator[Query]:
    """Yield such readings, none where nothing is glued together."""
    typed = normalize("NFKC", query)
    found = [*_INSIDE.finditer(typed)]
    if any(each["dash"] for each in found):
        yield parse(_INSIDE.sub(lambda each: _parted(each, " -"), typed))
    if found:
        yield parse(_INSIDE.sub(lambda each: _parted(each, " "), typed))


def _parted(found: re.Match[str], dash: str) -> str:
    operator = found["operator"] or found["before"] or found["behind"]
    return f" {operator} " if operator else dash if found["dash"] else " "
