"""The clean text, and all that lies between it and the raw one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from archive.model.edits import EditLog
from archive.model.fields import Fields

GapKind: TypeAlias = Literal["head", "inline", "tail"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A place in the clean body where text of the original is missing."""

    position: int
    kind: GapKind
    omitted_chars: int | None
    """As stated by the site, or from its arithmetic; None when it states none."""


Completeness: TypeAlias = Literal["complete", "abridged", "truncated", "members_only", "fragment", "unknown"]
"""`abridged`: whole as it was published, but its editor says that the original was longer."""

SHOWN_IN_PART: tuple[Completeness, ...] = ("truncated", "members_only", "fragment")
"""What is counted as shown in part, wherever that is counted; its form in Python is one in SQL too.

By its site, that is: what an editor shortened is no less than was published."""

NOT_WHOLE: tuple[Completeness, ...] = (*SHOWN_IN_PART, "abridged")
"""Less than the original, by the doing of site or editor: a whole copy comes before it."""


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
    seams: tuple[int, ...] = ()
    """Code points of that body where a further page of the site begins; its edges are looked at too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A clean text and the whole difference between it and the raw one."""

    raw: str
    title: str | None
    body: str
    """Paragraphs one a line; title, byline, furniture and markers gone."""
    edits: EditLog = field(default_factory=EditLog)
    gaps: tuple[Gap, ...] = ()
    truncation: Truncation = Truncation()
    fields: Fields = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    """Sorted; see archive.text.flags."""
    edges: Edges = Edges()
