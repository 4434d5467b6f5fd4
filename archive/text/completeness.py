"""What a site's notices amount to: gaps with their sizes, and the paywall's arithmetic.

declared 2842, shown 1807, left out inside 643     →  left out at the end 2842 − 1807 − 643 = 392
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from archive.model import Completeness, Gap, Truncation


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """What the notices said, and what the text left after them has."""

    gaps: Sequence[Gap]
    """Ascending; those at the end without a size."""
    declared_chars: int | None
    shown_chars: int | None
    counted_chars: int
    """Characters left that are no blanks, the title included."""

    @property
    def shown(self) -> int | None:
        """As the site states it; as counted where it declares a whole and leaves the shown part open."""
        is_cut = bool(self.gaps) and self.declared_chars is not None
        return self.shown_chars or (self.counted_chars if is_cut else None)

    @property
    def omitted(self) -> int | None:
        """Declared less shown; without these the stated gaps in sum; None where nothing is stated."""
        if self.declared_chars is not None and self.shown is not None:
            return max(0, self.declared_chars - self.shown)
        return sum(gap.omitted_chars or 0 for gap in self.gaps) or None


def size_gaps(notices: Notices) -> tuple[Gap, ...]:
    """Return the gaps, the last one at the end with what the arithmetic leaves for it."""
    inside = sum(gap.omitted_chars or 0 for gap in notices.gaps)
    rest = notices.omitted - inside if notices.omitted is not None and notices.declared_chars else 0
    return tuple(
        replace(gap, omitted_chars=rest) if gap.kind == "tail" and rest > 0 else gap for gap in notices.gaps
    )


def truncation_of(notices: Notices, flags: Collection[str]) -> Truncation:
    """Return the stated numbers and what they say of the text as a whole."""
    completeness: Completeness = "complete"
    if notices.gaps:
        completeness = "truncated"
    elif "members_only" in flags:
        completeness = "members_only"
    return Truncation(
        completeness=completeness,
        declared_chars=notices.declared_chars,
        shown_chars=notices.shown,
        omitted_chars=notices.omitted,
    )
