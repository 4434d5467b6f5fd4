"""What was stripped from a text and repaired in it, grouped by rule and shown with its surroundings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.model import Edit

CONTEXT = 12
"""Characters of the raw text shown on both sides of an edit."""

SHOWN = 60
"""Edits shown of one rule; the others stand in the table `edits`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEdit:
    """One edit with the raw text around it."""

    edit: Edit
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEdits:
    """Everything that one rule did to one text."""

    rule: str
    version: int
    shown: tuple[ShownEdit, ...]
    count: int
    removed_chars: int
    put_chars: int

    @property
    def hidden(self) -> int:
        """Edits counted but not shown."""
        return self.count - len(self.shown)


def by_rule(raw: str, edits: Iterable[Edit]) -> tuple[RuleEdits, ...]:
    """Group `edits` of the text `raw` by rule, in the order in which the rules first appear."""
    groups: dict[str, list[Edit]] = {}
    for edit in edits:
        groups.setdefault(edit.rule, []).append(edit)
    return tuple(_group(raw, group) for group in groups.values())


def _group(raw: str, edits: Sequence[Edit]) -> RuleEdits:
    return RuleEdits(
        rule=edits[0].rule,
        version=edits[0].rule_version,
        shown=tuple(_shown(raw, edit) for edit in edits[:SHOWN]),
        count=len(edits),
        removed_chars=sum(len(edit.removed) for edit in edits),
        put_chars=sum(len(edit.put) for edit in edits),
    )


def _shown(raw: str, edit: Edit) -> ShownEdit:
    return ShownEdit(
        edit=edit,
        before=_one_line(raw[max(0, edit.start - CONTEXT) : edit.start]),
        after=_one_line(raw[edit.end : edit.end + CONTEXT]),
    )


def _one_line(text: str) -> str:
    return text.replace("\n", " ⏎ ")
