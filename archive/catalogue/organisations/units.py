"""Where a text names organisations: those of the table, and others by the grammar of unit names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive.catalogue.organisations.listed import find_listed
from archive.catalogue.organisations.table import organisations
from archive.catalogue.organisations.unit import Unit
from archive.catalogue.organisations.unlisted import find_unlisted


def find_units(printed: str, folded: str, date: str | None) -> list[Unit]:
    """Return the organisations that a text names, ascending; `folded` is the fold of `printed`."""
    listed = find_listed(printed, folded, date)
    taken = [(unit.start, unit.end) for unit in listed]
    others = [
        unit
        for unit in find_unlisted(printed, folded)
        if not any(unit.start < end and start < unit.end for start, end in taken)
    ]
    return sorted([*listed, *others], key=lambda unit: unit.start)


def joined(units: Iterable[Unit]) -> list[Unit]:
    """Give one organisation one name: 石板桥矿 is the 石板桥煤矿 of the same text, 新庄矿 攀煤's."""
    found = list(units)
    names = {unit.name for unit in found}
    longer = {short: name for name in names for short in _short_forms(name) if short not in organisations()}
    parents = {unit.name: unit.parent for unit in found if unit.parent}

    named = ((unit, longer.get(unit.name, unit.name)) for unit in found)
    return [replace(unit, name=name, parent=unit.parent or parents.get(name)) for unit, name in named]


def _short_forms(name: str) -> Iterator[str]:
    if name.endswith("煤矿"):
        yield f"{name[:-2]}矿"
    if name.endswith("集团"):
        yield f"{name}公司"
