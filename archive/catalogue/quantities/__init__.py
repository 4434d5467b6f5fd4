"""Quantities and targets (指标) of a text with subject and unit, where the words leave no doubt.

A number is stated with what it counts: 培育50名青年骨干 before it, 煤炭产量120万吨 behind it. Where no listed
noun stands there, nothing is stated: of what is counted in a text most are measures and meetings (三个方面).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import cast

from archive.catalogue.quantities.aims import Aimed, aimed_sections, kind_at, sentence_around
from archive.catalogue.quantities.amounts import HAS_NUMBER, Amount, find_amounts
from archive.catalogue.quantities.numerals import read_number
from archive.catalogue.quantities.subject import Found, subject_before, subject_behind
from archive.catalogue.quantities.words import ALL_OF_HUNDRED, BOUNDS, FALL, HUNDREDS, REACHED, RISE, ZERO
from archive.catalogue.text import CLOSING, OPENING, Span, Text, canonical
from archive.fold import fold
from archive.statements import Bound, Measure, Quantity

_NO_QUOTES = str.maketrans("", "", OPENING + CLOSING)
_BEHIND, _BEFORE, _ZERO, _HUNDREDS = 0.85, 0.9, 0.95, 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """What a pattern finds, before its sentence is read."""

    start: int
    end: int
    subject: str | None
    confidence: float
    amount: tuple[float, float | None, str | None]
    printed: Span
    action: str | None = None
    measure: Measure = "level"
    bound: Bound = "exact"
    measures: int = 1


def quantities_of(text: Text, names: Iterable[str] = ()) -> tuple[Quantity, ...]:
    """Return the quantities of a text, in its order.

    `names`, as printed, are those of campaigns and formulas: 学习八项规定的党员 counts nothing.
    """
    counted = _counted(text, frozenset(filter(HAS_NUMBER.search, map(fold, names))))
    found = sorted([*counted, *_zeros(text), *_hundreds(text)], key=lambda one: one.start)
    sections = aimed_sections(text.folded) if found else ()
    return tuple(_quantity(text, one, sections) for one in found)


def _counted(text: Text, names: Set[str]) -> Iterator[_Stated]:
    lengths = set(map(len, names))
    for amount in find_amounts(text.folded):
        if any(each in names for length in lengths for each in _around(text.folded, amount, length)):
            continue
        behind = subject_behind(text.folded, amount)
        found = behind or subject_before(text.folded, amount)
        if found:
            yield _stated(text, amount, found, _BEHIND if behind else _BEFORE)


def _around(folded: str, amount: Amount, length: int) -> Iterator[str]:
    """Yield all words of that length that an amount stands in."""
    for start in range(max(0, amount.end - length), amount.start + 1):
        yield folded[start : start + length]


def _stated(text: Text, amount: Amount, found: Found, confidence: float) -> _Stated:
    return _Stated(
        start=found.start,
        end=found.end,
        subject=canonical(text.printed[slice(*found.subject)]).translate(_NO_QUOTES),
        confidence=confidence,
        amount=(
            float(amount.value),
            None if amount.value_to is None else float(amount.value_to),
            amount.unit,
        ),
        printed=(amount.start, amount.end),
        action=canonical(text.printed[slice(*found.action)]) if found.action else None,
        measure=_measure(found),
        bound=_bound(text.folded, amount, found),
    )


def _measure(found: Found) -> Measure:
    if REACHED.search(found.link):
        return "level"
    words = found.link + found.verb
    return "increase" if RISE.search(words) else "decrease" if FALL.search(words) else "level"


def _bound(folded: str, amount: Amount, found: Found) -> Bound:
    around = f"{found.link} {folded[amount.end : amount.end + 2]}"
    told = next((bound for bound, words in BOUNDS.items() if words.search(around)), "exact")
    return "over" if told == "exact" and amount.is_exceeded else cast(Bound, told)


def _zeros(text: Text) -> Iterator[_Stated]:
    for match in ZERO.finditer(text.folded):
        yield _Stated(
            start=match.start(),
            end=match.end(),
            subject=canonical(text.printed[slice(*match.span("subject"))]),
            confidence=_ZERO,
            amount=(0.0, None, None),
            printed=(match.start(), match.start() + 1),
        )


def _hundreds(text: Text) -> Iterator[_Stated]:
    if not any(hundred in text.folded for hundred in ALL_OF_HUNDRED):
        return
    for match in HUNDREDS.finditer(text.folded):
        yield _Stated(
            start=match.start(),
            end=match.end(),
            subject=None,
            confidence=_HUNDREDS,
            amount=(100.0, None, "%"),
            printed=match.span("amount"),
            measures=int(read_number(match["count"])),
        )


def _quantity(text: Text, one: _Stated, sections: Sequence[Aimed]) -> Quantity:
    value, value_to, unit = one.amount
    sentence = sentence_around(text.folded, one.start, one.end)
    return Quantity(
        subject=one.subject,
        action=one.action,
        measure=one.measure,
        value=value,
        value_to=value_to,
        unit=unit,
        printed=text.printed[slice(*one.printed)],
        bound=one.bound,
        measures=one.measures,
        kind=kind_at(text, sections, one.start, sentence),
        year=sentence.year,
        evidence=text.evidence(one.start, one.end),
        confidence=one.confidence,
    )
