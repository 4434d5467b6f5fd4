"""The nouns of the archive: frozen data that every floor above shares.

Three forms of one text, in the order in which they arise:

    Capture     the bytes of one response or file, as evidence
    Extraction  what a reader made of the bytes: blocks in page order, and what the page says of itself
    Article     the clean text, with every edit and gap that lies between it and the extraction

All offsets are code points, half-open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from archive.statements import NOTHING, Catalogued

FieldName: TypeAlias = Literal[
    "abstract",
    "addressee",
    "author",
    "captions",
    "claimed_url",
    "comments",
    "declared_pages",
    "document_number",
    "downloads",
    "editor",
    "event_on",
    "genre",
    "icp",
    "keywords",
    "masked_count",
    "omitted_pages",
    "photographer",
    "published_at",
    "published_precision",
    "script",
    "section",
    "shown_pages",
    "site_name",
    "source",
    "vendor",
    "views",
    "views_seen_on",
    "written_on",
]
"""Columns of `articles` that a text or a page may state about itself.

`published_at`, `written_on`, `event_on`: Beijing time, ISO 8601 without a zone, cut to what is printed.
`published_precision`: year, month, day, minute or second.
`author`, `source`, `editor`, `photographer`, `keywords`: one string, several names joined by one blank.
`captions`: one string, one caption a line.
`script`: Simplified or Traditional. `genre`: canonical Simplified (意见, 讲话, 通讯 …).
`views`, `downloads`, `comments`, `masked_count`, `declared_pages`, `shown_pages`, `omitted_pages`: int.
All others: str.
"""

Fields: TypeAlias = Mapping[FieldName, str | int]
"""What was found; what was not found is absent."""

PageKind: TypeAlias = Literal[
    "article",
    "listing",
    "home",
    "search",
    "login",
    "not_found",
    "error",
    "redirect",
    "shell",
    "empty",
    "unreadable",
]
"""`article`, or what the page is instead.

`redirect`: leads to another page by a script or a refresh. `shell`: filled by scripts, so its text can only
be had through a browser.
"""

Confidence: TypeAlias = Literal["high", "low"]

Completeness: TypeAlias = Literal["complete", "truncated", "members_only", "fragment", "unknown"]

SHOWN_IN_PART: tuple[Completeness, ...] = ("truncated", "members_only", "fragment")
"""What is counted as shown in part, wherever that is counted; its form in Python is one in SQL too."""

BlockKind: TypeAlias = Literal[
    "paragraph", "heading", "list_item", "table_row", "caption", "signature", "attachment"
]

GapKind: TypeAlias = Literal["head", "inline", "tail"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One response, or one imported file, as a reader gets it."""

    url: str
    """Address after redirects; `urn:sha256:<hex>` of an imported file."""
    captured_at: str
    """UTC, ISO 8601 to the second, ends in Z."""
    body: bytes
    """Transfer and content encodings undone; charset untouched."""
    status: int | None = None
    """HTTP status; None for a file."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Response headers, names in lower case; of several of one name the last."""
    file_name: str | None = None
    """Name of an imported file, without its folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item, table row, caption, signature or attachment line."""

    kind: BlockKind
    text: str
    """Without line breaks; the cells of a table row are separated by one tab."""
    level: int = 0
    """Headings: 1 for 一、, 2 for （一）, 3 for 1. (h1 … h6 where nothing is numbered); else 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLink:
    """A file (docx, pdf, xls …) that an article links to."""

    url: str
    name: str
    """The link's text, or the file's name where the link has none."""


FieldOrigin: TypeAlias = Literal[
    "text", "byline", "credit", "meta", "microdata", "json_ld", "script", "url", "title", "frame"
]
"""Where a page states a field, in the order of trust.

