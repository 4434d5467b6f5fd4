"""Writing what the catalogue states about an article; its statements are made anew with every text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlite_utils import Database

from archive.catalogue.campaign_table import campaigns
from archive.catalogue.formulas import kind_of_formula
from archive.catalogue.organisation_table import organisations
from archive.catalogue.unit_names import kind_of
from archive.statements import (
    CampaignMention,
    Catalogued,
    FormulaMention,
    OrganisationMention,
    Relevance,
)
from archive.store.articles.quantities import clear_quantities, write_quantities
from archive.store.rows import columns, insert

Row = Mapping[str, Any]

PLACES = {
    "article_campaigns": "campaigns",
    "article_organisations": "organisations",
    "article_formulas": "formulas",
}
"""The tables of places, and the tables of what is named there."""

_CAMPAIGN_FACTS = ("full_name", "aliases", "kind", "initiator", "start", "end", "source")
_ORGANISATION_FACTS = ("full_name", "aliases", "kind", "parent", "province", "domain", "source")


def write_statements(db: Database, article_id: int, catalogued: Catalogued) -> None:
    """Write all statements about an article that has none yet; within a transaction of the caller."""
    for table, row in statement_rows(catalogued):
        named = PLACES[table]
        values = dict(row)
        name_id = _id_of(db, named, values.pop("name"))
        insert(db, table, {"article_id": article_id, f"{named[:-1]}_id": name_id, **values})
    write_quantities(db, article_id, catalogued.quantities)


def relevance_columns(found: Relevance) -> dict[str, Any]:
    """Return the columns of `articles` that tell how far a text is campaign material."""
    return {"relevance": found.score, "relevance_reasons": "; ".join(map(str, found.reasons))}


def clear_statements(db: Database, article_id: int) -> None:
    """Take back all statements about an article, and the names that no other one names."""
    clear_quantities(db, article_id)
    for table, named in PLACES.items():
        column = f"{named[:-1]}_id"
        ids = [
            row[0] for row in db.execute(f"SELECT {column} FROM {table} WHERE article_id = ?", [article_id])
        ]
        db.execute(f"DELETE FROM {table} WHERE article_id = ?", [article_id])
        for name_id in ids:
            db.execute(
                f"DELETE FROM {named} WHERE id = ? AND NOT EXISTS (SELECT 1 FROM {table} WHERE {column} = ?)",
                [name_id, name_id],
            )


def statement_rows(catalogued: Catalogued) -> Iterator[tuple[str, Row]]:
    """Yield table and row of each statement, with the name instead of its id."""
    for campaign in catalogued.campaigns:
        yield "article_campaigns", _campaign_row(campaign)
    for organisation in catalogued.organisations:
        yield "article_organisations", _organisation_row(organisation)
    for formula in catalogued.formulas:
        yield "article_formulas", _formula_row(formula)


def _campaign_row(mention: CampaignMention) -> Row:
    return {"name": mention.name, "role": mention.role, "year": mention.year, **_evidence_row(mention)}


def _organisation_row(mention: OrganisationMention) -> Row:
    return {
        "name": mention.name,
        "role": mention.role,
        "part": mention.part,
        "parent": mention.parent,
        "group_name": mention.group,
        **_evidence_row(mention),
    }


def _formula_row(mention: FormulaMention) -> Row:
    expansion = mention.expansion
    return {
        "name": mention.name,
        "role": mention.role,
        "expansion": expansion.words if expansion else None,
        "expansion_start": expansion.start if expansion else None,
        "expansion_end": expansion.end if expansion else None,
        **_evidence_row(mention),
    }


def _evidence_row(mention: CampaignMention | OrganisationMention | FormulaMention) -> Row:
    return {
        "mentions": mention.mentions,
        **columns(mention.evidence),
        "confidence": mention.confidence,
        "correction": mention.correction,
    }


def _id_of(db: Database, table: str, name: str) -> int:
    found = db.execute(f"SELECT id FROM {table} WHERE name = ?", [name]).fetchone()
    return int(found[0]) if found else insert(db, table, {"name": name, **_FACTS[table](name)})


def _campaign_facts(name: str) -> Row:
    known = campaigns().get(name)
    if known is None:
        return {fact: "own" if fact == "kind" else None for fact in _CAMPAIGN_FACTS}
    return {fact: getattr(known, fact) or None for fact in _CAMPAIGN_FACTS}


def _organisation_facts(name: str) -> Row:
    known = organisations().get(name)
    if known is None:
        return {fact: kind_of(name) if fact == "kind" else None for fact in _ORGANISATION_FACTS}
    return {fact: getattr(known, fact) or None for fact in _ORGANISATION_FACTS}


def _formula_facts(name: str) -> Row:
    return {"kind": kind_of_formula(name)}


_FACTS = {
    "campaigns": _campaign_facts,
    "organisations": _organisation_facts,
    "formulas": _formula_facts,
}
