"""Which sentences of an article stand in others too, and where first."""

from __future__ import annotations

import re
import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from archive.copies.earliest import first_of_all
from archive.copies.letters import letters_and_places, letters_of
from archive.copies.passages import Run, common_runs
from archive.copies.winnowing import NOISE, fingerprints
from archive.reading.rows import Row, counted, first_row, rows
from archive.store.copies.index import MOST_WITH_PASSAGE

MOST_COMPARED: Final = 200
"""Articles, those with the most fingerprints in common first."""

LEAST_LETTERS: Final = 24
"""Of a sentence that must stand elsewhere, or the half of one that is shorter."""

_SENTENCE: Final = re.compile(r"[^。！？；!?;\n]+[。！？；!?;”’]*")

_SHARING: Final = """
SELECT hash, article_id FROM fingerprints WHERE hash IN (SELECT value FROM json_each(:hashes))
AND article_id != :id AND article_id NOT IN (
  SELECT article_id FROM copies WHERE cluster = (SELECT cluster FROM copies WHERE article_id = :id)
)
"""
_ARTICLE: Final = """
SELECT articles.id, key, url, articles.title, site, sites.title AS site_title, published_at, flags,
    original_id, sites.kind AS site_kind, body
FROM articles JOIN article_text ON article_text.article_id = articles.id
LEFT JOIN copies ON copies.article_id = articles.id LEFT JOIN sites ON sites.name = site
WHERE articles.id = ? AND NOT EXISTS (SELECT 1 FROM articles AS part WHERE part.part_of_id = articles.id)
"""
_MOST: Final = f"SELECT ({MOST_WITH_PASSAGE}) AS articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSentence:
    """One sentence that stands elsewhere."""

    text: str
    start: int
    """Code point of the body."""
    articles: int
    """Others that have it."""
    first: Row
    """Key, title, site, site_title and published_at of the earliest of them; see `first_of_all`."""
    is_earlier: bool
    """That one is older than this article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassagesPage:
    """The sentences of one article that stand elsewhere, in their order."""

    article: Row
    sentences: tuple[SharedSentence, ...]


def passages_page(conn: sqlite3.Connection, key: str) -> PassagesPage | None:
    """Return the sentences that the article `key` shares with texts that are no copies of it."""
    found = first_row(conn, "SELECT id, key, title, body, published_at FROM texts WHERE key = ?", key)
    if found is None:
        return None
    places = fingerprints(found["body"])
    pairs = rows(conn, _SHARING, {"hashes": str(sorted({hashed for hashed, _ in places})), "id": found["id"]})
    set_phrases = _set_phrases(conn, pairs)
    shared = Counter(row["article_id"] for row in pairs if row["hash"] not in set_phrases)
    others = {
        row["id"]: row
        for number, _ in shared.most_common(MOST_COMPARED)
        for row in rows(conn, _ARTICLE, number)
    }
    phrases_at = [at for hashed, at in places if hashed in set_phrases]
    return PassagesPage(article=found, sentences=tuple(_sentences(found, others, phrases_at)))


def _set_phrases(conn: sqlite3.Connection, pairs: Iterable[Row]) -> frozenset[int]:
    """Return the fingerprints that very many articles have; each pair is one and an article that has it."""
    most = counted(conn, _MOST)["articles"]
    frequency = Counter(row["hash"] for row in pairs)
    return frozenset(hashed for hashed, count in frequency.items() if count > most)


def _sentences(
    article: Row, others: Mapping[int, Row], phrases_at: Sequence[int]
) -> Iterator[SharedSentence]:
    letters, places = letters_and_places(article["body"])
    runs = {number: common_runs(letters, letters_of(other["body"])) for number, other in others.items()}
    for match in _SENTENCE.finditer(article["body"]):
        span = bisect_left(places, match.start()), bisect_left(places, match.end())
        if _is_set_phrase(span, [bisect_left(places, at) for at in phrases_at]):
            continue
        having = [others[number] for number, found in runs.items() if _has(found, span)]
        if having:
            first = min(having, key=first_of_all)
            yield SharedSentence(
                text=match[0].strip(),
                start=match.start(),
                articles=len(having),
                first=first,
                is_earlier=(first["published_at"] or "9999") < (article["published_at"] or "9999"),
            )


def _is_set_phrase(span: tuple[int, int], beginnings: Iterable[int]) -> bool:
    """Whether a third of a sentence, given in letters, is of fingerprints that begin at these letters."""
    start, end = span
    covered = {letter for at in beginnings for letter in range(max(start, at), min(end, at + NOISE))}
    return 3 * len(covered) >= end - start and bool(covered)


def _has(runs: Iterable[Run], span: tuple[int, int]) -> bool:
    """Whether enough of a sentence, given in letters, stands in the runs."""
    start, end = span
    covered = max((min(end, run.end) - max(start, run.start) for run in runs), default=0)
    return covered >= min(LEAST_LETTERS, max(1, (end - start + 1) // 2))