`text`: in the clean text, where it is repaired. `byline`: printed beside the title, or where the site's rule
says. `credit`: signed in or below the text. `title`: what the page's head adds to the article's title.
`frame`: the lines around the text, see `Extraction.frame`.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """A picture or a frame within the text, which the text leaves out."""

    kind: Literal["image", "frame"]
    url: str
    """Absolute."""
    name: str
    """An image's alt, a frame's title; empty where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What a reader made of one capture. Nothing is repaired yet."""

    url: str
    kind: PageKind
    blocks: tuple[Block, ...] = ()
    """The text proper in page order, without title and byline."""
    title: str | None = None
    byline: str | None = None
    """The line(s) with date, source, author, views as printed, joined by line breaks."""
    fields: Fields = field(default_factory=dict)
    """From byline, meta tags and microdata; as printed, so damage is still in them."""
    origins: Mapping[FieldName, FieldOrigin] = field(default_factory=dict)
    """Where each of `fields` was stated; empty for a document."""
    charset: str | None = None
    """The codec that read the bytes; None where a format knows its own (docx, pdf)."""
    replaced_chars: int = 0
    """Bytes that the charset could not read, each now U+FFFD."""
    confidence: Confidence = "high"
    next_part: str | None = None
    """Address of the next page of the same article (下一页, `x_2.shtml`)."""
    files: tuple[FileLink, ...] = ()
    embedded: tuple[Embedded, ...] = ()
    """Pictures and frames within the text, in page order; each address once."""
    frame: tuple[str, ...] = ()
    """Lines around the text, as printed, that say where it stands: path to the page, site, ICP number."""
    warnings: tuple[str, ...] = ()
    """Reasons to look twice: `template_unknown`, `nesting_cut`, `scan_without_text` …"""

    @property
    def text(self) -> str:
        """The blocks, one a line."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def published_at(self) -> str | None:
        """Printed date, see `FieldName`."""
        return self._string("published_at")

    @property
    def author(self) -> str | None:
        """作者."""
        return self._string("author")

    @property
    def source(self) -> str | None:
        """来源."""
        return self._string("source")

    @property
    def editor(self) -> str | None:
        """责任编辑."""
        return self._string("editor")

    def _string(self, name: FieldName) -> str | None:
        value = self.fields.get(name)
        return None if value is None else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One span of the raw text that was removed, replaced or inserted into.

    The edits of a text are disjoint and ascending; a removal takes in the repairs inside it.
    """

    rule: str
    rule_version: int
    start: int
    end: int
    removed: str
    """The raw text's characters from start to end."""
    put: str
    """What stands there now; empty for a removal."""
    confidence: float = 1.0
    """1.0 where the mechanism leaves no doubt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A place in the clean body where text of the original is missing."""

    position: int
    kind: GapKind
    omitted_chars: int | None
    """As stated by the site, or from its arithmetic; None when it states none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truncation:
    """What a site says of the part that it shows."""

    completeness: Completeness = "complete"
    declared_chars: int | None = None
    shown_chars: int | None = None
    omitted_chars: int | None = None
    unaccounted_chars: int | None = None
    """What the site says there should be, less what is there; None where it says too little to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostLines:
    """Lines that a host repeats at the edges of its pages: furniture that no general rule can know."""

    version: str = ""
    """Made from `lines` alone, so that the same lines have the same version; empty where there are none."""
    lines: frozenset[str] = frozenset()
    """Folded, each number as one 0 (see archive.text.host_lines)."""


NO_HOST_LINES = HostLines()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """The short lines around a text, and what the host's repeated lines took of them."""

    lines: tuple[str, ...] = ()
    """All of them, in the form of `HostLines.lines`, as they stood before any was taken."""
    host_lines: str = ""
    """Version of the `HostLines` that the text was cleaned with; empty where there were none."""
    uncut_body: str | None = None
    """The body before they were taken; None where none was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A clean text and the whole difference between it and the raw one."""

    raw: str
    title: str | None
    body: str
    """Paragraphs one a line; title, byline, furniture and markers gone."""
    edits: tuple[Edit, ...] = ()
    gaps: tuple[Gap, ...] = ()
    truncation: Truncation = Truncation()
    fields: Fields = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    """Sorted; see archive.text.flags."""
    edges: Edges = Edges()


@dataclass(frozen=True, slots=True, kw_only=True)
class BodySpan:
    """Where a block stands in the clean body."""

    kind: BlockKind
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text at one address, ready to be saved."""

    url: str
    cleaned: Cleaned
    blocks: tuple[BodySpan, ...]
    fields: Fields
    """Those of the text, completed by those of the page; the text's win, since they are repaired."""
    confidence: Confidence = "high"
    flags: tuple[str, ...] = ()
    files: tuple[FileLink, ...] = ()
    catalogued: Catalogued = NOTHING
    """What the catalogue states about it."""
    embedded: tuple[Embedded, ...] = ()
    origins: Mapping[FieldName, FieldOrigin] = field(default_factory=dict)
    """Where each of `fields` was read."""
    parts: tuple[Article, ...] = ()
    """The essays of a merged text, each an article of its own; their addresses end in #1, #2 …"""
