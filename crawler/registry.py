"""The sites that can be crawled: `SITE` of each file in spiders/, named like its file. Loads no Scrapy."""

from __future__ import annotations

import difflib
import pkgutil
import traceback
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
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
    """Return the declaration of a site; `CallError` for an unknown name, or a file that can't be used."""
    require_sites([name])
    return _declared(name)


@cache
def _declared(name: str) -> Site:
    from crawler.site_faults import REMEDY, require_sound

    try:
        module = import_module(f"{PACKAGE}.{name}")
    except (Exception, SystemExit) as error:  # The file is a person's program, and may fail in any way.
        what = f"{PACKAGE}/{name}.py can't be loaded: {type(error).__name__}: {error}{_line(name, error)}"
        raise CallError(what, remedy=REMEDY) from error
    return require_sound(name, getattr(module, "SITE", None))


def _line(name: str, error: BaseException) -> str:
    """Where in a site's file it broke, as ` (line 6)`; nothing for a slip of syntax, which says so itself."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if Path(frame.filename).name == f"{name}.py"]
    return f" (line {lines[-1]})" if lines else ""


def all_sites() -> tuple[Site, ...]:
    """Return all declarations, sorted by name."""
    return tuple(map(site, site_names()))


def rules_of(name: str) -> tuple[SiteRules, ...]:
    """Return the templates of a site's articles; none for a collection of files, or a site since removed."""
    return site(name).rules if name in site_names() else ()
