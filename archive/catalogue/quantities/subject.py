"""What a number counts: the noun behind it (50名青年骨干) or before it (煤炭产量达到120万吨)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.catalogue.quantities.amounts import Amount
from archive.catalogue.quantities.words import (
    BEGINS_BEHIND,
    ENUMERATED,
    FALL,
    NOMINAL,
    NUMBER_LEFT,
    PERSON,
    RISE,
    SHARE_BEGINS_BEHIND,
    SUBJECT_BEFORE,
    SUM_BEHIND,
    THING_BEHIND,
    VERB_BEFORE,
)
from archive.catalogue.text import Span

_LONGEST_CLAUSE = 48
_LONGEST_MODIFIER = 12
_PERSONS = ("人", "人次")
_TO_CLAUSE = re.compile(r".*[,。;:!?()\n…、《》]", re.DOTALL)
_NAME = re.compile('[㐀-鿿“”"「」『』]*')
"""Its end counts, so it is matched backwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A subject and what binds it to the number."""

    start: int
    """Of all of it, verb and number included."""
    end: int
    subject: Span
    action: Span | None
    verb: str
    """The words of `action`; empty without one."""
    link: str
    """The words between subject, or verb, and number."""


def subject_behind(folded: str, amount: Amount) -> Found | None:
    """Return the noun behind a number."""
    pattern = {"things": THING_BEHIND, "sums": SUM_BEHIND}.get(amount.measures)
    match = pattern.match(folded, amount.end) if pattern else None
    if match is None or ENUMERATED.match(folded, amount.start, match.end()):
        return None
    if not _is_counted_so(amount, match["subject"]):
        return None
    clause = _clause(folded, amount.start)
    verb = VERB_BEFORE.match(clause[::-1])
    action = (amount.start - verb.end(), amount.start - verb.end("link")) if verb else None
    return Found(
        start=action[0] if action else amount.start,
        end=match.end(),
        subject=match.span("subject"),
        action=action,
        verb=verb["verb"][::-1] if verb else "",
        link=verb["link"][::-1] if verb else clause[-4:],
    )


def subject_before(folded: str, amount: Amount) -> Found | None:
    """Return the noun before a number, with its modifiers."""
    clause = _clause(folded, amount.start)
    head = SUBJECT_BEFORE.match(clause[::-1])
    if head is None:
        return None
    modified = _name(clause[: len(clause) - head.end()], folded[: amount.start - len(clause)][-1:])
    kind = head.lastgroup or ""
    begin, verb = _begin(modified, kind, head[kind])
    subject = (amount.start - head.end() - len(modified) + begin, amount.start - head.end("link"))
    found = Found(
        start=subject[0] - len(verb),
        end=_end(folded, amount),
        subject=subject,
        action=(subject[0] - len(verb), subject[0]) if verb else None,
        verb=verb,
        link=head["link"][::-1],
    )
    fits = _fits(amount, kind, found) and _is_counted_so(amount, folded[slice(*subject)])
    return found if fits else None


def _is_counted_so(amount: Amount, subject: str) -> bool:
    """45位男子的照片: who is counted is no picture."""
    return amount.unit not in _PERSONS or PERSON.search(subject) is not None


def _fits(amount: Amount, kind: str, found: Found) -> bool:
    """Persons are counted, tonnes measured; a per cent is that of a rate, or of a change."""
    length = found.subject[1] - found.subject[0]
    if not 1 < length <= _LONGEST_MODIFIER + 6:
        return False
    if amount.measures == kind:
        return amount.unit != "百分点" or _is_change(found)
    return amount.measures == "shares" and amount.unit == "%" and _is_change(found)


def _is_change(found: Found) -> bool:
    return any(pattern.search(found.link + found.verb) for pattern in (RISE, FALL))


def _begin(modified: str, kind: str, head: str) -> tuple[int, str]:
    """Where in the modifiers the subject begins, and the verb right before it; `head` is reversed.

    整改 is a verb in 整改隐患, but not in 隐患整改率 and 参加人数.
    """
    behind = (SHARE_BEGINS_BEHIND if kind == "shares" else BEGINS_BEHIND).match(modified)
    begin = behind.end() if behind else 0
    nominal = NOMINAL.match(modified, begin) if kind != "shares" and not head.startswith("数") else None
    if nominal:
        return nominal.end(), nominal[0]
    verb = VERB_BEFORE.match(modified[:begin][::-1])
    return begin, verb["verb"][::-1] if verb and not verb["link"] else ""


def _clause(folded: str, end: int) -> str:
    first = max(0, end - _LONGEST_CLAUSE)
    before = _TO_CLAUSE.match(folded, first, end)
    return folded[before.end() if before else first : end]


def _name(before: str, cut_at: str) -> str:
    """The Han characters and quotes that a text ends with, without what a number left there."""
    match = _NAME.match(before[::-1])
    name = before[len(before) - match.end() :] if match else ""
    digit = before[-len(name) - 1 : -len(name)] if len(before) > len(name) > 0 else cut_at
    number = NUMBER_LEFT.match(name) if digit.isdigit() else None
    return name[number.end() :] if number else name


def _end(folded: str, amount: Amount) -> int:
    return amount.end + 2 if folded[amount.end : amount.end + 2] in _SUFFIXES else amount.end


_SUFFIXES = ("以上", "以下", "以内", "之内", "左右", "上下")
