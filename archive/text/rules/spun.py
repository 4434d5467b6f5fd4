"""Copies whose words were exchanged for synonyms by a program: 活动 → 运动, 工作面 → 事情面, 公司 → 企业.

Nobody can tell which words were exchanged, so they stay and the text is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_BEFORE_AND_BEHIND: Mapping[str, tuple[str, str]] = {
    "事情": ("", "面|方案|部署|会议|报告|总结|作风|要点|制度|职责"),
    "出产": ("安全|平安", "治理|经营|任务"),
    "宁静": ("安全", "出产|生产|治理"),
    "运动": ("主题|实践|教育|竞赛", "方案"),
    **dict.fromkeys(("带领", "率领", "向导", "引导"), ("", "班子|小组|干部")),
    "步队": ("党员|职工|干部", "设置装备摆设|建设|扶植"),
    "扶植": ("党的|作风|制度|文化", ""),
    "当真": ("", "落实|贯彻|学习|组织"),
    "部分": ("", "卖力人|负责人"),
    "继续": ("", "作为|尽责"),
    "成长": ("", "计谋|筹划"),
    **dict.fromkeys(("辅导思想", "设置装备摆设", "轨制", "群众门路", "卖力人"), ("", "")),
}
"""Telltale words, each with what must stand before it or behind it."""


def _telltale(word: str, before: str, behind: str) -> str:
    alternatives = [f"(?:{before}){word}"] * bool(before) + [f"{word}(?:{behind})"] * bool(behind)
    return "|".join(alternatives) or word


def _sign(word: str, before: str, behind: str) -> str:
    """The same, begun with the word itself, which makes it quick to search."""
    is_behind = f"(?<={'|'.join(each + word for each in before.split('|'))})" if before else ""
    return f"{word}(?:{'|'.join(filter(None, (is_behind, behind)))})"


_TELLTALE = re.compile("|".join(_telltale(word, *beside) for word, beside in _BEFORE_AND_BEHIND.items()))
_SIGN = re.compile("|".join(_sign(word, *beside) for word, beside in _BEFORE_AND_BEHIND.items()))
"""One of these stands in every telltale."""
_SAMPLE = 6_000
"""Characters; a program spins a text from its beginning."""
_FEWEST = 3
"""Unlike telltales; one may be a writer's own word."""


def _find(manuscript: Manuscript) -> Findings:
    if not _SIGN.search(manuscript.folded, 0, _SAMPLE):
        return NOTHING
    seen: set[str] = set()
    for match in _TELLTALE.finditer(manuscript.folded, 0, _SAMPLE):
        seen.add(match[0])
        if len(seen) >= _FEWEST:
            return Findings(flags=["spun"])
    return NOTHING


RULE = rule("spun", 1, _find)
