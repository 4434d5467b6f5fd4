"""The text of one address as it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archive.model.cleaned import Cleaned
from archive.model.extraction import BlockKind, Confidence, Embedded, FileLink
from archive.model.fields import FieldName, FieldOrigin, Fields
from archive.statements import NOTHING_STATED, Catalogued


@dataclass(frozen=True, slots=True, kw_only=True)
class BodySpan:
    """Where a block stands in the clean body."""

    kind: BlockKind
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of the body with all that stands below it."""

    level: int
    """1 for a section that stands in no other."""
    number: str | None
    """As printed, with its punctuation: 一、, （一）, 第三章; None of a heading without one."""
    heading: str
    """As printed, without number and closing mark."""
    start: int
    """Of the heading, its number included."""
    end: int
    parent: int | None
    """Place of the section that it stands in among those of the text, from 0; None of one on level 1."""


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
    catalogued: Catalogued = NOTHING_STATED
    """What the catalogue states about it."""
    sections: tuple[Section, ...] = ()
    """In reading order."""
    embedded: tuple[Embedded, ...] = ()
    origins: Mapping[FieldName, FieldOrigin] = field(default_factory=dict)
    """Where each of `fields` was read."""
    parts: tuple[Article, ...] = ()
    """The essays of a merged text, each an article of its own; their addresses end in #1, #2 …"""
