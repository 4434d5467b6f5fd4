"""The campaigns (活动) of a text: which it is about, and which it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.catalogue.campaigns.known import Known, find_known, spans
from archive.catalogue.campaigns.own import find_own
from archive.catalogue.campaigns.own_names import Own
from archive.catalogue.text import Span, Squeezed, Text, overlapping, squeeze
from archive.statements import CampaignMention

_YEAR_BEFORE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)年(?:度)?(?:[0-9]{1,2}月(?:份)?[是为])?(?:全[国省市矿]|第[0-9一二三四五六七八九十]+个)*[“\"‘「]?$"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_LOOK_BACK = 18
_LEAD = 150
_SUBJECT_MENTIONS = 3


@dataclass(frozen=True, slots=True)
class _Named:
    """All places where one campaign is named."""

    name: str
    places: list[Span]
    confidence: float
    is_yearly: bool


def campaigns_of(text: Text) -> tuple[CampaignMention, ...]:
    """Return the campaigns that a text names, the subject first."""
    squeezed = Squeezed.of(text.folded)
    known = find_known(text, squeezed)
    named = [*_known(known), *_own(find_own(text, spans(known)), squeezed)]
    named.sort(key=lambda each: each.places[0])
    subjects = _subjects(named, text)
    mentions = [_mention(each, text, is_subject=each.name in subjects) for each in named]
    return tuple(sorted(mentions, key=lambda mention: mention.role != "subject"))


def _known(found: Sequence[Known]) -> Iterator[_Named]:
    by_name: dict[str, list[Known]] = {}
    for one in found:
        by_name.setdefault(one.campaign.name, []).append(one)
    for name, all_ in by_name.items():
        confidence = max(one.confidence for one in all_)
        yield _Named(name, spans(all_), confidence, all_[0].campaign.is_yearly)


def _own(found: Sequence[Own], squeezed: Squeezed) -> Iterator[_Named]:
    """The variants of a name are one; where a name stands without its form, it is named as well."""
    by_key: dict[str, list[Own]] = {}
    for one in found:
        by_key.setdefault(squeeze(one.name), []).append(one)
    for key, all_ in by_key.items():
        named = squeezed.spans_of(key)
        variants = {(one.start, one.end) for one in all_}
        apart = {place for place in variants if not overlapping(place, named)}
        yield _Named(all_[0].name, sorted([*named, *apart]), max(one.confidence for one in all_), False)


def _subjects(named: Sequence[_Named], text: Text) -> set[str]:
    """Those in the title; without one, that which is named most, if it leads the text or comes back often."""
    titled = {each.name for each in named if each.places[0][0] < text.body_start}
    if titled or not named:
        return titled
    most = max(named, key=lambda each: len(each.places))
    leads = most.places[0][0] < text.body_start + _LEAD
    return {most.name} if leads or len(most.places) >= _SUBJECT_MENTIONS else set()


def _mention(named: _Named, text: Text, *, is_subject: bool) -> CampaignMention:
    return CampaignMention(
        name=named.name,
        role="subject" if is_subject else "mentioned",
        year=_occurrence(named, text) if named.is_yearly else None,
        mentions=len(named.places),
        evidence=text.evidence(*named.places[0]),
        confidence=named.confidence,
    )


def _occurrence(named: _Named, text: Text) -> int | None:
    """The year printed before the name, or in the title, or that of the text."""
    for start, _ in named.places:
        if printed := _YEAR_BEFORE.search(text.folded[max(0, start - _LOOK_BACK) : start]):
            return int(printed[1])
    titled = _YEAR.search(text.title)
    dated = titled[1] if titled else (text.date or "")[:4]
    return int(dated) if dated else None
