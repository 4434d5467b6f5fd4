"""The campaigns of campaigns.tsv, and the names that they go by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from archive.catalogue.names import Names
from archive.catalogue.table import read_table, values
from archive.catalogue.text import squeeze

Strength: TypeAlias = Literal["sure", "weak", "dated"]
"""A sure name counts wherever it stands, a weak one in quotes or before 活动, a dated one in its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """One row of the table."""

    name: str
    full_name: str
    aliases: str
    """All names, joined by |."""
    kind: str
    """party, safety, union or industry."""
    initiator: str
    start: str
    """Year, month or day; empty when not known."""
    end: str
    """Empty while it goes on, or when not known."""
    is_yearly: bool
    source: str


@dataclass(frozen=True, slots=True)
class Alias:
    """One of a campaign's names."""

    campaign: Campaign
    strength: Strength


@cache
def campaigns() -> dict[str, Campaign]:
    """Return the table by name."""
    return {row["name"]: _campaign(row) for row in read_table("campaigns.tsv")}


@cache
def campaign_names() -> Names[Alias]:
    """Return all names, squeezed."""
    rows = ((row["name"], _names(row)) for row in read_table("campaigns.tsv"))
    return Names.of(
        (squeeze(name), owner, Alias(campaigns()[owner], strength))
        for owner, names in rows
        for name, strength in names
    )


def _names(row: Mapping[str, str]) -> Iterator[tuple[str, Strength]]:
    """Every name, and how strong it is; the campaign's own is sure unless it is among the others."""
    weak, dated = values(row["weak"]), values(row["dated"])
    if row["name"] not in weak + dated:
        yield row["name"], "sure"
    yield from ((name, "sure") for name in values(row["aliases"]))
    yield from ((name, "weak") for name in weak)
    yield from ((name, "dated") for name in dated)


def _campaign(row: Mapping[str, str]) -> Campaign:
    names = "|".join(filter(None, (row["aliases"], row["weak"], row["dated"])))
    return Campaign(
        name=row["name"],
        full_name=row["full_name"],
        aliases=names,
        kind=row["kind"],
        initiator=row["initiator"].replace("|", " "),
        start=row["start"],
        end=row["end"],
        is_yearly=row["recurring"].startswith("yearly"),
        source=row["source"],
    )
