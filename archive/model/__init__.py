"""The nouns of the archive: frozen data that every floor above shares.

Three forms of one text, in the order in which they arise:

    Capture     the bytes of one response or file, as evidence
    Extraction  what a reader made of the bytes: blocks in page order, and what the page says of itself
    Article     the clean text, with every edit and gap that lies between it and the extraction

All offsets are code points, half-open.
"""

from __future__ import annotations

from archive.model.article import Article, BodySpan, Section
from archive.model.capture import Capture
from archive.model.cleaned import (
    NO_HOST_LINES,
    NOT_WHOLE,
    SHOWN_IN_PART,
    Cleaned,
    Completeness,
    Edges,
    Gap,
    GapKind,
    HostLines,
    Truncation,
)
from archive.model.edits import Edit, EditLog, RuleId
from archive.model.extraction import (
    Block,
    BlockKind,
    Confidence,
    Embedded,
    Extraction,
    FileLink,
    PageKind,
    ReaderWarning,
)
from archive.model.fields import FieldName, FieldOrigin, Fields

__all__ = [
    "NOT_WHOLE",
    "NO_HOST_LINES",
    "SHOWN_IN_PART",
    "Article",
    "Block",
    "BlockKind",
    "BodySpan",
    "Capture",
    "Cleaned",
    "Completeness",
    "Confidence",
    "Edges",
    "Edit",
    "EditLog",
    "Embedded",
    "Extraction",
    "FieldName",
    "FieldOrigin",
    "Fields",
    "FileLink",
    "Gap",
    "GapKind",
    "HostLines",
    "PageKind",
    "ReaderWarning",
    "RuleId",
    "Section",
    "Truncation",
]
