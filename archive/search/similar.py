"""Words of the archive that differ from a word by one character: 安全省产 → 安全生产.

For Chinese the index is asked for texts in which what stands before and behind a place of the word are near
each other, or for those with all of it but one end; the texts then show what stands in the place. For other
words the index's own list is looked through.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import Final

from archive.fold import fold
from archive.search.index.stored_texts import texts_of
from archive.search.index.tokens import HAN, phrase_of
from archive.search.query.compiler import compile_expression
from archive.search.query.expression import Near, Term

TEXTS: Final = 40
"""Texts looked into for each place of a word."""
LONGEST: Final = 12
"""Words of more characters are sentences: what differs from them by one character is no word either."""
LEAST_KNOWN: Final = 3
"""Characters that tell a word without its first or last one: behind two stands any word's beginning."""

_HAN_WORD: Final = re.compile(f"[{HAN}]{{2,{LONGEST}}}")
_OTHER_WORD: Final = re.compile(r"[a-z0-9]{3,20}")
_NEWEST: Final = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
_OTHERS: Final = "SELECT term, doc FROM articles_tokens WHERE term >= ? AND term < ?"


def similar_words(cursor: sqlite3.Cursor, word: str) -> list[str]:
    """Return words one character away, folded, the likeliest first; the cursor must give plain tuples."""
    folded = fold(word)
    if _HAN_WORD.fullmatch(folded):
        found = Counter(_similar_han(cursor, folded))
    elif _OTHER_WORD.fullmatch(folded):
        found = Counter(_similar_others(cursor, folded))
    else:
        return []
    del found[folded]
    return [similar for similar, _ in found.most_common()]


def _similar_han(cursor: sqlite3.Cursor, word: str) -> Iterator[str]:
    yield from (other for other in _exchanged(word) if texts_with(cursor, _term(other)))
    for at in range(1, len(word)):
        yield from _between(cursor, word[:at], word[at:])
        if at + 1 < len(word):
            yield from _between(cursor, word[:at], word[at + 1 :])
    if len(word) > LEAST_KNOWN:
        yield from _matching(cursor, _term(word[1:]), f"[{HAN}]{word[1:]}")
        yield from _matching(cursor, _term(word[:-1]), f"{word[:-1]}[{HAN}]")


def _exchanged(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _between(cursor: sqlite3.Cursor, before: str, behind: str) -> Iterator[str]:
    """Words of the two with at most one character between them."""
    yield from _matching(cursor, Near(_term(before), _term(behind), 1), f"{before}[{HAN}]?{behind}")


def _matching(cursor: sqlite3.Cursor, expression: Near | Term, pattern: str) -> Iterator[str]:
    for article_id in texts_with(cursor, expression):
        for text in texts_of(cursor.connection, article_id):
            yield from re.findall(pattern, fold(text))


def texts_with(cursor: sqlite3.Cursor, expression: Near | Term) -> list[int]:
    """Return the ids of the articles that came into the archive last; the cursor must give plain tuples."""
    rows = cursor.execute(_NEWEST, (compile_expression(expression), TEXTS))
    return [article_id for (article_id,) in rows.fetchall()]


def _term(text: str) -> Term:
    phrase = phrase_of(text)
    assert phrase
    return Term(text=text, phrase=phrase)


def _similar_others(cursor: sqlite3.Cursor, word: str) -> Iterator[str]:
    for first in dict.fromkeys(word[:2]):
        for term, articles in cursor.execute(_OTHERS, (first, chr(ord(first) + 1))):
            if abs(len(term) - len(word)) <= 1 and _is_one_apart(term, word):
                yield from [term] * articles


def _is_one_apart(one: str, other: str) -> bool:
    """Whether one character put in, left out, put for another or exchanged with the next makes the other."""
    pairs = enumerate(zip(one, other, strict=False))
    start = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    rest, beside = one[start:], other[start:]
    return (
        rest[1:] == beside[1:]
        or rest[1:] == beside
        or rest == beside[1:]
        or (rest[:2] == beside[1::-1] and rest[2:] == beside[2:])
    )
