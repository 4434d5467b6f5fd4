"""What is known of one site's templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRules:
    """CSS selectors of one template, as it was seen at one time."""

    body: str
    """The element that holds the text, or several (`div.content p`). Without it: another template."""
    title: str | None = None
    byline: str | None = None
    drop: tuple[str, ...] = ()
    """Elements inside the body that are no part of the text."""
    next_part: str | None = None
    """The link to the next page of the same article."""
    charset: str | None = None
    """Only where the evidence of the bytes misleads; None: decide by evidence."""
    since: str | None = None
    """First date (ISO 8601, to any precision) of a page that was seen with this template; None: unknown."""


Rules: TypeAlias = "SiteRules | tuple[SiteRules, ...] | None"
"""One template, or several, the newest first: see `in_order`."""


def versions(rules: Rules) -> tuple[SiteRules, ...]:
    """Return the templates to try, in their order."""
    if rules is None:
        return ()
    return (rules,) if isinstance(rules, SiteRules) else rules


def in_order(known: tuple[SiteRules, ...], date: str | None) -> tuple[SiteRules, ...]:
    """Return the templates in the order in which a page of `date` (ISO 8601) is tried against them.

    The first whose body is on the page is used. Those that came after the page stand last: a new template
    often keeps the names of an old one for other boxes, yet old pages are also moved into new templates.
    """
    if date is None:
        return known
    return tuple(
        sorted(known, key=lambda rules: bool(rules.since and rules.since > date[: len(rules.since)]))
    )
