"""Names that the text itself hides; they stay and are counted.

X党委      XX      ╳╳      ____年      ***      _总理      王某某      [单位名称]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.fold import fold
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_CROSSES = "XxＸ×╳✕"
_RUN = re.compile(rf"([{_CROSSES}_*＊□○〇])(?:(?<=[{_CROSSES}])[{_CROSSES}]*|(?<![{_CROSSES}])\1*)")
_SIGNS = "x×╳✕_*□〇"
_WORD = re.compile(r"[A-Za-z0-9_]")
_TERM = re.compile(r"[光射轴形型]")
"""X光, X射线, X轴 are words."""
_DATED = re.compile(r"[年月日]")
_SOLID = frozenset("□○〇")
"""Alone they are a bullet, a box to tick or a zero."""
_UNIT = re.compile(
    r"[省市县区局矿厂村镇乡队部处科]|集团|公司|煤|支部|党|工会|同志|书记|单位|学校|班组|总(?:经理|书记|理)"
)
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙朱胡郭林罗郑梁谢宋唐许邓冯韩曹彭萧肖蔡潘董袁蒋吕丁魏"
_HAN = re.compile("[一-鿿]")
_SOMEBODY = re.compile(rf"某(?:某+|(?<=[{_SURNAMES}]某)(?<![一-鿿][{_SURNAMES}]某)(?!些|种|个|年|月|日|项))")
_WHAT = r"(?:单位|公司|企业|部门|学校|集团|矿区?|支部|活动|项目|地名|人名|姓名|名字|领导|职务|数字|数据|金额)"
_PLACEHOLDER = re.compile(
    rf"[\[{{〔【(<](?:(?<=[\[{{〔])(?:请?(?:填写|填入|输入|插入)|贵|本|所在|具体)?(?:{_WHAT}(?:全称|名称|简称|姓名|名字|数量)|单位|公司|人名|地名|姓名|领导|职务|数字|金额)[\]}}〕]"
    rf"|(?<=[【(<])(?:请?(?:填写|填入|输入|插入)|贵|所在|具体)?(?:{_WHAT}(?:全称|名称|简称|姓名)|人名|地名)[】)>]|(?<=[(【\[])[^()【】\[\]\n]{{0,30}}替换[^()【】\[\]\n]{{0,8}}[)】\]])"
)
"""What a template leaves to be filled in."""
_END_OF_PLACEHOLDER = re.compile(r"\)(?<=[称名]\))")
_SIGNS_OF_PLACEHOLDERS = ("】", ">", "]", "}", "〕", "替换")


def _find(manuscript: Manuscript) -> Findings:
    count = sum(1 for _ in _masks(manuscript))
    return Findings(fields={"masked_count": count}, flags=["masked"]) if count else NOTHING


def _masks(manuscript: Manuscript) -> Iterator[re.Match[str]]:
    text, folded = manuscript.text, manuscript.folded
    if manuscript.has_any(_SIGNS):
        yield from (match for match in _RUN.finditer(text) if _is_mask(text, match))
    if "某" in folded:
        yield from _SOMEBODY.finditer(folded)
    if manuscript.has_any(_SIGNS_OF_PLACEHOLDERS) or _END_OF_PLACEHOLDER.search(folded):
        yield from _PLACEHOLDER.finditer(folded)


def _is_mask(text: str, match: re.Match[str]) -> bool:
    before = fold(text[max(0, match.start() - 1) : match.start()])
    behind = fold(text[match.end() : match.end() + 4])
    after, sign = behind[:1], match[0][0]
    if sign in _SOLID:
        return len(match[0]) > 1 and bool(_UNIT.match(behind))
    if sign in "x*" and len(match[0]) == 1:
        return sign == "*" and before != "" and before in _SURNAMES and bool(_HAN.match(behind))
    if sign in "×╳✕" and _is_in_brackets(text, match):
        return False
    if before.isdigit() and sign in "XxＸ×_*＊":
        return bool(_DATED.match(after))
    return not (_WORD.match(before) or _WORD.match(after) or (sign in "XＸ" and _TERM.match(after)))


def _is_in_brackets(text: str, match: re.Match[str]) -> bool:
    """（ × ） is the answer to a question of yes or no."""
    before, behind = (
        text[: match.start()].rstrip(" \u3000"),
        text[match.end() : match.end() + 6].lstrip(" \u3000"),
    )
    return len(match[0]) == 1 and before[-1:] in ("(", "（") and behind[:1] in (")", "）")


RULE = rule("masking", 3, _find)
