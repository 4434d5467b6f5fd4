"""What each text of a cluster is to the others: the original, its copies, the fuller one of a truncated text.

A function of the cluster's texts alone, whatever the order in which they came in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from archive.copies.mirrors import original_address, same_path
from archive.copies.relation import COPIED
from archive.fold import fold
from archive.model import NOT_WHOLE

Role: TypeAlias = Literal["original", "copy", "mirror", "fuller", "truncated"]

_ISSUING: Final = {"mine": 0, "soe": 0, "government": 0, "association": 0, "industry_press": 1, "imported": 2}
_COPYING: Final = 3
"""Essay mills, vendors and mirrors write nothing of their own."""

_LONGER: Final = 1.1
"""So many times as long is a text that is called fuller."""

_SURE: Final = {0: 0.9, 1: 0.7, 2: 0.6, _COPYING: 0.4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A text of a cluster; the columns of `articles` of the same names, and its site's kind."""

    id: int
    key: str
    url: str
    title: str | None
    site_kind: str | None
    published_at: str | None
    completeness: str
    flags: str
    script: str | None
    masked_count: int | None
    body_chars: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What a text has in common with another; see `archive.copies.comparison`."""

    contained: float
    covers: float
    exact: bool
    """They are the same after folding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A row of the table `copies`."""

    article_id: int
    cluster: str
    role: Role
    original_id: int | None
    fuller_id: int | None
    contained: float
    covers: float
    evidence: str
    confidence: float


Measure: TypeAlias = Callable[[Member, Member], Shared]


def rank(site_kind: str | None, flags: str) -> int:
    """Return how likely a text of such a site, with such `articles.flags`, is a copy: 0 (it issues) to 3."""
    if {"mirror", "hijacked", "spun"} & {*flags.split()}:
        return _COPYING
    return _ISSUING.get(site_kind or "", _COPYING)


def roles(members: Sequence[Member], shared: Measure) -> tuple[Copy, ...]:
    """Return a row for each text of a cluster; `shared` compares two of them."""
    cluster = min(member.key for member in members)
    original = min(members, key=_first)
    by_length = sorted(members, key=_fullest)
    return tuple(_row(member, original, by_length, shared, cluster) for member in members)


def _first(member: Member) -> tuple[int, str, str]:
    """Who writes comes before who copies, then the earliest; undated ones come last."""
    return _rank(member), member.published_at or "9999", member.key


def _rank(member: Member) -> int:
    return rank(member.site_kind, member.flags)


def _fullest(member: Member) -> tuple[bool, int, int, str]:
    """Whole texts before cut ones, longer before shorter (repairs make small differences), then by rank."""
    return (
        member.completeness in NOT_WHOLE,
        -(member.body_chars * 20 // 1000),
        _rank(member),
        member.key,
    )


def _row(
    member: Member, original: Member, by_length: Sequence[Member], shared: Measure, cluster: str
) -> Copy:
    is_original = member is original
    common = Shared(contained=1, covers=1, exact=True) if is_original else shared(member, original)
    fuller = next((other for other in by_length if _is_fuller(other, member, shared)), None)
    return Copy(
        article_id=member.id,
        cluster=cluster,
        role="original" if is_original else _role(member, original, fuller, common),
        original_id=None if is_original else original.id,
        fuller_id=fuller.id if fuller else None,
        contained=common.contained,
        covers=common.covers,
        evidence=" ".join(() if is_original else _evidence(member, original, common)),
        confidence=_SURE[_rank(member)] if is_original else round(max(common.contained, common.covers), 2),
    )


def _is_fuller(other: Member, member: Member, shared: Measure) -> bool:
    if other.body_chars < _LONGER * member.body_chars:
        return False
    return shared(member, other).contained >= COPIED


def _role(member: Member, original: Member, fuller: Member | None, common: Shared) -> Role:
    if fuller:
        return "truncated"
    if member.body_chars >= _LONGER * original.body_chars and common.covers >= COPIED:
        return "fuller"
    if member.site_kind == "mirror" or "mirror" in member.flags.split() or original_address(member.url):
        return "mirror"
    return "mirror" if same_path(member.url, original.url) else "copy"


def _evidence(member: Member, original: Member, common: Shared) -> Iterator[str]:
    """Yield what speaks for it, beside the shares: words of `copies.evidence` on the pages."""
    if common.exact:
        yield "exact"
    if same_path(member.url, original.url) or original_address(member.url) == original.url:
        yield "path"
    if member.title and original.title and fold(member.title) == fold(original.title):
        yield "title"
    if member.script != original.script:
        yield "script"
    if (member.masked_count or 0) > (original.masked_count or 0):
        yield "masked"
    if not common.contained:
        yield "through_another"
