"""Crawls the sites that no other run holds, so that one long run costs the others nothing."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive.errors import LockedError
from archive.store.locking.lock import hold
from archive.store.visit import RunReport
from crawler.plan import WALK, Plan

if TYPE_CHECKING:
    from crawler.site import Site


@dataclass(frozen=True, slots=True)
class Crawled:
    """What a call crawled, and what it left to others."""

    reports: Sequence[RunReport]
    left_out: tuple[str, ...]
    """For each site that another run holds, a line that says so."""


def crawl_free(sites: Sequence[Site], directory: Path, plan: Plan = WALK) -> Crawled:
    """Crawl the sites that are free, and show how far it is; tell at once of those that are not.

    `sites` names one at least. `LockedError` where none is free, before Scrapy is loaded.
    """
    with ExitStack() as locks:
        refusals = {site.name: _refusal(locks, directory, site) for site in sites}
        free = [site for site in sites if refusals[site.name] is None]
        refused = [refusal for refusal in refusals.values() if refusal]
        if not free:
            raise refused[0]
        left_out = tuple(f"Left out: {refusal}" for refusal in refused)
        for line in left_out:
            click.echo(line, err=True)
        from crawler.progress import terminal_progress
        from crawler.run import crawl_sites

        return Crawled(crawl_sites(free, directory, terminal_progress(), plan), left_out)


def _refusal(locks: ExitStack, directory: Path, site: Site) -> LockedError | None:
    """Hold a site until `locks` end; what another run says, where one has it."""
    try:
        locks.enter_context(hold(directory, site.name))
    except LockedError as refusal:
        return refusal
    return None
