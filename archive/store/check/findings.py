"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

RESTORE_DATABASE = (
    "Move archive.db away, and archive.db-wal and archive.db-shm with it; then put it back from a backup, or "
    "run `campaign-archive rebuild`"
)
REBUILD = "Run `campaign-archive rebuild`"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong and where, and what to do about it; each a sentence without a full stop."""

    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be known and is no damage: what older rules made, what a cut-off run left; likewise."""

    what: str
    remedy: str


Finding: TypeAlias = Fault | Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """All that a check found."""

    faults: tuple[Fault, ...] = ()
    """Empty: the archive is sound."""
    remarks: tuple[Remark, ...] = ()
