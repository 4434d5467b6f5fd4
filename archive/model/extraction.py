"""What a reader made of the bytes, before anything is repaired."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from archive.model.fields import FieldName, FieldOrigin, Fields

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

`redirect`: leads to another page by a script, a refresh or frames. `shell`: filled by scripts, so its text
can only be had through a browser.
"""

Confidence: TypeAlias = Literal["high", "low"]

BlockKind: TypeAlias = Literal[
    "paragraph", "heading", "list_item", "table_row", "caption", "signature", "attachment"
]


ReaderWarning: TypeAlias = Literal[
    "attributes_dropped",
    "comment_unclosed",
    "embedded_document_not_read",
    "further_page_missing",
    "nesting_flattened",
    "page_cut",
    "pages_without_text",
    "scan_without_text",
    "template_unknown",
    "text_layer_unreadable",
    "unread_binary",
    "unread_doc",
    "unread_warc",
]
"""Why a page or file deserves a second look; docs/damage.md and wording/flags.tsv have words for each."""


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
    is_byline_apart: bool = False
    """It stands outside of the box of the text, so that no line of it can be the text's own."""
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
    """Lines around the text, as printed, that tell of it: path to the page, site, ICP number, comments."""
    warnings: tuple[ReaderWarning, ...] = ()
    """They become flags of the article."""

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

    def _string(self, name: FieldName) -> str | None:
        value = self.fields.get(name)
        return None if value is None else str(value)
