"""What an import says at its end: what became of the files that it was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A file, or one record of a WARC file, that could not be taken."""

    path: Path
    reason: str
    """What it is and what to do, to be read behind the path: `is empty. Fetch it again.`"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What became of the files and records, counted."""

    new: int = 0
    unchanged: int = 0
    changed: int = 0
    failed: tuple[Failure, ...] = ()
    skipped: Mapping[str, int] = field(default_factory=dict)
    """How many records were passed over for which reason; the table `frontier` has the address of each."""
