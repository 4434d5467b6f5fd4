"""The formulas (提法) of a text: numbered abbreviations and quoted slogans, with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.catalogue.formulas.expansions import find_expansion
from archive.catalogue.formulas.numbered import find_numbered, is_numbered
from archive.catalogue.formulas.slogans import find_slogans
from archive.catalogue.text import BETWEEN_HALVES_AS_WRITTEN, BETWEEN_PARTS_AS_WRITTEN, Span, Text, canonical
from archive.fold import fold
from archive.statements import Evidence, FormulaKind, FormulaMention

_BLANK = re.compile(r"\s+")
_BETWEEN = re.compile(rf"\s*[{BETWEEN_PARTS_AS_WRITTEN}]\s*|\s+")
_BETWEEN_HALVES = re.compile(rf"\s*[{BETWEEN_HALVES_AS_WRITTEN}]\s*")
_SLOGAN_CONFIDENCE = 0.85


def formulas_of(text: Text) -> tuple[FormulaMention, ...]:
    """Return the formulas that a text uses, those of its title first, then by their first place."""
    sure = find_numbered(text)
    found = [
        _mention(text, "numbered", name, places, max(sure[place] for place in places))
        for name, places in _by_name(text, sure)
    ]
    slogans = _by_name(text, find_slogans(text))
    found += [_mention(text, "slogan", name, places, _SLOGAN_CONFIDENCE) for name, places in slogans]
    return tuple(sorted(found, key=lambda one: (one.role != "subject", one.evidence.start)))


def formula_name(printed: str) -> str:
    """Return the name under which all ways to print a formula are one: Simplified, with 、 between its parts.

    “安全第一,预防为主”, 「安全第一，預防為主」 and “安全第一 预防为主” are 安全第一、预防为主.
    """
    name = canonical(printed.strip())
    closed = _BLANK.sub("", name)
    return _BETWEEN_HALVES.sub("；", _BETWEEN.sub("、", closed if is_numbered(fold(closed)) else name))


def kind_of_formula(name: str) -> FormulaKind:
    """Return the kind of a formula, from its name alone."""
    return "numbered" if is_numbered(fold(name)) else "slogan"


def _by_name(text: Text, places: Iterable[Span]) -> Iterable[tuple[str, list[Span]]]:
    named: dict[str, list[Span]] = {}
    for start, end in places:
        named.setdefault(formula_name(text.printed[start:end]), []).append((start, end))
    return named.items()


def _mention(
    text: Text,
    kind: FormulaKind,
    name: str,
    places: list[Span],
    confidence: float,
) -> FormulaMention:
    return FormulaMention(
        name=name,
        kind=kind,
        role="subject" if places[0][0] < text.body_start else "mentioned",
        mentions=len(places),
        evidence=text.evidence(*places[0]),
        expansion=_expansion(text, places) if kind == "numbered" else None,
        confidence=confidence,
    )


def _expansion(text: Text, places: Iterable[Span]) -> Evidence | None:
    """The first that some place in the body has."""
    for start, end in places:
        found = find_expansion(text, start, end) if start >= text.body_start else None
        if found and found[0] >= text.body_start:
            return text.evidence(*found)
    return None
