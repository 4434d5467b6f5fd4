"""Copies whose words were exchanged for synonyms by a program: 活动 → 运动, 工作面 → 事情面, 公司 → 企业.

Nobody can tell which words were exchanged, so they stay and the text is flagged.
"""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_TELLTALE = re.compile(
    r"事情面|事情(?:方案|部署|会议|报告|总结|作风|要点|制度|职责)|安全(?:出产|宁静)|宁静(?:出产|生产|治理)|平安出产|出产(?:治理|经营|任务)"
    r"|(?:主题|实践|教育|竞赛)运动|运动方案|(?:带领|率领|向导|引导)(?:班子|小组|干部)|辅导思想|步队(?:设置装备摆设|建设|扶植)|(?:党员|职工|干部)步队"
    r"|设置装备摆设|(?:党的|作风|制度|文化)扶植|轨制|当真(?:落实|贯彻|学习|组织)|群众门路|部分(?:卖力|负责)人|卖力人|继续(?:作为|尽责)|成长(?:计谋|筹划)"
)
_SIGNS = tuple(
    map(
        re.compile,
        (
            "事情(?:面|方案|部署|会议|报告|总结|作风|要点|制度|职责)",
            "出产(?:(?<=安全出产|平安出产)|治理|经营|任务)",
            "宁静(?:(?<=安全宁静)|出产|生产|治理)",
            "运动(?:(?<=主题运动|实践运动|教育运动|竞赛运动)|方案)",
            *(f"{verb}(?:班子|小组|干部)" for verb in ("带领", "率领", "向导", "引导")),
            "辅导思想",
            "步队",
            "设置装备摆设",
            "扶植",
            "轨制",
            "当真",
            "群众门路",
            "卖力",
            "继续(?:作为|尽责)",
            "成长(?:计谋|筹划)",
        ),
    )
)
"""One of these stands in every telltale. Each begins with its own word, which makes it quick to search."""
_SAMPLE = 6_000
"""Characters; a program spins a text from its beginning."""
_FEWEST = 3
"""Unlike telltales; one may be a writer's own word."""


def _find(manuscript: Manuscript) -> Findings:
    if not any(sign.search(manuscript.folded, 0, _SAMPLE) for sign in _SIGNS):
        return NOTHING
    seen: set[str] = set()
    for match in _TELLTALE.finditer(manuscript.folded, 0, _SAMPLE):
        seen.add(match[0])
        if len(seen) >= _FEWEST:
            return Findings(flags=["spun"])
    return NOTHING


RULE = rule("spun", 1, _find)
