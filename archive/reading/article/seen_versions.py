"""The texts that were seen at one address, each compared with the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.reading.article.differences import ChangedLine, compare
from archive.reading.rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text that was seen at the address."""

    row: Row
    """A row of `versions`."""
    changed: tuple[ChangedLine, ...]
    """Against the version before; empty for the first."""
    former_title: str | None
    """The title before, where it differs."""


def seen_versions(found: Sequence[Row]) -> tuple[Version, ...]:
    """Return each row of `versions` against the one seen before it, the newest first."""
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
