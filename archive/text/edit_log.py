"""The log of edits between the raw text and the present one: how it grows, and how it leads back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from archive.model import Cleaned, Edit, EditLog, RuleId
from archive.text.changes import Changes
from archive.text.pieces import join_pieces


class _Group(NamedTuple):
    """Changes and old edits that touch the same characters, and so become one edit."""

    start: int
    """Code point in the text before the changes."""
    end: int
    first: int
    """Number of the first old edit in the group; where it has none, of the first one behind it."""
    last: int
    """Number behind that of the last old edit in the group."""
    growth: int
    """Characters by which the changes make the text longer; negative where they make it shorter."""
    confidence: float


def log_changes(log: EditLog, changes: Changes, text: str, rule: RuleId) -> EditLog:
    """Return the log between the raw text and `text`, which `changes` made of the text of `log`.

    What touches the same characters is one edit, and bears the name and version of `rule`.
    """
    growing = _Growing(log, text, rule)
    for group in _groups(log, changes):
        growing.add(group)
    return growing.done()


def _groups(log: EditLog, changes: Changes) -> Iterator[_Group]:
    """Yield the groups in their order; neighbours that only meet stay apart, but for two insertions."""
    group: _Group | None = None
    for start, end, put_start, put_end, confidence in changes.rows():
        found = _with_touched(log, start, end, put_end - put_start - (end - start), confidence)
        if group is None:
            group = found
        elif start < group.end or start == end == group.start:
            group = _joined(group, found)
        else:
            yield group
            group = found
    if group:
        yield group


def _with_touched(log: EditLog, start: int, end: int, growth: int, confidence: float) -> _Group:
    """Return one change with the old edits that it touches; an insertion touches what was taken there."""
    first, last = bisect_right(log.ends, start), bisect_left(log.starts, end)
    if first == last:
        return _Group(start, end, first, last, growth, confidence)
    first, last = min(first, last), max(first, last)
    return _Group(
        min(start, log.starts[first]), max(end, log.ends[last - 1]), first, last, growth, confidence
    )


def _joined(group: _Group, other: _Group) -> _Group:
    return _Group(
        start=group.start,
        end=max(group.end, other.end),
        first=group.first,
        last=max(group.last, other.last),
        growth=group.growth + other.growth,
        confidence=min(group.confidence, other.confidence),
    )


class _Growing:
    """The log that is being written, from the first character to the last."""

    __slots__ = ("_copied", "_grown", "_old", "_rule", "_shift")

    def __init__(self, old: EditLog, text: str, rule: RuleId) -> None:
        rule_ids = old.rule_ids if rule in old.rule_ids else (*old.rule_ids, rule)
        self._old = old
        self._grown = EditLog(raw=old.raw, text=text, rule_ids=rule_ids)
        self._rule = rule_ids.index(rule)
        self._copied = 0
        """Old edits that the new log has, or that are part of its edits."""
        self._shift = 0
        """Characters by which the new text is longer than the old one so far."""

    def add(self, group: _Group) -> None:
        """Take over what stands before the group, and write the group as one edit if it changes anything."""
        start, end, first, last, growth, confidence = group
        if self._copied < first:
            self._copy(first)
        old, grown = self._old, self._grown
        raw_start = start - (old.ends[first - 1] - old.raw_ends[first - 1] if first else 0)
        raw_end = end - (old.ends[last - 1] - old.raw_ends[last - 1] if last else 0)
        start += self._shift
        self._shift += growth
        end += self._shift
        self._copied = last
        if old.raw[raw_start:raw_end] != grown.text[start:end]:
            grown.raw_starts.append(raw_start)
            grown.raw_ends.append(raw_end)
            grown.starts.append(start)
            grown.ends.append(end)
            grown.rules.append(self._rule)
            grown.confidences.append(confidence)

    def done(self) -> EditLog:
        """Take over what stands behind the last group, and return the log."""
        self._copy(len(self._old))
        return self._grown

    def _copy(self, behind: int) -> None:
        old, grown, numbers, shift = self._old, self._grown, slice(self._copied, behind), self._shift
        grown.raw_starts.extend(old.raw_starts[numbers])
        grown.raw_ends.extend(old.raw_ends[numbers])
        grown.starts.extend(start + shift for start in old.starts[numbers])
        grown.ends.extend(end + shift for end in old.ends[numbers])
        grown.rules.extend(old.rules[numbers])
        grown.confidences.extend(old.confidences[numbers])


def restore(cleaned: Cleaned) -> str:
    """Rebuild the raw text from the clean body and the edits alone."""
    return raw_text(cleaned.body, cleaned.edits)


def raw_text(body: str, edits: Iterable[Edit]) -> str:
    """Rebuild the raw text of a clean `body`, from which `edits` (disjoint, ascending) lead back to it."""
    return join_pieces(_raw_pieces(body, edits))


def _raw_pieces(body: str, edits: Iterable[Edit]) -> Iterator[str]:
    position, raw_position = 0, 0
    for edit in edits:
        kept = edit.start - raw_position
        yield body[position : position + kept]
        yield edit.removed
        position += kept + len(edit.put)
        raw_position = edit.end
    yield body[position:]
