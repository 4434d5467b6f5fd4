"""The text of an article as a reader asked for it: with the query's matches marked, in either script."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from archive.model import BlockKind, BodySpan, Gap
from archive.reading.article.other_script import Script, in_script, other_script
from archive.reading.article.paragraphs import Paragraph, Piece, marked, paragraphs
from archive.reading.article.stored_article import one_paragraph
from archive.reading.rows import Row, rows
from archive.search.in_text.needles import needles_of
from archive.search.in_text.snippet import spans_finder
from archive.search.query import parse

MOST_MARKED: Final = 1000
"""Matches that a page marks: each of them is a link, twenty times as long as the word."""
_LEVELS: Final = "SELECT level FROM sections WHERE article_id = ? ORDER BY position"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What a reader asked for."""

    query: str = ""
    """Whose matches are to be marked."""
    script: str = ""
    """The one to show the text in, where it is written in the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownText:
    """Title and body."""

    other_script: Script | None
    """The one that the text is not written in; None where it is in neither."""
    is_converted: bool
    """It is shown in the other script."""
    title: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]
    unmarked: int
    """Matches of the query in the body behind the first `MOST_MARKED`."""
    levels: tuple[int, ...]
    """Of the sections in reading order; see the table `sections`."""

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


def shown_text(
    conn: sqlite3.Connection, article: Row, blocks: Sequence[BodySpan], gaps: Sequence[Gap], reader: Reader
) -> ShownText:
    """Return the text of a row of `stored_article.find_article`, with its blocks and gaps."""
    other = other_script(article["script"])
    script = other if other == reader.script else None
    title, body = _in(script, article["title"] or ""), _in(script, article["body"])
    find = spans_finder(needles_of(parse(reader.query).expression))
    hits = find(body)
    of_title = paragraphs(title, [one_paragraph(title)], (), find(title)[:MOST_MARKED])
    return ShownText(
        other_script=other,
        is_converted=script is not None,
        title=of_title[0].cells[0] if title else (),
        paragraphs=paragraphs(body, blocks, gaps, hits[:MOST_MARKED]),
        unmarked=len(hits[MOST_MARKED:]),
        levels=tuple(row["level"] for row in rows(conn, _LEVELS, article["id"])),
    )


def shown_file(text: str, reader: Reader) -> tuple[Piece, ...]:
    """Return the text of an attachment, in its own script."""
    found = spans_finder(needles_of(parse(reader.query).expression))(text)
    return tuple(marked(text, (0, len(text)), found[:MOST_MARKED]))


def _in(script: Script | None, text: str) -> str:
    return in_script(text, script) if script else text
