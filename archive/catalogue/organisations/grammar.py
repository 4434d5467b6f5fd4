"""The grammar of unit names: 石板桥煤矿, 横岭能源集团有限公司, and their parts: 党委, 宣传部, 综采一队."""

from __future__ import annotations

import re

from archive.catalogue.table import words

_BUSINESS = words("business")
_COMPANY = rf"(?:{_BUSINESS})?(?:\(集团\)|集团)?(?:股份|控股)?(?:有限)?(?:责任)?公司"
_MINE = r"矿(?![井山业务工石产难领区长灯用车物级权压震]|\(集团\)|集团)"
_SUFFIX = rf"(?:{_COMPANY}|(?:{_BUSINESS})?(?:集团|分公司)|{words('works')}|{_MINE}|煤业(?!务)|矿业(?!务|权))"

_ORDINAL = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})?"
_TEAM = rf"(?:(?:{words('team')}){_ORDINAL}(?:工?[队区]|车间|班|科)|[采掘开机运通]{{1,2}}{_ORDINAL}[队区])"
_OFFICE = r"[一-鿿]{2,6}(?:[部处科室局]|中心)(?=[^\S\n]*(?:\n|$))"
"""Any office, where it signs: 横岭集团|安全监察局 at the end of a line."""
PART = re.compile(rf"(?P<part>{_TEAM}|{words('part')}|{_OFFICE})")
"""A committee, office or team."""

_NO_NAME = (
    "[的了在是和与及对由向从为将把被让给等该全本某这那我你他们个其所每两并但也都]|各(?!庄)|致(?![远富诚和力])"
)
_HAN = rf"(?:(?!{_NO_NAME})[一-鿿])"
_OF_PLACE = r"(?:\([一-鿿]{2,4}\))?"
_LEAD_IN = rf"(?:{words('lead_in')}|[一二三四五六七八九十0-9]+[月日](?:份)?)*"
UNIT = re.compile(
    rf"(?<![一-鿿0-9a-z]){_LEAD_IN}(?P<unit>(?:{_HAN}{{2,9}}?{_OF_PLACE}{_SUFFIX}){{1,3}}){PART.pattern}?"
)
"""A unit at the beginning of a phrase, with the units around it (横岭集团石板桥煤矿) and its part."""

ONE_UNIT = re.compile(rf"{_HAN}{{1,9}}?{_OF_PLACE}{_SUFFIX}")
"""One unit of such a chain; behind a known one it may have one character: 攀煤公司大矿."""

FIELD = re.compile(rf"(?:{_BUSINESS})(?=[一-鿿])")
"""The business of a branch, between firm and unit: 山钢|矿业|金岭铁矿."""

FORM = re.compile(r"(?:\(集团\)|集团|有限|责任|股份|控股|总)*(?:公司|集团)")
"""What belongs to the short name before it: 攀煤集团公司, 阳泉煤业(集团)有限责任公司."""

_COMMON = re.compile(rf"{words('common')}|公司$|集团$")
_LEGAL_FORM = re.compile(r"(?:股份|控股)?(?:有限)?(?:责任)?公司$")
_GROUP_IN_BRACKETS = re.compile(r"[(（]集团[)）]")
_SUFFIX_AT_END = re.compile(rf"{_SUFFIX}$")


def is_generic(unit: str) -> bool:
    """Tell whether a unit is none in particular: 集团公司, 国有煤矿, 加强煤矿 (安全管理)."""
    suffix = _SUFFIX_AT_END.search(unit)
    proper = unit[: suffix.start()] if suffix else unit
    return not proper or bool(_COMMON.search(proper))


def plain_name(unit: str) -> str:
    """Return a unit's name without its legal form: 横岭能源集团有限公司 is 横岭能源集团."""
    without = _LEGAL_FORM.sub("", _GROUP_IN_BRACKETS.sub("集团", unit))
    if without == unit:
        return unit
    return without if without.endswith(("集团", "矿业", "煤业", "煤电")) else f"{without}公司"


def kind_of(name: str) -> str | None:
    """Return group, company or mine, from the end of a name; None for a plant or an office."""
    if name.endswith("矿"):
        return "mine"
    if name.endswith(("集团", "矿务局")):
        return "group"
    return "company" if name.endswith(("公司", "矿业", "煤业", "煤电")) else None
