"""Everything that the page of one article shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from archive.model import Gap
from archive.reading.article.abridgements import Abridgement, abridgements_on
from archive.reading.article.citation import gb7714
from archive.reading.article.copies_panel import CopiesPanel, copies_panel, named_original
from archive.reading.article.evidence import Evidence, evidence_of
from archive.reading.article.paragraphs import Piece
from archive.reading.article.same_site import Neighbours, neighbours
from archive.reading.article.shown_text import Reader, ShownText, shown_file, shown_text
from archive.reading.article.statements import Quantities, Statement, quantities_on, statements_on
from archive.reading.article.stored_article import blocks_of, find_article, gaps_of
from archive.reading.rows import Row, first_row, rows
from archive.search.query.filters import Named

_PARTS: Final = "SELECT key, title FROM articles WHERE part_of_id = ? ORDER BY id"
_GENRE_CORRECTIONS: Final = "SELECT value, reason, was FROM corrections WHERE key = ? AND what = 'genre'"
_WHOLE: Final = "SELECT key, title FROM articles WHERE id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """One article with its evidence."""

    article: Row
    """A row of `articles`, with body, raw_text, site_title and site_kind; as kept, whatever is shown."""
    text: ShownText
    gaps: tuple[Gap, ...]
    abridgements: tuple[Abridgement, ...]
    """What its editor says of having shortened it."""
    neighbours: Neighbours
    whole: Row | None
    """Key and title of the merged text that this one is a part of."""
    parts: tuple[Row, ...]
    """Keys and titles of the essays that this text merges, in their order."""
    statements: Mapping[Named, tuple[Statement, ...]]
    """What the catalogue states: campaigns, organisations and formulas."""
    quantities: Quantities
    genre_corrections: tuple[Row, ...]
    """value, reason and was of the line of corrections.csv that gave the genre."""
    copies: CopiesPanel | None
    """None if it has none."""
    named_original: Row | None
    """Of a mirror, url and key of the page that its path names; see `copies_panel`."""
    evidence: Evidence
    files: tuple[tuple[Piece, ...], ...]
    """The text of each of the evidence's attachments; nothing of one that has none."""

    @property
    def citation(self) -> str:
        """After GB/T 7714."""
        return gb7714(self.article, self.evidence.cited_on)


def article_page(conn: sqlite3.Connection, key: str, reader: Reader) -> ArticlePage | None:
    """Return the article whose permalink is `key`; None if there is none."""
    article = find_article(conn, key)
    if article is None:
        return None
    gaps, blocks = gaps_of(conn, article["id"]), blocks_of(conn, article)
    evidence = evidence_of(conn, article)
    return ArticlePage(
        article=article,
        text=shown_text(conn, article, blocks, gaps, reader),
        gaps=gaps,
        abridgements=abridgements_on(article, blocks),
        neighbours=neighbours(conn, article),
        whole=first_row(conn, _WHOLE, article["part_of_id"]),
        parts=rows(conn, _PARTS, article["id"]),
        statements=statements_on(conn, article, blocks),
        quantities=quantities_on(conn, article, blocks),
        genre_corrections=rows(conn, _GENRE_CORRECTIONS, key),
        copies=copies_panel(conn, article, gaps),
        named_original=named_original(conn, article["url"]),
        evidence=evidence,
        files=tuple(shown_file(file["text"] or "", reader) for file in evidence.attachments),
    )
