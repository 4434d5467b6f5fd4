"""The firm above an organisation that no table lists: whose orders it follows, and to whom it reports."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.catalogue.organisations.table import FIRMS, kind_of_organisation, organisations
from archive.catalogue.organisations.unit import Unit
from archive.catalogue.text import Text

_FOLLOWS = re.compile(r"(?:根据|按照|遵照|依据|贯彻|落实|在)[^。;!?\n]{0,30}$")
_ORDERS = re.compile(
    r"(?:(?!事故|教训|经验|案)[^。,;!?\n《]){0,16}?(?:《|部署|要求|安排|统一|会议精神|[的]?(?:领导|指导)下|决定|指示|文件精神)"
)
"""What follows a firm that gives them; of another's accident one only learns."""
_REPORTS = ("请示", "报告", "汇报")
_ADDRESSED = re.compile(r":[^\S\n]*\n")
_LOOK_BACK = 40


def find_superior(text: Text, unit: Unit, units: Sequence[Unit]) -> Unit | None:
    """Return the firm that the text shows above `unit`, one of `units`: 根据横岭能源集团要求, 横岭集团:.

    None for what is a group itself, is listed, or has a parent by its name.
    """
    if unit.parent or unit.name in organisations() or kind_of_organisation(unit.name) == "group":
        return None
    firms = (each for each in units if each.name != unit.name and _may_be_above(each.name))
    return next((each for each in firms if _gives_orders(text, each) or _is_reported_to(text, each)), None)


def _may_be_above(name: str) -> bool:
    kind = kind_of_organisation(name)
    return kind == "group" or (kind in FIRMS and kind != "mine")


def _gives_orders(text: Text, unit: Unit) -> bool:
    before = text.folded[max(text.body_start, unit.start - _LOOK_BACK) : unit.start]
    return bool(_FOLLOWS.search(before) and _ORDERS.match(text.folded, unit.end))


def _is_reported_to(text: Text, unit: Unit) -> bool:
    if text.genre not in _REPORTS:
        return False
    begins_line = text.folded[unit.start - 1 : unit.start] == "\n"
    return begins_line and _ADDRESSED.match(text.folded, unit.end) is not None
