"""The log of edits between the raw text and the present one: how it grows, and how it leads back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import pairwise
from typing import NamedTuple

from archive.model import Cleaned, Edit
from archive.text.change import Change, RuleId


class _Span(NamedTuple):
    """An old edit or a new change in offsets of the present text; the other one is None."""

    start: int
    end: int
    edit: Edit | None
    change: Change | None


def log_changes(
    raw: str, text: str, edits: Sequence[Edit], changes: Sequence[Change], rule: RuleId
) -> Iterator[Edit]:
    """Yield the edits between `raw` and the changed `text`; what touches the same characters is one edit.

    `edits` lie between `raw` and `text`; `changes` are disjoint, ascending and in offsets of `text`. New
    edits bear the name and version of `rule`.
    """
    if not edits and _stand_apart(changes):
        yield from _first_edits(raw, changes, rule)
        return
    shift = seen = 0
    waiting = len(changes)
    known: dict[str, str] = {}
    for group in _overlapping(merge(_placed(edits), _wanted(changes), key=lambda span: span[:2])):
        if not waiting:
            yield from edits[seen:]
            return
        start, end = group[0].start, max(span.end for span in group)
        raw_start = start - shift
        shift += sum(_growth(span.edit) for span in group if span.edit)
        inside = [span.change for span in group if span.change]
        waiting -= len(inside)
        seen += len(group) - len(inside)
        if not inside:
            yield from (span.edit for span in group if span.edit)
            continue
        removed = raw[raw_start : end - shift]
        removed = known.setdefault(removed, removed)
        put = splice(text, inside, start, end)
        if removed != put:
            yield Edit(
                rule=rule.name,
                rule_version=rule.version,
                start=raw_start,
                end=end - shift,
                removed=removed,
                put=put,
                confidence=min(change.confidence for change in inside),
            )


def _stand_apart(changes: Sequence[Change]) -> bool:
    """Tell whether no two insert at the same place, which makes them one edit."""
    return all(one.end < other.end or one.start < other.start for one, other in pairwise(changes))


def _first_edits(raw: str, changes: Sequence[Change], rule: RuleId) -> Iterator[Edit]:
    """Yield one edit a change, where the text is still the raw one: so begins every page of a mirror."""
    known: dict[str, str] = {}
    for change in changes:
        removed = raw[change.start : change.end]
        removed = known.setdefault(removed, removed)
        if removed != change.put:
            yield Edit(
                rule=rule.name,
                rule_version=rule.version,
                start=change.start,
                end=change.end,
                removed=removed,
                put=change.put,
                confidence=change.confidence,
            )


def splice(text: str, changes: Iterable[Change], start: int = 0, end: int | None = None) -> str:
    """Return `text`, or the span of it from `start` to `end`, with disjoint, ascending `changes` made."""
    parts, position = [], start
    for change in changes:
        parts += [text[position : change.start], change.put]
        position = change.end
    return "".join([*parts, text[position:end]])


def restore(cleaned: Cleaned) -> str:
    """Rebuild the raw text from the clean body and the edits alone."""
    parts, position, raw_position = [], 0, 0
    for edit in cleaned.edits:
        kept = edit.start - raw_position
        parts += [cleaned.body[position : position + kept], edit.removed]
        position += kept + len(edit.put)
        raw_position = edit.end
    return "".join([*parts, cleaned.body[position:]])


def _placed(edits: Sequence[Edit]) -> Iterator[_Span]:
    shift = 0
    for edit in edits:
        start = edit.start + shift
        yield _Span(start, start + len(edit.put), edit, None)
        shift += _growth(edit)


def _wanted(changes: Sequence[Change]) -> Iterator[_Span]:
    for change in changes:
        yield _Span(change.start, change.end, None, change)


def _growth(edit: Edit) -> int:
    return len(edit.put) - (edit.end - edit.start)


def _overlapping(spans: Iterable[_Span]) -> Iterator[list[_Span]]:
    """Group spans that share a character; neighbours that only meet stay apart."""
    group: list[_Span] = []
    end = 0
    for span in spans:
        if group and span.start >= end and span[:2] != group[-1][:2]:
            yield group
            group = []
        end = max(end, span.end) if group else span.end
        group.append(span)
    if group:
        yield group
