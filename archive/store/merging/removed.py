"""Texts that were taken out of one archive stay out of the merged one, with all that belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive.store import tombstones
from archive.store.archive import Archive
from archive.store.removal import addresses_of
from archive.store.rows import select
from archive.store.tombstones import Tombstone


def all_removed(ours: Archive, theirs: Archive) -> tuple[list[Tombstone], list[Tombstone]]:
    """Return what either archive has taken out, and those of them that our own file does not name yet.

    Where one archive has removed a text, the other may know more of its pages and files: all are named.
    """
    own = tombstones.read(ours.directory)
    known = {one.url: set(one.addresses) for one in own}
    named = [*own, *_noted(ours), *tombstones.read(theirs.directory), *_noted(theirs)]
    widened = [_widened(one, ours, theirs) for one in _once(named)]
    fresh = [one for one in widened if one.url not in known or set(one.addresses) - known[one.url]]
    return [*own, *fresh], fresh


def _noted(archive: Archive) -> Iterator[Tombstone]:
    """An older program noted them in the database alone."""
    for row in select(archive.db, "SELECT url, why, removed_at FROM removals"):
        yield Tombstone(**row, addresses=())


def _once(found: Iterable[Tombstone]) -> list[Tombstone]:
    """One for each address, with the reason of the first and the pages of all."""
    merged: dict[str, Tombstone] = {}
    for one in found:
        first = merged.setdefault(one.url, one)
        addresses = dict.fromkeys((*first.addresses, *one.addresses))
        merged[one.url] = replace(first, addresses=tuple(addresses))
    return list(merged.values())


def _widened(one: Tombstone, *archives: Archive) -> Tombstone:
    held = (address for archive in archives for address in addresses_of(archive.db, one.url))
    return replace(one, addresses=tuple(dict.fromkeys((*one.addresses, *held))))
