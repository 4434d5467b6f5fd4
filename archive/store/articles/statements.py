"""Writing what the catalogue states about an article; its statements are made anew with every text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlite_utils import Database

from archive.catalogue.campaigns.table import campaigns
from archive.catalogue.formulas import kind_of_formula
from archive.catalogue.organisations.grammar import kind_of
from archive.catalogue.organisations.table import organisations
from archive.statements import (
    CampaignMention,
    Catalogued,
    FormulaMention,
    OrganisationMention,
    Quantity,
    Relevance,
)
from archive.store.rows import columns, insert, select, value

Row = Mapping[str, Any]

QUANTITIES = "article_quantities"

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
        values = {"article_id": article_id, **row}
        if named := PLACES.get(table):
            values[f"{named[:-1]}_id"] = _id_of(db, named, values.pop("name"))
        insert(db, table, values)


def relevance_columns(found: Relevance) -> dict[str, Any]:
    """Return the columns of `articles` that tell how far a text is campaign material."""
    return {"relevance": found.score, "relevance_reasons": "; ".join(map(str, found.reasons))}


def clear_statements(db: Database, article_id: int) -> None:
    """Take back all statements about an article, and the names that no other one names."""
    db.execute(f"DELETE FROM {QUANTITIES} WHERE article_id = ?", [article_id])
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
        yield "article_campaigns", _row_of(campaign)
    for organisation in catalogued.organisations:
        yield "article_organisations", _organisation_row(organisation)
    for formula in catalogued.formulas:
        yield "article_formulas", _formula_row(formula)
    for quantity in catalogued.quantities:
        yield QUANTITIES, _row_of(quantity)


def stored_rows(db: Database, article_id: int) -> Iterator[tuple[str, Row]]:
    """Yield the same of what is stored about an article."""
    for table, named in PLACES.items():
        sql = (
            f"SELECT {named}.name AS statement_name, {table}.* FROM {table} JOIN {named} "
            f"ON {named}.id = {named[:-1]}_id WHERE article_id = ?"
        )
        for row in select(db, sql, [article_id]):
            yield table, {"name": row.pop("statement_name"), **_without_ids(row)}
    for row in select(db, f"SELECT * FROM {QUANTITIES} WHERE article_id = ?", [article_id]):
        yield QUANTITIES, _without_ids(row)


def _without_ids(row: Row) -> Row:
    return {name: cell for name, cell in row.items() if name != "id" and not name.endswith("_id")}


def _row_of(statement: CampaignMention | OrganisationMention | FormulaMention | Quantity) -> dict[str, Any]:
    """Its fields, with those of its evidence."""
    row = columns(statement)
    evidence = row.pop("evidence")
    return {**row, **columns(evidence)}


def _organisation_row(mention: OrganisationMention) -> Row:
    row = _row_of(mention)
    del row["kind"]
    return {"group_name": row.pop("group"), **row}


def _formula_row(mention: FormulaMention) -> Row:
    row = _row_of(mention)
    del row["kind"]
    expansion = row.pop("expansion")
    return {
        **row,
        "expansion": expansion.words if expansion else None,
        "expansion_start": expansion.start if expansion else None,
        "expansion_end": expansion.end if expansion else None,
    }


def _id_of(db: Database, table: str, name: str) -> int:
    known: int | None = value(db, f"SELECT id FROM {table} WHERE name = ?", [name])
    return known or insert(db, table, {"name": name, **_facts_of(table, name)})


def _facts_of(table: str, name: str) -> Row:
    """What is known of a name, beside the texts."""
    if table == "campaigns":
        known = campaigns().get(name)
        return _facts(known, _CAMPAIGN_FACTS) if known else {"kind": "own"}
    if table == "organisations":
        firm = organisations().get(name)
        return _facts(firm, _ORGANISATION_FACTS) if firm else {"kind": kind_of(name)}
    return {"kind": kind_of_formula(name)}


def _facts(known: object, names: Iterable[str]) -> Row:
    return {name: getattr(known, name) or None for name in names}
