"""The campaigns of campaigns.tsv, and the names that they go by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from archive.catalogue.names import pattern_of
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


@dataclass(frozen=True, slots=True)
class CampaignNames:
    """The names of all campaigns, squeezed."""

    pattern: re.Pattern[str]
    aliases: dict[str, tuple[Alias, ...]]


@cache
def campaigns() -> dict[str, Campaign]:
    """Return the table by name."""
    return {row["name"]: _campaign(dict(row)) for row in read_table("campaigns.tsv")}


@cache
def campaign_names() -> CampaignNames:
    """Return all names, ready to be looked for in a squeezed text."""
    found: dict[str, dict[str, Alias]] = {}
    for row in read_table("campaigns.tsv"):
        campaign = campaigns()[row["name"]]
        is_weak = row["name"] in values(f"{row['weak']}|{row['dated']}")
        for strength, names in (
            ("sure", (*(() if is_weak else (row["name"],)), *values(row["aliases"]))),
            ("weak", values(row["weak"])),
            ("dated", values(row["dated"])),
        ):
            for name in names:
                found.setdefault(squeeze(name), {}).setdefault(campaign.name, Alias(campaign, strength))  # type: ignore[arg-type]
    return CampaignNames(pattern_of(found), {name: tuple(all_.values()) for name, all_ in found.items()})


def _campaign(row: dict[str, str]) -> Campaign:
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
