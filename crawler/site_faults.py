"""What is wrong with the file of a site, told before anything is asked for."""

from __future__ import annotations

import math
import re
import reprlib
from collections.abc import Iterator
from datetime import date
from types import UnionType
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from cssselect import HTMLTranslator, SelectorError

from archive.errors import CallError
from archive.extract.charset import decode_as
from archive.extract.rules import SiteRules
from crawler.address import host_of, in_ascii
from crawler.paging import Paging
from crawler.site import Site

REMEDY: Final = "Mend it (docs/adding-a-site.md says what each field holds), or take the file away"
_PATTERNS: Final = ("article", "listing", "unwanted_titles", "scripted")
_SELECTORS: Final = ("body", "title", "byline", "next_part")
_DAY: Final = r"\d{4}-\d\d-\d\d"
_DATE: Final = r"\d{4}(?:-\d\d){0,2}"
_WORDS: Final = {str: "a text in quotes", int: "a whole number", float: "a number", SiteRules: "SiteRules(…)"}


def require_sound(name: str, declared: object) -> Site:
    """Return what `spiders/NAME.py` declares as `SITE`; `CallError` that names the field where it is unsound.

    Only what would make a crawl fail, or ask for nothing, is refused: a channel that is no start list is
    warned of by each walk.
    """
    for fault in _faults(name, declared):
        raise CallError(f"spiders/{name}.py can't be used: {fault}", remedy=REMEDY)
    assert isinstance(declared, Site)
    return declared


def _faults(name: str, declared: object) -> Iterator[str]:
    """Each is told where those before it are none: an address is read once it is known to be a text."""
    if not isinstance(declared, Site):
        yield "it declares no `SITE = Site(…)`"
        return
    if declared.name != name:
        yield f"its `name` is {declared.name!r}, and must be that of the file"
    yield from _faults_of_types(declared, Site)
    for rules in declared.rules:
        yield from _faults_of_types(rules, SiteRules)
    yield from _faults_of_addresses(declared)
    yield from _faults_of_numbers(declared)
    yield from _faults_of_patterns(declared)
    yield from _fault_of_selector("items", declared.items)
    for rules in declared.rules:
        yield from _faults_of_rules(rules)


def _faults_of_types(declared: Site | SiteRules, described: type) -> Iterator[str]:
    for field, hint in get_type_hints(described).items():
        value = getattr(declared, field)
        if wanted := _misfit(value, hint):
            yield f"`{field}` is {reprlib.repr(value)}, and must be {wanted}"


def _misfit(value: object, hint: Any) -> str | None:
    """What a value must be, in words, where it is not of the type that its field has."""
    inner = get_args(hint)
    if get_origin(hint) is Literal:
        return None if value in inner else f"one of: {', '.join(inner)}"
    if get_origin(hint) is UnionType:
        return _misfit(value, inner[0]) if value is not None else None
    if get_origin(hint) is tuple:
        if not isinstance(value, tuple):
            return "in round brackets, with a comma behind each: (…,)"
        wrong = next(filter(None, (_misfit(each, inner[0]) for each in value)), None)
        return wrong and f"(…,), of which each is {wrong}"
    if hint is Paging:
        is_dialect = hasattr(value, "next_page") and not isinstance(value, type)
        return None if is_dialect else 'a dialect of crawler.paging: Query("page")'
    fits = isinstance(value, (int, float) if hint is float else hint) and not isinstance(value, bool)
    return None if fits else _WORDS[hint]


def _faults_of_addresses(declared: Site) -> Iterator[str]:
    if not declared.start:
        yield "`start` is empty, so there is nothing to begin at"
    for url in (declared.home, *declared.start):
        if host_of(url) is None:
            yield f"{url!r} is no address of a web page; it begins with http:// or https://"
    for host in declared.hosts:
        if host_of(f"http://{host}/") != in_ascii(host):
            yield f"`hosts` has {host!r}, which is no host alone: news.example.com"


def _faults_of_numbers(declared: Site) -> Iterator[str]:
    if not 0 <= declared.delay < math.inf:
        yield f"`delay` is {declared.delay}, and must be seconds: 0 or more"
    if declared.verified is not None and not _is_date(declared.verified, _DAY):
        yield f"`verified` is {declared.verified!r}, and must be a day: 2026-11-01"


def _is_date(text: str, form: str) -> bool:
    """Whether a text has the form, and the calendar has its day: no 2026-13-01."""
    if not re.fullmatch(form, text, re.ASCII):
        return False
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def _faults_of_patterns(declared: Site) -> Iterator[str]:
    if not declared.article:
        yield "`article` is empty, so that no page would be an article"
    for field in _PATTERNS:
        try:
            re.compile(getattr(declared, field) or "")
        except re.error as error:
            yield f"`{field}` is no pattern ({error})"
    if re.compile(declared.scripted or "").groups > 1:
        yield "`scripted` has several groups; write (?:…) for all but that of the address"
    if "{}" not in declared.scripted_form:
        yield "`scripted_form` has no {} for what `scripted` finds"


def _faults_of_rules(rules: SiteRules) -> Iterator[str]:
    for field in _SELECTORS:
        yield from _fault_of_selector(field, getattr(rules, field))
    for selector in rules.drop:
        yield from _fault_of_selector("drop", selector)
    if rules.since is not None and not _is_date(rules.since, _DATE):
        yield f"`since` is {rules.since!r}, and must be a date: 2026-11-01, 2026-11 or 2026"
    try:
        decode_as(b" ", rules.charset or "utf-8")
    except LookupError:
        yield f"`charset` is {rules.charset!r}, which Python does not know"


def _fault_of_selector(field: str, selector: str | None) -> Iterator[str]:
    try:
        HTMLTranslator().css_to_xpath("*" if selector is None else selector)
    except SelectorError as error:
        yield f"`{field}` is no CSS selector ({error})"
