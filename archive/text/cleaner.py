"""Make every rule over a text until none finds anything, and tell what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive.catalogue.genre import genre
from archive.model import NO_HOST_LINES, Cleaned, FieldName, Fields, Gap, GapKind, HostLines
from archive.text.addressee import read_addressee
from archive.text.change import Change
from archive.text.completeness import Notices, size_gaps, truncation_of
from archive.text.host_lines import take_host_lines
from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.preview_pages import complete_pages
from archive.text.rule import NOTHING, Findings, Rule
from archive.text.rule_order import MEASURES, RULES
from archive.text.rules.cut_end import RULE as CUT_END
from archive.text.rules.title import RULE as TITLE
from archive.text.rules.title import title_of

_MOST_PASSES = 8
"""No page seen needs more than three; a text that never settles is left as it is then."""
_FURNITURE_SHARE = 0.4
"""Of the raw text; where the rules took more for furniture, somebody should look."""
_SHORT = 100
"""Characters; what is left of a shorter text may be a teaser."""
_PIECE = 10_000
_NO_FURNITURE = frozenset(
    {
        *("title", "whitespace", "misread_charset", "byte_codes", "literal_codes", "string_quotes"),
        *("glued_pinyin", "split_punctuation", "reflow", "uniform_wraps", "doubled_body"),
    }
)


def clean(
    text: str,
    *,
    title: str | None = None,
    byline: str | None = None,
    host_lines: HostLines = NO_HOST_LINES,
    seams: Sequence[int] = (),
) -> Cleaned:
    """Return the clean text and the whole difference between it and `text`.

    `title` is the title as the page prints it, where an extractor knows it; `text` then begins with it.
    Without it the first line left is the title where it reads as one; else Cleaned.title is None.
    `byline` is the one that it prints apart from its text, below the title in `text`; all of it is taken out.
    `host_lines` are taken from the edges of what the rules leave, and of each page of it: `seams` are the
    places of `text`, in code points and ascending, where its second page begins, and its third.
    Never raises, whatever the text. Cleaning a clean title, line break and body changes nothing.
    """
    is_given = bool(title and title.strip()) and text.startswith(title or "")
    manuscript = (
        Manuscript.of(text, title=title or "", byline=byline or "") if is_given else Manuscript.of(text)
    )
    record = _Record()
    manuscript = _settle(manuscript, record)
    return _conclude(manuscript, record, host_lines, seams)


def _settle(manuscript: Manuscript, record: _Record) -> Manuscript:
    """Make the rules until each of them has seen the last text; none looks at the same text twice."""
    settled = 0
    for rule in RULES * _MOST_PASSES:
        before = manuscript
        if found := record.note(rule, manuscript):
            manuscript = manuscript.change(rule.id, found.changes)
        settled = settled + 1 if manuscript is before else 0
        if settled == len(RULES):
            break
    return manuscript


@dataclass(slots=True)
class _Record:
    """What the rules found so far, besides changes; of two values for a field the first counts."""

    fields: dict[FieldName, str | int] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    missing: list[tuple[int, GapKind, int | None]] = field(default_factory=list)
    """Offset in the raw text, so that later changes don't move it."""
    declared_chars: int | None = None
    shown_chars: int | None = None

    def note(self, rule: Rule, manuscript: Manuscript) -> Findings | None:
        """Note what a rule finds, and return it; None where that is nothing."""
        if (found := rule.look_at(manuscript)) is NOTHING:
            return None
        if found.fields:
            self.fields = {**found.fields, **self.fields}
        self.flags.update(found.flags)
        self.missing += [
            (manuscript.edits.raw_offset(gap.position), gap.kind, gap.omitted_chars) for gap in found.missing
        ]
        self.declared_chars = self.declared_chars or found.declared_chars
        self.shown_chars = self.shown_chars or found.shown_chars
        return found


def _conclude(
    manuscript: Manuscript, record: _Record, host_lines: HostLines, seams: Sequence[int]
) -> Cleaned:
    printed = title_of(manuscript)
    start = printed.end + 1 if printed else 0
    inside = [manuscript.edits.position_of(seam) - start for seam in seams]
    manuscript, edges = take_host_lines(manuscript, start, host_lines, inside)
    for measure in _measures(record):
        record.note(measure, manuscript)
    above = [Change(0, min(printed.end + 1, len(manuscript.text)))] if printed else []
    manuscript = manuscript.change(TITLE.id, above)
    title = printed.text if printed else None
    counted = _count(manuscript.text)
    notices = _notices(manuscript, record, counted + _count(title or ""))
    flags = record.flags | _measure_loss(manuscript, counted)
    flags |= set() if notices.adds_up else {"unaccounted"}
    return Cleaned(
        raw=manuscript.raw,
        title=title,
        body=manuscript.text,
        edits=manuscript.edits,
        gaps=size_gaps(notices),
        truncation=truncation_of(notices, flags),
        fields=_complete(record.fields, printed, manuscript),
        flags=tuple(sorted(flags)),
        edges=edges,
    )


def _measures(record: _Record) -> Iterator[Rule]:
    """Yield them; an end that a notice tells of is not looked at once more."""
    is_told = any(kind == "tail" for _, kind, _ in record.missing)
    return (measure for measure in MEASURES if not (is_told and measure is CUT_END))


def _notices(manuscript: Manuscript, record: _Record, counted: int) -> Notices:
    return Notices(
        gaps=_gaps(manuscript, record),
        declared_chars=record.declared_chars,
        shown_chars=record.shown_chars,
        counted_chars=counted,
    )


def _gaps(manuscript: Manuscript, record: _Record) -> list[Gap]:
    """Place the gaps in the body; a text has one end, so one gap there."""
    gaps = {
        (manuscript.edits.position_of(offset), kind): Gap(
            position=manuscript.edits.position_of(offset), kind=kind, omitted_chars=omitted
        )
        for offset, kind, omitted in reversed(record.missing)
    }
    tails = [gap for gap in gaps.values() if gap.kind == "tail"]
    return sorted((gap for gap in gaps.values() if gap not in tails[:-1]), key=lambda gap: gap.position)


def _complete(fields: Fields, title: Line | None, body: Manuscript) -> Fields:
    addressee = read_addressee(body.text)
    fields = {**fields, "addressee": addressee} if addressee else fields
    found = genre(title.folded if title else None, body.folded)
    fields = complete_pages(fields)
    return {**fields, "genre": found} if found else fields


def _count(text: str) -> int:
    """Count what is no blank, a piece at a time: the words of a long text weigh many times as much."""
    pieces = range(0, len(text), _PIECE)
    return sum(len("".join(text[start : start + _PIECE].split())) for start in pieces)


def _measure_loss(manuscript: Manuscript, left: int) -> set[str]:
    """Tell whether so much was taken for furniture, or so little is left, that somebody should look."""
    furniture = manuscript.edits.of_rules(lambda rule: rule.name not in _NO_FURNITURE)
    taken = sum(_count(edit.removed) for edit in furniture)
    is_mostly = taken > 0 and taken > _FURNITURE_SHARE * _count(manuscript.raw)
    return ({"mostly_removed"} if is_mostly else set()) | ({"short"} if left < _SHORT else set())
