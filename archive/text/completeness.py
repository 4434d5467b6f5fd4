"""What a site's notices amount to: gaps with their sizes, and the paywall's arithmetic.

declared 2842, shown 1807, left out inside 643     →  left out at the end 2842 − 1807 − 643 = 392
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from archive.model import Completeness, Gap, Truncation

_TOLERANCE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """What the notices said, and what the text left after them has."""

    gaps: Sequence[Gap]
    """Ascending; one at the end has a size only where the site states it."""
    declared_chars: int | None
    shown_chars: int | None
    counted_chars: int
    """Characters left that are no blanks, the title included."""

    @property
    def shown(self) -> int | None:
        """As the site states it; as counted where it declares a whole and leaves the rest of it open."""
        if self.shown_chars or not self.gaps or self.declared_chars is None:
            return self.shown_chars
        return self.declared_chars - self._left_out if self._states_its_end else self.counted_chars

    @property
    def _left_out(self) -> int:
        return sum(gap.omitted_chars or 0 for gap in self.gaps)

    @property
    def _is_open(self) -> bool:
        return any(gap.omitted_chars is None for gap in self.gaps)

    @property
    def _states_its_end(self) -> bool:
        """Tell whether the notices leave nothing to count: 共2350字，剩余1200字."""
        is_possible = 0 < self._left_out <= (self.declared_chars or 0)
        return is_possible and not self._is_open and any(gap.kind == "tail" for gap in self.gaps)

    @property
    def unaccounted(self) -> int | None:
        """What should stand here less what does: by the shown number, or by the whole less the stated gaps.

        Of both the lesser counts. None where a number is missing, or was computed from the text itself.
        """
        expected = [self.shown_chars] if self.shown_chars is not None else []
        if self.declared_chars is not None and (expected or not self._is_open):
            expected.append(self.declared_chars - self._left_out)
        return min(expected) - self.counted_chars if expected else None

    @property
    def adds_up(self) -> bool:
        """Tell whether the text has the characters that the site's numbers leave for it, 5 % more or less.

        Sites count as word processors do (a number, a Latin word is one), so that they are never exact.
        """
        there = self.counted_chars + (self.unaccounted or 0)
        return abs(self.unaccounted or 0) <= _TOLERANCE * max(1, there)

    @property
    def omitted(self) -> int | None:
        """Declared less shown; without these the stated gaps in sum; None where nothing is stated."""
        if self.declared_chars is not None and self.shown is not None:
            return max(0, self.declared_chars - self.shown)
        return self._left_out or None


def size_gaps(notices: Notices) -> tuple[Gap, ...]:
    """Return the gaps, the last one at the end, if no size is stated, with what is left for it."""
    inside = sum(gap.omitted_chars or 0 for gap in notices.gaps)
    rest = notices.omitted - inside if notices.omitted is not None and notices.declared_chars else 0
    return tuple(
        replace(gap, omitted_chars=rest)
        if gap.kind == "tail" and gap.omitted_chars is None and rest > 0
        else gap
        for gap in notices.gaps
    )


def truncation_of(notices: Notices, flags: Collection[str]) -> Truncation:
    """Return the stated numbers and what they say of the text as a whole."""
    completeness: Completeness = "complete"
    if notices.gaps:
        completeness = "truncated"
    elif "members_only" in flags:
        completeness = "members_only"
    elif "abridged" in flags:
        completeness = "abridged"
    return Truncation(
        completeness=completeness,
        declared_chars=notices.declared_chars,
        shown_chars=notices.shown,
        omitted_chars=notices.omitted,
        unaccounted_chars=notices.unaccounted,
    )
