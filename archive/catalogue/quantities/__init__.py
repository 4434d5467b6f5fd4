"""Quantities and targets (指标) of a text with subject and unit, where the words leave no doubt.

A number is stated with what it counts: 培育50名青年骨干 before it, 煤炭产量120万吨 behind it. Where no listed
noun stands there, nothing is stated: of what is counted in a text most are measures and meetings (三个方面).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from archive.catalogue.quantities.aims import Aimed, aimed_sections, kind_at, sentence_around
from archive.catalogue.quantities.amounts import Amount, find_amounts
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
    counted = _counted(text, _within(text.folded, names))
    found = sorted([*counted, *_zeros(text), *_hundreds(text)], key=lambda one: one.start)
    sections = aimed_sections(text.folded) if found else ()
    return tuple(_quantity(text, one, sections) for one in found)


def _within(folded: str, names: Iterable[str]) -> Container[int]:
    """Return the places in the text that stand in one of the names."""
    places = set[int]()
    for name in {fold(name) for name in names}:
        for match in re.finditer(re.escape(name), folded):
            places.update(range(*match.span()))
    return places


def _counted(text: Text, named: Container[int]) -> Iterator[_Stated]:
    for amount in find_amounts(text.folded):
        if amount.start in named and amount.end - 1 in named:
            continue
        behind = subject_behind(text.folded, amount)
        found = behind or subject_before(text.folded, amount)
        if found:
            yield _stated(text, amount, found, _BEHIND if behind else _BEFORE)


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
