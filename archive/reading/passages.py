"""Which sentences of an article stand in others too, and where first."""

from __future__ import annotations

import re
import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from archive.copies.letters import letters_and_places, letters_of
from archive.copies.passages import Run, common_runs
from archive.copies.winnowing import fingerprints
from archive.reading.rows import Row, first_row, rows

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
SELECT articles.id, key, url, title, site, sites.title AS site_title, published_at, body
FROM articles JOIN article_text ON article_id = articles.id LEFT JOIN sites ON sites.name = site
WHERE articles.id = ? AND NOT EXISTS (SELECT 1 FROM articles AS part WHERE part.part_of_id = articles.id)
"""
_LIMIT: Final = "SELECT max(20, count(*) / 50) AS most FROM articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSentence:
    """One sentence that stands elsewhere."""

    text: str
    start: int
    """Code point of the body."""
    articles: int
    """Others that have it."""
    first: Row
    """Key, title, site, site_title and published_at of the earliest of them."""
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
    others = {row["id"]: row for row in _others(conn, found)}
    return PassagesPage(article=found, sentences=tuple(_sentences(found, others)))


def _others(conn: sqlite3.Connection, article: Row) -> Iterator[Row]:
    """Yield the articles with fingerprints in common; one that very many have is of a formula."""
    hashes = sorted({hashed for hashed, _ in fingerprints(article["body"])})
    pairs = rows(conn, _SHARING, {"hashes": str(hashes), "id": article["id"]})
    limit = first_row(conn, _LIMIT)
    frequency = Counter(row["hash"] for row in pairs)
    shared = Counter(row["article_id"] for row in pairs if limit and frequency[row["hash"]] <= limit["most"])
    for article_id, _ in shared.most_common(MOST_COMPARED):
        yield from rows(conn, _ARTICLE, article_id)


def _sentences(article: Row, others: Mapping[int, Row]) -> Iterator[SharedSentence]:
    letters, places = letters_and_places(article["body"])
    runs = {number: common_runs(letters, letters_of(other["body"])) for number, other in others.items()}
    for match in _SENTENCE.finditer(article["body"]):
        span = bisect_left(places, match.start()), bisect_left(places, match.end())
        having = [others[number] for number, found in runs.items() if _has(found, span)]
        if having:
            first = min(having, key=lambda other: (other["published_at"] or "9999", other["key"]))
            yield SharedSentence(
                text=match[0].strip(),
                start=match.start(),
                articles=len(having),
                first=first,
                is_earlier=(first["published_at"] or "9999") < (article["published_at"] or "9999"),
            )


def _has(runs: Iterable[Run], span: tuple[int, int]) -> bool:
    """Whether enough of a sentence, given in letters, stands in the runs."""
    start, end = span
    covered = max((min(end, run.end) - max(start, run.start) for run in runs), default=0)
    return covered >= min(LEAST_LETTERS, max(1, (end - start + 1) // 2))
