"""What a rule is, and what it may find."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from archive.model import Fields, GapKind, RuleId
from archive.text.change import Change
from archive.text.manuscript import Manuscript


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingText:
    """A place where the site left text out."""

    position: int
    """Code point in the manuscript as the rule saw it."""
    kind: GapKind
    omitted_chars: int | None = None
    """As the site states it at this place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a rule found in a manuscript."""

    changes: Iterable[Change] = ()
    fields: Fields = field(default_factory=dict)
    flags: Iterable[str] = ()
    """Of `archive.text.flags.FLAGS`."""
    missing: Iterable[MissingText] = ()
    declared_chars: int | None = None
    """What the site says the whole text has."""
    shown_chars: int | None = None
    """What the site says it shows."""


NOTHING = Findings()


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of damage: how to find it in a manuscript."""

    id: RuleId
    find: Callable[[Manuscript], Findings]
    """Pure, linear in the text's length, and without an exception for any text."""
    signs: tuple[str, ...] = ()
    """Folded words: a text without any of them has nothing for this rule. Empty where that can't be said."""

    def look_at(self, manuscript: Manuscript) -> Findings:
        """Return what the rule finds; a text without its signs costs a nanosecond a character and sign."""
        if self.signs and not manuscript.has_any(self.signs):
            return NOTHING
        return self.find(manuscript)


def rule(
    name: str, version: int, find: Callable[[Manuscript], Findings], *, signs: Iterable[str] = ()
) -> Rule:
    """Name a rule; `version` is raised whenever the rule finds something else than before."""
    return Rule(RuleId(name, version), find, tuple(signs))
