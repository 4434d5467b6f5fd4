"""What a person corrects in the catalogue of one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias, TypeVar, get_args

from archive.catalogue.formulas import formula_name, kind_of_formula
from archive.catalogue.organisations.table import above, kind_of_organisation
from archive.statements import CampaignMention, Catalogued, Evidence, FormulaMention, OrganisationMention

CorrectedThing: TypeAlias = Literal[
    "campaign", "no campaign", "issuer", "organisation", "no organisation", "formula", "no formula", "genre"
]

CORRECTED_THINGS: Final[tuple[CorrectedThing, ...]] = get_args(CorrectedThing)

_Mention = TypeVar("_Mention", CampaignMention, FormulaMention, OrganisationMention)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One line of corrections.csv."""

    what: CorrectedThing
    value: str
    """Canonical name of a campaign or an organisation, or a genre."""
    reason: str


def corrected(catalogued: Catalogued, corrections: Iterable[Correction], date: str | None) -> Catalogued:
    """Return the statements as a person corrected them; `date` is that of the text."""
    for correction in corrections:
        catalogued = _applied(catalogued, correction, date)
    return catalogued


def _applied(catalogued: Catalogued, correction: Correction, date: str | None) -> Catalogued:
    if "campaign" in correction.what:
        return replace(catalogued, campaigns=tuple(_campaigns(catalogued, correction)))
    if "formula" in correction.what:
        return replace(catalogued, formulas=tuple(_formulas(catalogued, correction)))
    if correction.what != "genre":
        return replace(catalogued, organisations=tuple(_organisations(catalogued, correction, date)))
    return catalogued


def _campaigns(catalogued: Catalogued, correction: Correction) -> Iterator[CampaignMention]:
    if correction.what == "campaign":
        yield _campaign(catalogued, correction)
    yield from (one for one in catalogued.campaigns if one.name != correction.value)


def _formulas(catalogued: Catalogued, correction: Correction) -> Iterator[FormulaMention]:
    yield from (one for one in catalogued.formulas if one.name != formula_name(correction.value))
    if correction.what == "formula":
        yield _formula(catalogued, correction)


def _organisations(
    catalogued: Catalogued, correction: Correction, date: str | None
) -> Iterator[OrganisationMention]:
    others = [one for one in catalogued.organisations if one.name != correction.value]
    if correction.what == "issuer":
        yield _organisation(catalogued, correction, date)
        yield from (replace(one, role="mentioned", part=None) for one in others)
        return
    yield from others
    if correction.what == "organisation":
        yield _organisation(catalogued, correction, date)


def _campaign(catalogued: Catalogued, correction: Correction) -> CampaignMention:
    made = CampaignMention(
        name=correction.value,
        role="subject",
        year=None,
        mentions=0,
        evidence=_evidence(correction),
        confidence=1.0,
        correction=correction.reason,
    )
    return replace(_known(catalogued.campaigns, made), role="subject")


def _formula(catalogued: Catalogued, correction: Correction) -> FormulaMention:
    name = formula_name(correction.value)
    made = FormulaMention(
        name=name,
        kind=kind_of_formula(name),
        role="mentioned",
        mentions=0,
        evidence=_evidence(correction),
        expansion=None,
        confidence=1.0,
        correction=correction.reason,
    )
    return _known(catalogued.formulas, made)


def _organisation(catalogued: Catalogued, correction: Correction, date: str | None) -> OrganisationMention:
    name, firms = correction.value, list(above(correction.value, date))
    made = OrganisationMention(
        name=name,
        kind=kind_of_organisation(name),
        parent=firms[0] if firms else None,
        group=firms[-1] if firms else name,
        part=None,
        role="mentioned",
        mentions=0,
        evidence=_evidence(correction),
        confidence=1.0,
        correction=correction.reason,
    )
    found = _known(catalogued.organisations, made)
    return replace(found, role="issuer") if correction.what == "issuer" else found


def _known(mentions: Iterable[_Mention], made: _Mention) -> _Mention:
    """What the text states by that name, now sure; else what is made of the person's word alone."""
    known = next((one for one in mentions if one.name == made.name), made)
    return replace(known, confidence=made.confidence, correction=made.correction)


def _evidence(correction: Correction) -> Evidence:
    """The words of a correction are the person's own."""
    return Evidence(field="correction", start=0, end=len(correction.value), words=correction.value)
