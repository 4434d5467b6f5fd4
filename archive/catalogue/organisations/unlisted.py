"""Where a text names organisations that no table lists, by the grammar of unit names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from archive.catalogue.organisations.grammar import ONE_UNIT, UNIT, is_generic, plain_name
from archive.catalogue.organisations.unit import Unit
from archive.catalogue.text import canonical

_IN_SUFFIX = re.compile("矿|司|团|厂|局|煤业|委员会|政府|总工会|协会")
"""One of these stands in each unit's name."""
_TO_PHRASE = re.compile(".*[^0-9一-鿿]", re.DOTALL)
_BARE_COMPANY = re.compile(
    r"[一-鿿]+?(?<!矿业)(?<!煤业)(?<!煤电)(?<!能源)(?<!实业)(?<!化工)(?<!钢铁)(?:集团)?(?:公司|集团)"
)
_ONE_CHARACTER = re.compile(r".(?:煤矿|铁矿|金矿|铜矿|铝矿|矿)$")
_BEFORE_PROPER = re.compile(r"(?:根据|按照|遵照|依据|落实|赴|到|走进|来到|参观|来自|位于|前往|代表|在|中共)$")
_DESCRIBED = re.compile(r"(?:位于|地处|坐落|年设计|设计|核定|始建|建于|现有|现辖|隶属|是[一国全我])")
"""What a text says first of the unit that it is about: 红岭沟煤矿年设计能力……"""
_IN_LIST = re.compile("^、|、$")
_ACTS = re.compile(r"(?:党委|工会|团委)?(?:召开|举行|举办|组织|启动|印发|下发|传来|开展)")
_ENDS_LINE = re.compile(r":?[^\S\n]*(?:\n|$)")
"""With a colon it is the firm that is written to."""
_HEADS_BULLETIN = re.compile(
    r"[^,。:;\n]{0,24}[办室部会编科处]\s+(?:[0-9]{4}|[一二〇○零0-9]{4})年[^,。:;\n]{2,8}日[^\S\n]*$",
    re.MULTILINE,
)
"""What makes a bulletin stands in one line with its date."""


def find_unlisted(printed: str, folded: str) -> list[Unit]:
    """Names by their grammar alone; within a sentence only those that show themselves to be proper names."""
    found = [
        (unit, match) for match in _phrases_with_units(folded) for unit in _grown(match, printed, folded)
    ]
    counts = Counter(unit.name for unit, _ in found)
    proper = {unit.name for unit, match in found if _is_proper(unit, match, counts)}
    return [unit for unit, _ in found if unit.name in proper]


def _phrases_with_units(folded: str) -> Iterator[re.Match[str]]:
    """The phrases that begin with a unit; each is looked at once, whatever number of suffixes it has."""
    seen = 0
    for suffix in _IN_SUFFIX.finditer(folded):
        before = _TO_PHRASE.match(folded, seen, suffix.start())
        is_another = before or not seen
        seen = suffix.end()
        if is_another and (match := UNIT.match(folded, before.end() if before else 0)):
            yield match


def _grown(match: re.Match[str], printed: str, folded: str) -> Iterator[Unit]:
    """The unit that a phrase begins with; the units around it say what it belongs to."""
    start, end = match.span("unit")
    names = [canonical(printed[slice(*one.span())]) for one in ONE_UNIT.finditer(folded, start, end)]
    if names and not any(map(is_generic, names)) and not _ONE_CHARACTER.match(names[0]):
        plain = [plain_name(name) for name in names]
        part = canonical(printed[slice(*match.span("part"))]) if match["part"] else None
        yield Unit(plain[-1], plain[-2] if len(plain) > 1 else None, part, start, match.end(), 0.75)


def _is_proper(unit: Unit, match: re.Match[str], counts: Counter[str]) -> bool:
    line_start = match.string.rfind("\n", 0, match.start()) + 1
    begins_line = match.start() == line_start
    ends_line = _ENDS_LINE.match(match.string, match.end()) is not None
    introduced = _BEFORE_PROPER.search(match.string[match.start() : match.start("unit")]) is not None
    if _BARE_COMPANY.fullmatch(match["unit"]):
        return (introduced and counts[unit.name] > 1) or (
            begins_line and (line_start == 0 or ends_line or unit.part is not None)
        )
    return (
        "有限" in match["unit"]
        or unit.parent is not None
        or unit.part is not None
        or counts[unit.name] > 1
        or line_start == 0
        or (begins_line and ends_line)
        or introduced
        or (begins_line and _DESCRIBED.match(match.string, match.end()) is not None)
        or (begins_line and _HEADS_BULLETIN.match(match.string, match.end()) is not None)
        or _ACTS.match(match.string, match.end()) is not None
        or _IN_LIST.search(match.string[max(0, match.start() - 1) : match.end() + 1]) is not None
    )
