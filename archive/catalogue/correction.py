"""What a person corrects in the catalogue of one text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from archive.catalogue.organisation_table import above, organisations
from archive.catalogue.unit_names import kind_of
from archive.statements import CampaignMention, Catalogued, Evidence, OrganisationMention

CorrectedThing: TypeAlias = Literal[
    "campaign", "no campaign", "issuer", "organisation", "no organisation", "genre"
]

CORRECTED_THINGS: Final[tuple[CorrectedThing, ...]] = (
    *("campaign", "no campaign", "issuer", "organisation", "no organisation", "genre"),
)


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
    other_campaigns = tuple(one for one in catalogued.campaigns if one.name != correction.value)
    others = tuple(one for one in catalogued.organisations if one.name != correction.value)
    match correction.what:
        case "campaign":
            return replace(catalogued, campaigns=(_campaign(catalogued, correction), *other_campaigns))
        case "no campaign":
            return replace(catalogued, campaigns=other_campaigns)
        case "issuer":
            demoted = (replace(one, role="mentioned", part=None) for one in others)
            return replace(catalogued, organisations=(_organisation(catalogued, correction, date), *demoted))
        case "organisation":
            return replace(catalogued, organisations=(*others, _organisation(catalogued, correction, date)))
        case "no organisation":
            return replace(catalogued, organisations=others)
        case "genre":
            return catalogued


def _campaign(catalogued: Catalogued, correction: Correction) -> CampaignMention:
    for known in catalogued.campaigns:
        if known.name == correction.value:
            return replace(known, role="subject", confidence=1.0, correction=correction.reason)
    return CampaignMention(
        name=correction.value,
        role="subject",
        year=None,
        mentions=0,
        evidence=_evidence(correction),
        confidence=1.0,
        correction=correction.reason,
    )


def _organisation(catalogued: Catalogued, correction: Correction, date: str | None) -> OrganisationMention:
    is_issuer = correction.what == "issuer"
    for known in catalogued.organisations:
        if known.name == correction.value:
            role = "issuer" if is_issuer else known.role
            return replace(known, role=role, confidence=1.0, correction=correction.reason)
    name, firms = correction.value, list(above(correction.value, date))
    listed = organisations().get(name)
    return OrganisationMention(
        name=name,
        kind=listed.kind if listed else kind_of(name),
        parent=firms[0] if firms else None,
        group=firms[-1] if firms else name,
        part=None,
        role="issuer" if is_issuer else "mentioned",
        mentions=0,
        evidence=_evidence(correction),
        confidence=1.0,
        correction=correction.reason,
    )


def _evidence(correction: Correction) -> Evidence:
    """The words of a correction are the person's own."""
    return Evidence(field="correction", start=0, end=len(correction.value), words=correction.value)
