"""What changed between two texts, line by line and, within a changed line, character by character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

Mark: TypeAlias = Literal["same", "removed", "added"]

_CONTEXT_LINES = 1
_LONGEST_COMPARED = 4000
"""Characters of a line above which it is shown as replaced whole: comparing is quadratic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A run of characters that both texts, only the older or only the newer one has."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedLine:
    """A line of the comparison; `skipped` equal lines stand above it and are not shown."""

    changes: tuple[Change, ...]
    skipped: int = 0


def compare(older: str, newer: str) -> tuple[ChangedLine, ...]:
    """Return the changed lines of two texts, each with one line of context on both sides."""
    old, new = older.split("\n"), newer.split("\n")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    lines: list[ChangedLine] = []
    last_shown = 0
    for group in matcher.get_grouped_opcodes(_CONTEXT_LINES):
        skipped = group[0][1] - last_shown
        shown = [line for tag, a, b, c, d in group for line in _lines(tag, old[a:b], new[c:d])]
        lines.append(ChangedLine(changes=shown[0], skipped=skipped))
        lines.extend(ChangedLine(changes=line) for line in shown[1:])
        last_shown = group[-1][2]
    return tuple(lines)


def _lines(tag: str, old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Change, ...]]:
    if tag == "equal":
        yield from ((Change(mark="same", text=line),) for line in old)
    elif tag == "replace" and len(old) == len(new):
        yield from (_characters(before, after) for before, after in zip(old, new, strict=True))
    else:
        yield from ((Change(mark="removed", text=line),) for line in old)
        yield from ((Change(mark="added", text=line),) for line in new)


def _characters(before: str, after: str) -> tuple[Change, ...]:
    if max(len(before), len(after)) > _LONGEST_COMPARED:
        return Change(mark="removed", text=before), Change(mark="added", text=after)
    changes: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            changes.append(Change(mark="same", text=before[a:b]))
            continue
        changes.extend([Change(mark="removed", text=before[a:b])] if b > a else [])
        changes.extend([Change(mark="added", text=after[c:d])] if d > c else [])
    return tuple(changes)
