"""The organisations (单位) of a text: which issued it, and which it mentions, each with its group."""

from __future__ import annotations

from collections.abc import Sequence

from archive.catalogue.organisations.issuer import Issuer, find_issuer
from archive.catalogue.organisations.superior import find_superior
from archive.catalogue.organisations.table import above, kind_of_organisation, organisations
from archive.catalogue.organisations.unit import Unit
from archive.catalogue.organisations.units import find_units, joined
from archive.catalogue.text import Text
from archive.statements import OrganisationMention


def organisations_of(text: Text) -> tuple[OrganisationMention, ...]:
    """Return the organisations that a text names, its issuer first, whether it names it or its page does."""
    units = joined(find_units(text.printed, text.folded, text.date))
    issuer = find_issuer(text, units)
    by_name: dict[str, list[Unit]] = {}
    for unit in units:
        by_name.setdefault(unit.name, []).append(unit)
    issued = [_issuer(issuer, by_name.pop(issuer.unit.name, []), units, text)] if issuer else []
    return (*issued, *(_mentioned(all_, text) for all_ in by_name.values()))


def _issuer(issuer: Issuer, named: Sequence[Unit], units: Sequence[Unit], text: Text) -> OrganisationMention:
    """`named` are the places where the text names it: there it may say what it belongs to."""
    unit = next((unit for unit in (issuer.unit, *named) if unit.parent), issuer.unit)
    superior = find_superior(text, unit, units)
    parent, group = _below(superior, text) if superior else _place(unit, text)
    return OrganisationMention(
        name=issuer.unit.name,
        kind=kind_of_organisation(issuer.unit.name),
        parent=parent,
        group=group,
        part=issuer.unit.part,
        role="issuer",
        mentions=len(named),
        evidence=issuer.evidence,
        confidence=issuer.confidence,
    )


def _mentioned(units: Sequence[Unit], text: Text) -> OrganisationMention:
    first = units[0]
    parent, group = _place(first, text)
    return OrganisationMention(
        name=first.name,
        kind=kind_of_organisation(first.name),
        parent=parent,
        group=group,
        part=None,
        role="mentioned",
        mentions=len(units),
        evidence=text.evidence(first.start, first.end),
        confidence=max(unit.confidence for unit in units),
    )


def _below(superior: Unit, text: Text) -> tuple[str, str]:
    _, group = _place(superior, text)
    return superior.name, group or superior.name


def _place(unit: Unit, text: Text) -> tuple[str | None, str | None]:
    """The nearest firm above a unit at the time of the text, and the uppermost, which may be itself."""
    if unit.name in organisations():
        firms = list(above(unit.name, text.date))
    else:
        firms = [unit.parent, *above(unit.parent, text.date)] if unit.parent else []
    is_group = kind_of_organisation(unit.name) not in ("mine", None, "press", "vendor", "government", "union")
    group = firms[-1] if firms else unit.name if is_group else None
    return (firms[0] if firms else None), group
