"""Everything that the page of one article shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from archive.model import BlockKind, BodySpan, Edit, Gap
from archive.reading.citation import gb7714
from archive.reading.copies_panel import CopiesPanel, copies_panel, named_original
from archive.reading.differences import ChangedLine, compare
from archive.reading.hits import find_hits
from archive.reading.neighbours import Neighbours, neighbours
from archive.reading.other_script import Script, in_script, other_script
from archive.reading.paragraphs import Paragraph, Piece, paragraphs
from archive.reading.repairs import RuleEdits, by_rule
from archive.reading.rows import Row, first_row, rows
from archive.reading.statements import Statement, quantities_on, statements_on
from archive.search.filters import Named

_ARTICLE = """
SELECT articles.*, body, raw_text, sites.title AS site_title, sites.kind AS site_kind
FROM articles JOIN article_text ON article_id = articles.id LEFT JOIN sites ON sites.name = articles.site
WHERE key = ?
"""
_CAPTURES = """
SELECT captures.*, position FROM article_captures JOIN captures ON captures.id = capture_id
WHERE article_id = ? ORDER BY position
"""


_PARTS = "SELECT key, title FROM articles WHERE part_of_id = ? ORDER BY id"
_LEVELS = "SELECT level FROM sections WHERE article_id = ? ORDER BY position"
_GENRE_CORRECTIONS = "SELECT value, reason, was FROM corrections WHERE key = ? AND what = 'genre'"
_WHOLE = "SELECT key, title FROM articles WHERE id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text that was seen at the address."""

    row: Row
    """A row of `versions`."""
    changed: tuple[ChangedLine, ...]
    """Against the version before; empty for the first."""
    former_title: str | None
    """The title before, where it differs."""


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
    levels: tuple[int, ...]
    """Of the sections in reading order; see the table `sections`."""
    gaps: tuple[Gap, ...]
    captures: tuple[Row, ...]
    """Rows of `captures` in reading order."""
    attachments: tuple[Row, ...]
    origins: Mapping[str, str]
    """Where each column of `article` that text or page states was read; see the table `field_origins`."""
    embedded: tuple[Row, ...]
    """Rows of `embedded`: pictures and frames in page order."""
    takedowns: tuple[Row, ...]
    """Rows of `takedowns`: when the site took it away, and what showed it."""
    versions: tuple[Version, ...]
    """The newest first."""
    neighbours: Neighbours
    edits: tuple[Edit, ...]
    repairs: tuple[RuleEdits, ...]
    """The edits by rule."""
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
    cited_on: str
    """UTC; when the text was captured."""

    @property
    def citation(self) -> str:
        """After GB/T 7714."""
        return gb7714(self.article, self.cited_on)

    @property
    def hits(self) -> int:
        """Matches of the query in the body."""
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
    gaps, blocks = _gaps(conn, article["id"]), _blocks(conn, article)
    return ArticlePage(
        article=article,
        other_script=other,
        is_converted=shown is not None,
        title=paragraphs(title, _whole(title), (), find_hits(title, query))[0].cells[0] if title else (),
        paragraphs=paragraphs(body, blocks, gaps, find_hits(body, query)),
        levels=tuple(row["level"] for row in rows(conn, _LEVELS, article["id"])),
        gaps=gaps,
        captures=(captures := rows(conn, _CAPTURES, article["id"])),
        attachments=_of_article(conn, "attachments", article["id"]),
        origins={row["field"]: row["origin"] for row in _of_article(conn, "field_origins", article["id"])},
        embedded=_of_article(conn, "embedded", article["id"]),
        neighbours=neighbours(conn, article),
        takedowns=_of_article(conn, "takedowns", article["id"]),
        versions=_versions(_of_article(conn, "versions", article["id"])),
        edits=(edits := edits_of(conn, article["id"])),
        repairs=by_rule(article["raw_text"], edits),
        whole=first_row(conn, _WHOLE, article["part_of_id"]),
        parts=rows(conn, _PARTS, article["id"]),
        statements=statements_on(conn, article, blocks),
        quantities=quantities_on(conn, article, blocks),
        genre_corrections=rows(conn, _GENRE_CORRECTIONS, key),
        copies=copies_panel(conn, article, gaps),
        named_original=named_original(conn, article["url"]),
        cited_on=captures[-1]["captured_at"] if captures else article["last_seen"],
    )


def find_article(conn: sqlite3.Connection, key: str) -> Row | None:
    """Return the row whose permalink is `key`, see `ArticlePage.article`; None if there is none."""
    return first_row(conn, _ARTICLE, key)


def _in(script: Script | None, text: str) -> str:
    return in_script(text, script) if script else text


def _of_article(conn: sqlite3.Connection, table: str, article_id: int) -> tuple[Row, ...]:
    return rows(conn, f"SELECT * FROM {table} WHERE article_id = ? ORDER BY id", article_id)


def _gaps(conn: sqlite3.Connection, article_id: int) -> tuple[Gap, ...]:
    found = rows(conn, "SELECT * FROM gaps WHERE article_id = ? ORDER BY position", article_id)
    return tuple(
        Gap(position=row["position"], kind=row["kind"], omitted_chars=row["omitted_chars"]) for row in found
    )


def _blocks(conn: sqlite3.Connection, article: Row) -> Sequence[BodySpan]:
    """The stored blocks; an empty body has one, so that its gap can be shown."""
    found = rows(conn, "SELECT * FROM blocks WHERE article_id = ? ORDER BY position", article["id"])
    return [
        BodySpan(kind=row["kind"], level=row["level"], start=row["start"], end=row["end"]) for row in found
    ] or _whole(article["body"])


def _whole(text: str) -> list[BodySpan]:
    return [BodySpan(kind="paragraph", level=0, start=0, end=len(text))]


def edits_of(conn: sqlite3.Connection, article_id: int) -> tuple[Edit, ...]:
    """Return the edits of an article, ascending."""
    found = rows(conn, "SELECT * FROM edits WHERE article_id = ? ORDER BY start, id", article_id)
    names = Edit.__dataclass_fields__
    return tuple(Edit(**{name: row[name] for name in names}) for row in found)


def _versions(found: Sequence[Row]) -> tuple[Version, ...]:
    """Each version against the one seen before it."""
    ordered = sorted(found, key=lambda row: (row["seen_from"], row["id"]))
    earlier = [None, *ordered]
    versions = [_version(row, before) for before, row in zip(earlier, ordered, strict=False)]
    return tuple(reversed(versions))


def _version(row: Row, before: Row | None) -> Version:
    if before is None:
        return Version(row=row, changed=(), former_title=None)
    renamed = before["title"] != row["title"]
    return Version(
        row=row,
        changed=compare(before["body"], row["body"]),
        former_title=(before["title"] or "–") if renamed else None,
    )
