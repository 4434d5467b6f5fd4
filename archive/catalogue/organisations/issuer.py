"""Which organisation issued a text: bulletin's head, signature, source, title, lead, site, most named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from archive.addresses import split_address
from archive.catalogue.organisations.signature import heading_units, is_chain, signing_units
from archive.catalogue.organisations.table import FIRMS, above, firms_by_domain, organisations
from archive.catalogue.organisations.unit import Unit
from archive.catalogue.organisations.units import find_units
from archive.catalogue.table import provinces
from archive.catalogue.text import Text
from archive.fold import fold
from archive.statements import Evidence

_LEAD = 160
_BEFORE_ISSUER = re.compile(
    rf"(?:^|关于|在|印发|转发|中共|共青团|[0-9]年|[【(\[《“\"\s]|—+(?:[记访]|对话|专访)?)(?:(?:{provinces()})省?)?$"
)
_OF_ANOTHER = re.compile(
    r"(?:学习|参观|借鉴|推广|慰问|对标|走进|来到|前往|像|如|向|到|赴|与|和|对|、|根据|按照|遵照|依据|落实)$"
)
_NEWS_FROM = "从"
"""从横岭集团传来喜讯: the one that it is about follows, if any does."""
_HEAD_OFFICE = re.compile(
    r"(?:集团|总)(?:公司)?(?:党委|工会|团委|纪委)?(?:[一-鿿]{2,8}[部处室科局办]|[一-鿿]{2,6}中心)?"
)
_GROUP_ACTS = re.compile(r"集团(?:公司)?(?:党委|工会|团委|纪委)?(?=[推召开举启部印对组全])")
_INSIDE = re.compile(r"集团公司|集团党委|我(?:公司|矿|集团)|(?:公司|矿)(?:党委)?(?:决定|研究)|矿区")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The organisation that speaks."""

    unit: Unit
    evidence: Evidence
    confidence: float


def find_issuer(text: Text, units: Sequence[Unit]) -> Issuer | None:
    """Return who issued the text; `units` are all that it names, ascending. None where nothing tells."""
    return next(_candidates(text, units), None)


def _candidates(text: Text, units: Sequence[Unit]) -> Iterator[Issuer]:
    yield from (_stated(text, unit, 0.9) for unit in heading_units(text, units))
    yield from (_stated(text, unit, 0.96) for unit in signing_units(text, units))
    printed = list(_of_field(text, "source", 0.92))
    yield from (each for each in printed if not _is_authority(each.unit))
    yield from _titled(text, units)
    yield from printed
    is_of_head_office = _is_of_head_office(text)
    if not is_of_head_office:
        yield from _leading(text, units)
    yield from _of_field(text, "site_name", 0.7)
    yield from _of_host(text)
    if not is_of_head_office:
        yield from _most_named(text, units)
    yield from _common_group(text, units)


def _is_authority(unit: Unit) -> bool:
    """The site of 四川省国资委 prints what its firms send."""
    listed = organisations().get(unit.name)
    return listed is not None and listed.kind == "government"


def _stated(text: Text, unit: Unit, confidence: float) -> Issuer:
    return Issuer(unit, text.evidence(unit.start, unit.end), confidence)


def _is_of_head_office(text: Text) -> bool:
    """集团安全环保部 as source, or 集团推行…… as title: the group speaks, not the mine that it tells of."""
    source = fold(str(text.fields.get("source") or "")).strip()
    return bool(_HEAD_OFFICE.fullmatch(source) or _GROUP_ACTS.match(text.title))


def _issuers(units: Iterable[Unit]) -> Iterator[Unit]:
    """Leave out what only prints or sells."""
    for unit in units:
        listed = organisations().get(unit.name)
        if listed is None or listed.kind not in ("press", "vendor"):
            yield unit


def _of_field(text: Text, field: Literal["source", "site_name"], confidence: float) -> Iterator[Issuer]:
    printed = str(text.fields.get(field) or "")
    found = list(_issuers(find_units(printed, fold(printed), text.date)))
    if found:
        unit = found[-1] if is_chain(found) else found[0]
        words = printed[unit.start : unit.end]
        yield Issuer(unit, Evidence(field=field, start=unit.start, end=unit.end, words=words), confidence)


def _titled(text: Text, units: Sequence[Unit]) -> Iterator[Issuer]:
    """The title begins with its issuer (青山煤矿开展……), or names it: 在青山煤矿……会上的讲话."""
    titled = [unit for unit in _issuers(units) if unit.start < text.body_start]
    for unit in titled:
        if _BEFORE_ISSUER.search(text.folded[: unit.start]):
            yield _stated(text, unit, 0.88)


def _leading(text: Text, units: Sequence[Unit]) -> Iterator[Issuer]:
    """The first firm in the first lines, when the text comes back to it or it begins the sentence."""
    counts = Counter(unit.name for unit in units)
    leading = [unit for unit in _issuers(units) if _is_firm(unit) and _leads(text, unit)]
    for unit in sorted(leading, key=lambda unit: text.folded.endswith(_NEWS_FROM, 0, unit.start)):
        yield _stated(text, unit, 0.8 if counts[unit.name] > 1 else 0.7)


def _leads(text: Text, unit: Unit) -> bool:
    before = text.folded[max(0, unit.start - 3) : unit.start]
    is_near = text.body_start <= unit.start < text.body_start + _LEAD
    return is_near and not _OF_ANOTHER.search(before)


def _of_host(text: Text) -> Iterator[Issuer]:
    """The firm whose domain it is, before that of a domain above."""
    host = split_address(text.url).hostname or ""
    labels = host.split(".")
    domains = (".".join(labels[number:]) for number in range(len(labels)))
    for firm in filter(None, map(firms_by_domain().get, domains)):
        unit = Unit(firm, None, None, 0, 0, 0.7)
        at = text.url.find(host)
        yield Issuer(unit, Evidence(field="url", start=at, end=at + len(host), words=host), 0.65)


def _most_named(text: Text, units: Sequence[Unit]) -> Iterator[Issuer]:
    counts = Counter(unit.name for unit in _issuers(units) if _is_firm(unit))
    for name, count in counts.most_common(1):
        if count > 1:
            unit = next(each for each in units if each.name == name)
            yield _stated(text, unit, 0.65)


def _common_group(text: Text, units: Sequence[Unit]) -> Iterator[Issuer]:
    """A text that speaks of 集团公司 and names mines of one group alone is that group's."""
    firms = [unit for unit in units if _is_firm(unit) and unit.name in organisations()]
    parents = {next(above(unit.name, text.date), unit.name) for unit in firms}
    if len(parents) == 1 and _INSIDE.search(text.folded):
        unit = replace(firms[0], name=parents.pop(), parent=None, part=None)
        yield _stated(text, unit, 0.55)


def _is_firm(unit: Unit) -> bool:
    listed = organisations().get(unit.name)
    return listed is None or listed.kind in FIRMS
