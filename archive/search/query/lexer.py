"""A query cut into words, phrases, operators, brackets and field names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias
from unicodedata import normalize

from archive.fold import fold
from archive.search.index.tokens import HAN
from archive.search.query.filters import FIELDS

LexemeKind: TypeAlias = Literal["word", "phrase", "field", "or", "and", "not", "near", "open", "close"]

_SPELLED: Final[dict[str, LexemeKind]] = {"OR": "or", "AND": "and", "NOT": "not"}
"""In capitals anywhere; others are read by `spelled_operators`."""
_NEAR: Final = re.compile(r"NEAR/?(?P<distance>\d*)|(?i:NEAR)/(?P<spelled>\d+)")
NEAR_DISTANCE: Final = 10
"""Of NEAR without a number."""

DASHES: Final = r"\-‐‑‒–—―−"
"""What input methods and word processors put for a minus."""
_DOUBLE: Final = '"“”„‟〝〞'
_BREAKS: Final = "，、；。！？,;!?…《》〈〉【】〔〕[]{}"
"""What stands between words of running text; a query copied from it means all of them."""

WILDCARD_PLACE: Final = rf"(?<=[{HAN}])\?(?=[{HAN}])"
"""Where a question mark is a wildcard, in folded text; elsewhere it is punctuation."""

# Read on the folded query, so that ＂（：｜－ are what their half-width forms are.
_LEXEME: Final = re.compile(
    rf"""
    [{_DOUBLE}](?P<double>[^{_DOUBLE}]*)(?:[{_DOUBLE}](?P<star>\*)?|$)
    | 「(?P<corner>[^」]*)(?:」|$) | 『(?P<white>[^』]*)(?:』|$) | «(?P<angle>[^»]*)(?:»|$)
    | ‘(?P<single>[^’]*)’ | (?<!\w)'(?P<ascii>[^']*[{HAN}][^']*)'
    | (?P<open>\() | (?P<close>\)) | (?P<or>\|+) | (?P<and>&+)
    | (?<![^\s(|&])(?P<not>[{DASHES}])(?=[^\s{DASHES}])
    | (?<!\w)(?P<field>{"|".join(sorted(FIELDS, key=len, reverse=True))})\s*:
    | (?<=:)(?P<bracketed>[{HAN}]+\([{HAN}]{{1,4}}\)[{HAN}]*)
    | (?P<word>(?:[^\s()|&{_DOUBLE}「『«‘{re.escape(_BREAKS)}]|{WILDCARD_PLACE})+)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece; `text` as typed."""

    kind: LexemeKind
    text: str
    is_prefix: bool = False
    """A `*` stands behind the word."""
    distance: int = 0
    """Of NEAR, as typed."""
    is_glued: bool = False
    """Nothing stands between it and the piece before."""
    is_listed: bool = False
    """Only 、 stands there, or before a number a comma: 文种:讲话、通知, 年:2010,2012."""


def read_lexemes(query: str) -> Iterator[Lexeme]:
    """Yield the pieces of a query; what is none of them is passed over."""
    behind, folded = -1, fold(query)
    for match in _LEXEME.finditer(folded):
        kind, (start, end) = match.lastgroup, match.span(match.lastgroup or 0)
        lexeme = _lexeme(kind or "", query[start:end], match)
        between = folded[behind : match.start()] if behind >= 0 else None
        is_listed = between == "、" or (between == "," and lexeme.text[:1].isdigit())
        yield replace(lexeme, is_glued=between == "", is_listed=is_listed)
        behind = match.end()


def _lexeme(group: str, typed: str, match: re.Match[str]) -> Lexeme:
    match group:
        case "word" if near := _NEAR.fullmatch(normalize("NFKC", typed)):
            return Lexeme("near", typed, distance=_distance(near))
        case "word":
            word = typed.rstrip("*＊")
            return Lexeme(_SPELLED.get(normalize("NFKC", word), "word"), word, word != typed)
        case "field":
            return Lexeme("field", typed)
        case "or" | "and" | "not" | "open" | "close":
            return Lexeme(group, typed)
        case "star":
            start, end = match.span("double")
            return Lexeme("phrase", match.string[start:end], True)
    return Lexeme("phrase", typed)


def _distance(near: re.Match[str]) -> int:
    return int(near["distance"] or near["spelled"] or NEAR_DISTANCE)
