"""The organisations of organisations.tsv: their names, and what they belonged to at which time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache

from archive.catalogue.names import Names
from archive.catalogue.organisations.grammar import kind_of, plain_name
from archive.catalogue.table import read_table, values
from archive.fold import fold

FIRMS = ("central_soe", "provincial_soe", "company", "mine")
"""Kinds that belong to the tree of firms; authorities stand above it."""

_SHORTEST_PLAIN = 5
_BRACKETED = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One row of the table."""

    name: str
    full_name: str
    aliases: str
    """All other names, joined by |."""
    kind: str
    """central_soe, provincial_soe, company, mine, government, union, press or vendor."""
    parent: str
    since: str
    until: str
    former_parent: str
    province: str
    domain: str
    source: str

    def parent_at(self, date: str | None) -> str:
        """Return what it belonged to at a date (ISO 8601, cut as known), today where that is None."""
        if date and self.since and date < self.since[: len(date)]:
            return self.former_parent
        if date and self.until and date > self.until:
            return ""
        return self.parent


@dataclass(frozen=True, slots=True)
class Alias:
    """One of an organisation's names."""

    organisation: Organisation
    is_weak: bool
    """It counts only beside other evidence."""


@cache
def organisations() -> dict[str, Organisation]:
    """Return the table by name."""
    return {row["name"]: _organisation(row) for row in read_table("organisations.tsv")}


@cache
def organisation_names() -> Names[Alias]:
    """Return all names, folded."""
    rows = ((row["name"], _names(row)) for row in read_table("organisations.tsv"))
    return Names.of(
        (fold(name), owner, Alias(organisations()[owner], is_weak))
        for owner, names in rows
        for name, is_weak in names
    )


def kind_of_organisation(name: str) -> str | None:
    """Return the kind that the table states, else the one that the end of a name tells; None for neither."""
    listed = organisations().get(name)
    return listed.kind if listed else kind_of(name)


def above(name: str, date: str | None) -> Iterator[str]:
    """Yield the firms that an organisation belonged to at a date, from the nearest to the group."""
    table, seen = organisations(), {name}
    while name in table:
        name = table[name].parent_at(date)
        if not name or name in seen or table[name].kind not in FIRMS:
            return
        seen.add(name)
        yield name


@cache
def _below() -> dict[str, tuple[Organisation, ...]]:
    found: dict[str, tuple[Organisation, ...]] = {}
    for each in organisations().values():
        for firm in {each.parent, each.former_parent} - {""}:
            found[firm] = (*found.get(firm, ()), each)
    return found


@cache
def firms_by_domain() -> dict[str, str]:
    """Return of each firm's domain its name."""
    return {each.domain: each.name for each in organisations().values() if each.domain and each.kind in FIRMS}


def unit_below(firm: str, ending: str) -> str | None:
    """Return the one unit right below a firm whose name ends so: below 阳煤集团, 五矿 is 阳煤五矿."""
    names = {each.name for each in _below().get(firm, ()) if fold(each.name).endswith(ending)}
    return names.pop() if len(names) == 1 else None


def _names(row: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Every name, and whether it is weak; 开滦（集团）有限责任公司 goes without its brackets too."""
    weak = values(row["weak"])
    yield from ((name, True) for name in weak)
    for name in (_BRACKETED.sub("", row["name"]), row["full_name"], *values(row["aliases"])):
        if name and name not in weak:
            yield name, False
            folded = fold(name)
            bare = _BRACKETED.sub(r"\1", folded)
            if bare != folded:
                yield bare, False
            if "公司" in name and len(plain_name(bare)) >= _SHORTEST_PLAIN:
                yield plain_name(bare), False


def _organisation(row: Mapping[str, str]) -> Organisation:
    columns = {field.name: row[field.name] for field in fields(Organisation)}
    return Organisation(**columns | {"aliases": "|".join(filter(None, (row["aliases"], row["weak"])))})
