"""Whom a text is written or spoken to (主送机关, 称呼): 各党总支、机关各科室： above its first paragraph."""

from __future__ import annotations

import re
from itertools import islice

from archive.fold import fold
from archive.text.line import lines_from_start

_DEEPEST = 6
_LONGEST = 120
_WHO = re.compile(
    r"^(?:各|全体|所属|公司|集团|局属?|矿属|矿|机关|市|省|区|县|自治区|国务院|国家|厂|院|尊敬的|广大|亲爱的|同志们|职工|党员|女士|工友)"
    r"|[矿厂司局处科室部队区院校委会组位团级厅办站所段班]$|同志们?$|朋友们?$|同事们?$|代表$|督导组$|[党团]委$|家属$|员工$|党支部"
)
_NOT = re.compile(
    r"通知|如下|下列|以下|意见|[。!?;]|^[一二三四五六七八九十]、|^\(|^第|方面|要点|目录|本期|主题|时间|地点|[0-9]{4}年"
)
_SPOKEN = re.compile(r"(?:同志们|(?:各位|尊敬的)[^。:!?]{1,40}?(?:同志|朋友|同仁|来宾|代表)们?)(?=[,!:])")


def read_addressee(body: str) -> str | None:
    """Return the addressee as printed, without its colon; None where the text names none.

    A line of its own that ends with a colon counts, and a salutation at the head of a speech (同志们，).
    """
    for number, line in enumerate(islice(lines_from_start(body, body), _DEEPEST)):
        if len(line.text) > _LONGEST or (number > 0 and fold(line.text.rstrip()[-1:]) != ":"):
            continue
        folded = fold(line.text).strip()
        who = folded.removesuffix(":").rstrip()
        if who != folded and _is_addressee(who):
            return line.text.strip().rstrip(":：")
        spoken = _SPOKEN.match(folded) if number == 0 else None
        if spoken and len(folded) <= len(spoken[0]) + 1:
            return line.text.strip()[: spoken.end()]
    return None


def _is_addressee(folded: str) -> bool:
    return bool(folded and _WHO.search(folded) and not _NOT.search(folded))
