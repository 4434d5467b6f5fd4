"""What is wrong with the file of a site, told before anything is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, get_args

from cssselect import HTMLTranslator, SelectorError

from archive.errors import CallError
from archive.extract.rules import SiteRules
from crawler.address import host_of
from crawler.site import Site, SiteKind

REMEDY: Final = "Mend it (docs/adding-a-site.md says what each field holds), or take the file away"
_TUPLES: Final = ("start", "channels", "hosts", "rules")
_PATTERNS: Final = ("article", "listing", "unwanted_titles", "scripted")
_SELECTORS: Final = ("body", "title", "byline", "next_part")


def require_sound(name: str, declared: object) -> Site:
    """Return what `spiders/NAME.py` declares as `SITE`; `CallError` that names the field where it is unsound.

    Only what would make a crawl fail, or ask for nothing, is refused: a channel that is no start list is not.
    """
    for fault in _faults(name, declared):
        raise CallError(f"spiders/{name}.py can't be used: {fault}", remedy=REMEDY)
    assert isinstance(declared, Site)
    return declared


def _faults(name: str, declared: object) -> Iterator[str]:
    if not isinstance(declared, Site):
        yield "it declares no `SITE = Site(…)`"
        return
    if declared.name != name:
        yield f"its `name` is {declared.name!r}, and must be that of the file"
    if declared.kind not in get_args(SiteKind):
        yield f"`kind` is {declared.kind!r}, and must be one of: {', '.join(get_args(SiteKind))}"
    for field in _TUPLES:
        if not isinstance(getattr(declared, field), tuple):
            yield f"`{field}` must be in round brackets, with a comma behind each: (…,)"
            return
    yield from _faults_of_addresses(declared)
    yield from _faults_of_patterns(declared)
    yield from _faults_of_selectors(declared)


def _faults_of_addresses(declared: Site) -> Iterator[str]:
    if not declared.start:
        yield "`start` is empty, so there is nothing to begin at"
    for url in (declared.home, *declared.start):
        if host_of(url) is None:
            yield f"{url!r} is no address of a web page; it begins with http:// or https://"


def _faults_of_patterns(declared: Site) -> Iterator[str]:
    for field in _PATTERNS:
        try:
            re.compile(getattr(declared, field) or "")
        except re.error as error:
            yield f"`{field}` is no pattern ({error})"


def _faults_of_selectors(declared: Site) -> Iterator[str]:
    yield from _fault_of_selector("items", declared.items)
    if not all(isinstance(rules, SiteRules) for rules in declared.rules):
        yield "`rules` must hold SiteRules(…)"
        return
    for rules in declared.rules:
        for field in _SELECTORS:
            yield from _fault_of_selector(field, getattr(rules, field))
        for selector in rules.drop:
            yield from _fault_of_selector("drop", selector)


def _fault_of_selector(field: str, selector: str | None) -> Iterator[str]:
    try:
        HTMLTranslator().css_to_xpath(selector or "*")
    except SelectorError as error:
        yield f"`{field}` is no CSS selector ({error})"
