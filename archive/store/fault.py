"""One thing that is wrong with an archive."""

from __future__ import annotations

from dataclasses import dataclass

RESTORE_DATABASE = "Put archive.db back from a backup, or move it away and run `campaign-archive rebuild`"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong and where, and what to do about it; each a sentence without a full stop."""

    what: str
    remedy: str
