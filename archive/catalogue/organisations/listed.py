"""Where a text names organisations of organisations.tsv, and the units that stand right behind one."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.catalogue.organisations.grammar import FIELD, FORM, ONE_UNIT, PART, is_generic, plain_name
from archive.catalogue.organisations.table import Alias, Organisation, above, organisation_names, unit_below
from archive.catalogue.organisations.unit import Unit
from archive.catalogue.table import provinces
from archive.catalogue.text import canonical

_NO_UNIT_BEHIND = re.compile(r"[井山业务工石产难领长灯]")
"""花山矿井, 枣矿业: the name of something else."""
_NO_MINISTRY_BEHIND = "门"
"""财政部门 are the offices of many towns, not the ministry."""
_UNIT_BEHIND = re.compile(
    r"集团|公司|煤业|矿业|矿务局|股份|党委|煤电|能源"
    r"|[一-鿿]{1,4}(?:煤矿|矿(?![井山业务工石产难领区长灯])|公司)"
)
_OF_PLACE = re.compile(rf"[一-鿿]{{2,4}}分公司|(?:{provinces()})公司")
"""What is a name only behind that of the firm: 中铝广西分公司."""
_BRANCH = re.compile(rf"{FIELD.pattern}公司(?![一-鿿]{{1,8}}矿)")
"""A company that is named by its business alone: 首钢集团有限公司|矿业公司."""
_LETTER = re.compile("[一-鿿]")
_LONGEST_BEHIND = 12
_SHORTEST_ALONE = 3


@dataclass(frozen=True, slots=True)
class _Named:
    aliases: tuple[Alias, ...]
    start: int
    end: int

    @property
    def is_sure(self) -> bool:
        return len(self.aliases) == 1 and not self.aliases[0].is_weak

    @property
    def organisation(self) -> Organisation:
        return self.aliases[0].organisation


def find_listed(printed: str, folded: str, date: str | None) -> list[Unit]:
    """Return the listed organisations, ascending; a group right before its mine is not named by itself."""
    named = list(_named(folded))
    sure = {each.organisation.name for each in named if each.is_sure}
    related = sure | {firm for name in sure for firm in above(name, date)}
    units = []
    for each in named:
        organisation = each.organisation if each.is_sure else _meant(each, related, folded, date)
        if organisation:
            confidence = 0.97 if each.is_sure else 0.8
            units.append(Unit(organisation.name, None, None, each.start, each.end, confidence))
    return list(_chained(units, printed, folded))


def _named(folded: str) -> Iterator[_Named]:
    names = organisation_names()
    for match in names.find_in(folded):
        if not _is_part_of_a_word(match, folded):
            yield _Named(names.meanings[match[0]], match.start(), match.end())


def _is_part_of_a_word(name: re.Match[str], folded: str) -> bool:
    if name[0].endswith("部"):
        return folded.startswith(_NO_MINISTRY_BEHIND, name.end())
    return name[0][-1] in "矿煤" and bool(_NO_UNIT_BEHIND.match(folded, name.end()))


def _meant(named: _Named, related: set[str], folded: str, date: str | None) -> Organisation | None:
    """The one that is related to what the text names for sure, or that is followed by 集团, 公司, 党委 …."""
    all_ = [alias.organisation for alias in named.aliases]
    backed = [each for each in all_ if each.name in related or related & set(above(each.name, date))]
    if len(backed) == 1:
        return backed[0]
    is_inside = named.start > 0 and _LETTER.match(folded, named.start - 1)
    is_followed = _UNIT_BEHIND.match(folded, named.end)
    return all_[0] if len(all_) == 1 and is_followed and not is_inside else None


def _chained(units: Sequence[Unit], printed: str, folded: str) -> Iterator[Unit]:
    """Join what stands without a gap: the group before the mine, the mine before its party committee."""
    pending = deque(units)
    while pending:
        unit, end = pending.popleft(), -1
        while unit.end > end:
            end = unit.end
            while pending and pending[0].start == _behind_form(unit.end, folded):
                unit = _behind(unit, pending.popleft(), folded)
            unit = _with_own(unit, printed, folded)
            while pending and pending[0].start < unit.end:
                pending.popleft()
        yield _with_part(unit, printed, folded)


def _behind(firm: Unit, unit: Unit, folded: str) -> Unit:
    """What stands right behind a firm is the firm's own, if it has one of that name: 阳泉煤业集团|五矿."""
    own = unit_below(firm.name, folded[unit.start : unit.end])
    return replace(unit, name=own or unit.name, start=firm.start)


def _behind_form(position: int, folded: str) -> int:
    form = FORM.match(folded, position)
    return form.end() if form else position


def _with_own(unit: Unit, printed: str, folded: str) -> Unit:
    """An unlisted unit behind a listed one: 攀煤公司新庄矿; a bare 大矿 keeps the firm in its name."""
    start = _behind_form(unit.end, folded)
    if branch := _BRANCH.match(folded, start):
        return replace(
            unit, name=f"{unit.name}{branch[0]}", parent=unit.name, end=branch.end(), confidence=0.85
        )
    if field := FIELD.match(folded, start):
        start = field.end()
    own = ONE_UNIT.match(folded, start)
    if not own or own.end() - start > _LONGEST_BEHIND or is_generic(own[0]):
        return unit
    if listed := unit_below(unit.name, own[0]):
        return Unit(listed, None, None, unit.start, own.end(), 0.95)
    name = plain_name(canonical(printed[start : own.end()]))
    if len(name) < _SHORTEST_ALONE or _OF_PLACE.fullmatch(name):
        name = (
            f"{unit.name}{name}"
            if len(name) < _SHORTEST_ALONE
            else canonical(printed[unit.start : own.end()])
        )
    return Unit(name, unit.name, None, unit.start, own.end(), 0.85)


def _with_part(unit: Unit, printed: str, folded: str) -> Unit:
    end = _behind_form(unit.end, folded)
    part = PART.match(folded, end)
    if not part:
        return replace(unit, end=end)
    return replace(unit, part=canonical(printed[slice(*part.span())]), end=part.end())
