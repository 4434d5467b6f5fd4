"""Which organisation issued a text: bulletin's head, signature, source, title, lead, site, most named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.addresses import split_address
from archive.catalogue.organisation_table import FIRMS, above, organisations
from archive.catalogue.text import Text
from archive.catalogue.units import Unit, find_units
from archive.fold import fold
from archive.model import FieldName
from archive.outline import is_signature
from archive.statements import Evidence, EvidenceField

_SIGNATURE_LINES = 8
_LONGEST_SIGNATURE = 40
_LEAD = 160
_ADDRESSED = re.compile(r"[::]\s*$")
_PROVINCE = (
    "(?:河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|安徽|江西|山东|河南"
    "|湖北|湖南|广西|重庆|四川|贵州|云南|陕西|甘肃|青海|宁夏|新疆)"
)
_BEFORE_ISSUER = re.compile(
    rf"(?:^|关于|在|印发|转发|中共|共青团|[0-9]年|[【(\[《“\"\s])(?:{_PROVINCE}省?)?$"
)
_MASTHEAD = re.compile(r"[^,。:;]{4,30}?\s+(?:[0-9]{4}|[一二〇○零0-9]{4})年[^,。:;]{2,8}日\s*$")
_MASTHEAD_LINES = 4
_OF_ANOTHER = re.compile(r"(?:学习|参观|借鉴|推广|慰问|对标|走进|来到|前往|像|如|向|到|赴|与|和|对|、)$")
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
    yield from _headed(text, units)
    yield from _signed(text, units)
    yield from _of_field(text, "source", 0.92)
    yield from _titled(text, units)
    yield from _leading(text, units)
    yield from _of_field(text, "site_name", 0.7)
    yield from _of_host(text)
    yield from _most_named(text, units)
    yield from _common_group(text, units)


def _issuers(units: Iterable[Unit]) -> Iterator[Unit]:
    """Leave out what only prints or sells."""
    for unit in units:
        listed = organisations().get(unit.name)
        if listed is None or listed.kind not in ("press", "vendor"):
            yield unit


def _signed(text: Text, units: Sequence[Unit]) -> Iterator[Issuer]:
    """The lowest short line at the end that is nothing but a unit's name, with a date perhaps."""
    for start, end in _last_lines(text):
        line = text.folded[start:end]
        inside = [unit for unit in units if start <= unit.start < end]
        if not inside or _ADDRESSED.search(line):
            continue
        if is_signature(line.strip()) or line.strip(" \t()").startswith(
            text.folded[inside[0].start : inside[0].end]
        ):
            unit = _with_committee(inside[-1] if _is_chain(inside) else inside[0], line)
            yield Issuer(unit, text.evidence(unit.start, unit.end), 0.96)


def _headed(text: Text, units: Sequence[Unit]) -> Iterator[Issuer]:
    """The head of a bulletin: its number, then the office that makes it, and the date."""
    start = text.body_start
    for line in text.folded[start:].split("\n", _MASTHEAD_LINES)[:_MASTHEAD_LINES]:
        if _MASTHEAD.fullmatch(line):
            for unit in units:
                if start <= unit.start < start + len(line):
                    yield Issuer(unit, text.evidence(unit.start, unit.end), 0.9)
        start += len(line) + 1


def _last_lines(text: Text) -> Iterator[tuple[int, int]]:
    end = len(text.folded.rstrip())
    for _ in range(_SIGNATURE_LINES):
        start = text.folded.rfind("\n", text.body_start, end) + 1
        if start <= text.body_start:
            return
        if end - start <= _LONGEST_SIGNATURE:
            yield start, end
        end = start - 1


def _with_committee(unit: Unit, line: str) -> Unit:
    """中共石板桥煤矿委员会 is its 党委."""
    is_party = "中共" in line and unit.part in (None, "委员会")
    return replace(unit, part="党委") if is_party else unit


def _of_field(text: Text, field: FieldName, confidence: float) -> Iterator[Issuer]:
    printed = str(text.fields.get(field) or "")
    place: EvidenceField = "source" if field == "source" else "site_name"
    found = list(_issuers(find_units(printed, fold(printed), text.date)))
    if found:
        unit = found[-1] if _is_chain(found) else found[0]
        yield Issuer(
            unit,
            Evidence(field=place, start=unit.start, end=unit.end, words=printed[unit.start : unit.end]),
            confidence,
        )


def _is_chain(units: Sequence[Unit]) -> bool:
    return all(one.end == two.start for one, two in pairwise(units))


def _titled(text: Text, units: Sequence[Unit]) -> Iterator[Issuer]:
    """The title begins with its issuer (青山煤矿开展……), or names it: 在青山煤矿……会上的讲话."""
    titled = [unit for unit in _issuers(units) if unit.start < text.body_start]
    for unit in titled:
        if _BEFORE_ISSUER.search(text.folded[: unit.start]):
            yield Issuer(unit, text.evidence(unit.start, unit.end), 0.88)


def _leading(text: Text, units: Sequence[Unit]) -> Iterator[Issuer]:
    """The first firm in the first lines, when the text comes back to it or it begins the sentence."""
    counts = Counter(unit.name for unit in units)
    for unit in _issuers(units):
        before = text.folded[max(0, unit.start - 3) : unit.start]
        if unit.start < text.body_start or _OF_ANOTHER.search(before) or not _is_firm(unit):
            continue
        if unit.start < text.body_start + _LEAD:
            confidence = 0.8 if counts[unit.name] > 1 else 0.7
            yield Issuer(unit, text.evidence(unit.start, unit.end), confidence)


def _of_host(text: Text) -> Iterator[Issuer]:
    host = split_address(text.url).hostname or ""
    for name, listed in organisations().items():
        if (
            listed.domain
            and listed.kind in FIRMS
            and (host == listed.domain or host.endswith(f".{listed.domain}"))
        ):
            unit = Unit(name, None, None, 0, 0, 0.7)
            at = text.url.find(host)
            yield Issuer(unit, Evidence(field="url", start=at, end=at + len(host), words=host), 0.65)


def _most_named(text: Text, units: Sequence[Unit]) -> Iterator[Issuer]:
    counts = Counter(unit.name for unit in _issuers(units) if _is_firm(unit))
    for name, count in counts.most_common(1):
        if count > 1:
            unit = next(each for each in units if each.name == name)
            yield Issuer(unit, text.evidence(unit.start, unit.end), 0.65)


def _common_group(text: Text, units: Sequence[Unit]) -> Iterator[Issuer]:
    """A text that speaks of 集团公司 and names mines of one group alone is that group's."""
    firms = [unit for unit in units if _is_firm(unit) and unit.name in organisations()]
    parents = {next(above(unit.name, text.date), unit.name) for unit in firms}
    if len(parents) == 1 and _INSIDE.search(text.folded):
        unit = replace(firms[0], name=parents.pop(), parent=None, part=None)
        yield Issuer(unit, text.evidence(unit.start, unit.end), 0.55)


def _is_firm(unit: Unit) -> bool:
    listed = organisations().get(unit.name)
    return listed is None or listed.kind in FIRMS
