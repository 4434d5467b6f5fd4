"""The sites that can be crawled: `SITE` of each file in spiders/, named like its file. Loads no Scrapy."""

from __future__ import annotations

import difflib
import pkgutil
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from archive.errors import CallError

if TYPE_CHECKING:
    from archive.extract.rules import SiteRules
    from crawler.site import Site

PACKAGE = "spiders"


def site_names() -> tuple[str, ...]:
    """Return the names of all sites, sorted; no site's file is loaded."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(import_module(PACKAGE).__path__)))


def require_sites(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names, each once; `CallError` with the nearest names for an unknown one."""
    wanted, known = tuple(dict.fromkeys(names)), site_names()
    for name in wanted:
        if name not in known:
            near = " or ".join(difflib.get_close_matches(name, known, cutoff=0.4))
            meant = f"Did you mean {near}? " if near else ""
            raise CallError(f"There is no site {name!r}", remedy=f"{meant}`campaign-archive sites` lists all")
    return wanted


def site(name: str) -> Site:
    """Return the declaration of a site; `CallError` for an unknown name."""
    require_sites([name])
    declared: Site = import_module(f"{PACKAGE}.{name}").SITE
    return declared


def all_sites() -> tuple[Site, ...]:
    """Return all declarations, sorted by name."""
    return tuple(map(site, site_names()))


def rules_of(name: str) -> tuple[SiteRules, ...]:
    """Return the templates of a site's articles; none for a collection of files, or a site since removed."""
    return site(name).rules if name in site_names() else ()
