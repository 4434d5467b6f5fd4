"""The changes that one capture makes to the articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from archive.model import Article, Cleaned, Extraction
from archive.statements import Relevance
from archive.store.sighting import TakenDown
from archive.store.visit import IRRELEVANT


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """One page of an article, read."""

    capture_id: int | None
    """None: the capture that is being saved."""
    extraction: Extraction


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedFile:
    """A file that an article links to, with its text where it was fetched already."""

    url: str
    name: str
    capture_id: int | None
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The article has this text now."""

    article_id: int | None
    """None: a new article."""
    article: Article
    pages: tuple[ReadPage, ...]
    position: int
    """Of the page that was seen; 0 is the first."""
    files: tuple[LinkedFile, ...]
    corrects: bool
    """The newest version was no text of its own but an incomplete or worse cleaned form of this one."""
    part_of_id: int | None = None
    """Of an essay: the merged text that it is a part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The article was seen again as it was."""

    article_id: int
    position: int
    """Of the page that was seen; 0 is the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The article had this text at a time before it was last seen; the text that it has stays."""

    article_id: int
    text: Cleaned | None
    """None: the one that it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """The article was taken away."""

    article_id: int
    how: TakenDown


@dataclass(frozen=True, slots=True, kw_only=True)
class FileText:
    """A file that articles link to was fetched."""

    url: str
    text: str | None
    """None: it has no text that can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The address belongs to another site's articles already; the capture alone is kept."""

    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """The text was taken out on request; the capture alone is kept."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Irrelevant:
    """The text is no campaign material; the capture alone is kept."""

    title: str | None
    relevance: Relevance

    @property
    def reason(self) -> str:
        """For the frontier: `not campaign material (score .12: …)`."""
        return f"{IRRELEVANT} (score {self.relevance})"


Change: TypeAlias = Text | Seen | Earlier | Gone | FileText | Elsewhere | Removed | Irrelevant
