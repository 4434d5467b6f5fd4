"""Everything that the page of one article shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from archive.model import BlockKind, Gap
from archive.reading.citation import gb7714
from archive.reading.copies_panel import CopiesPanel, copies_panel, named_original
from archive.reading.evidence import Evidence, evidence_of
from archive.reading.hits import MOST_MARKED, find_hits
from archive.reading.neighbours import Neighbours, neighbours
from archive.reading.other_script import Script, in_script, other_script
from archive.reading.paragraphs import Paragraph, Piece, paragraphs
from archive.reading.rows import Row, first_row, rows
from archive.reading.statements import Statement, quantities_on, statements_on
from archive.reading.stored_text import blocks_of, find_article, gaps_of, one_paragraph
from archive.search.filters import Named

_PARTS = "SELECT key, title FROM articles WHERE part_of_id = ? ORDER BY id"
_LEVELS = "SELECT level FROM sections WHERE article_id = ? ORDER BY position"
_GENRE_CORRECTIONS = "SELECT value, reason, was FROM corrections WHERE key = ? AND what = 'genre'"
_WHOLE = "SELECT key, title FROM articles WHERE id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """One article with its evidence."""

    article: Row
    """A row of `articles`, with body, raw_text, site_title and site_kind; as kept, whatever is shown."""
    other_script: Script | None
    """The one that the text is not written in; None where it is in neither."""
    is_converted: bool
    """Title and paragraphs are shown in the other script."""
    title: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]
    unmarked: int
    """Matches of the query in the body behind the first `MOST_MARKED`."""
    levels: tuple[int, ...]
    """Of the sections in reading order; see the table `sections`."""
    gaps: tuple[Gap, ...]
    neighbours: Neighbours
    whole: Row | None
    """Key and title of the merged text that this one is a part of."""
    parts: tuple[Row, ...]
    """Keys and titles of the essays that this text merges, in their order."""
    statements: Mapping[Named, tuple[Statement, ...]]
    """What the catalogue states: campaigns, and organisations."""
    quantities: tuple[Statement, ...]
    """What it states in numbers, in its order."""
    genre_corrections: tuple[Row, ...]
    """value, reason and was of the line of corrections.csv that gave the genre."""
    copies: CopiesPanel | None
    """None if it has none."""
    named_original: Row | None
    """Of a mirror, url and key of the page that its path names; see `copies_panel`."""
    evidence: Evidence

    @property
    def citation(self) -> str:
        """After GB/T 7714."""
        return gb7714(self.article, self.evidence.cited_on)

    @property
    def hits(self) -> int:
        """Matches of the query that are marked in the body."""
        return max((x.number for p in self.paragraphs for cell in p.cells for x in cell), default=0)

    @property
    def runs(self) -> tuple[tuple[BlockKind, tuple[Paragraph, ...]], ...]:
        """The paragraphs in runs of one kind: the rows of a table, the items of a list."""
        return tuple((kind, tuple(run)) for kind, run in groupby(self.paragraphs, lambda each: each.kind))

    @property
    def outline(self) -> tuple[tuple[int, Paragraph], ...]:
        """The level of each section, and its heading as it is shown."""
        headings = (paragraph for paragraph in self.paragraphs if paragraph.kind == "heading")
        return tuple(zip(self.levels, headings, strict=True))


def article_page(conn: sqlite3.Connection, key: str, query: str = "", script: str = "") -> ArticlePage | None:
    """Return the article whose permalink is `key`, its matches of `query` marked; None if there is none.

    Where `script` is the one that it is not written in, text and title are shown in that.
    """
    article = find_article(conn, key)
    if article is None:
        return None
    other = other_script(article["script"])
    shown = other if other == script else None
    body, title = (_in(shown, article[name] or "") for name in ("body", "title"))
    gaps, blocks = gaps_of(conn, article["id"]), blocks_of(conn, article)
    hits = find_hits(body, query)
    return ArticlePage(
        article=article,
        other_script=other,
        is_converted=shown is not None,
        title=_marked(title, query),
        paragraphs=paragraphs(body, blocks, gaps, hits[:MOST_MARKED]),
        unmarked=len(hits[MOST_MARKED:]),
        levels=tuple(row["level"] for row in rows(conn, _LEVELS, article["id"])),
        gaps=gaps,
        neighbours=neighbours(conn, article),
        whole=first_row(conn, _WHOLE, article["part_of_id"]),
        parts=rows(conn, _PARTS, article["id"]),
        statements=statements_on(conn, article, blocks),
        quantities=quantities_on(conn, article, blocks),
        genre_corrections=rows(conn, _GENRE_CORRECTIONS, key),
        copies=copies_panel(conn, article, gaps),
        named_original=named_original(conn, article["url"]),
        evidence=evidence_of(conn, article),
    )


def _in(script: Script | None, text: str) -> str:
    return in_script(text, script) if script else text


def _marked(title: str, query: str) -> tuple[Piece, ...]:
    if not title:
        return ()
    return paragraphs(title, [one_paragraph(title)], (), find_hits(title, query)[:MOST_MARKED])[0].cells[0]
