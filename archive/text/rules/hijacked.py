"""Words of betting shops on a host that they took over: before the title, or in the place of others.

凯发体育k8_凯发官网入口_集团召开安全例会        the title's spam goes
乌黑发亮的k1体育炭                            煤 was replaced: flagged, never guessed
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive.text.change import Change
from archive.text.line import Line, is_prose
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_SPAM = re.compile(
    r"(?:凯发|凯时|必威|亚博|狗万|火博|尊龙)"
    r"(?:\s*[_|]|\s+-|[ -]*(?:[a-z0-9]|体育|娱乐|官[网方]|国际|彩票|电[竞子]"
    r"|手机|平台|入口|登录|注册|备用|网址))"
    r"|betway|bet365|manbet|新葡京(?:娱乐|官网)|华体会|尊龙凯时|九游会|球盟会|金宝博|188bet|12bet|fun88|lovebet"
    r"|(?:乐鱼|开云|万博|皇冠|半岛|星空|江南|米乐|bob|hth|k\d{1,2}|雷火|大发)(?:体育(?![场馆中公局学运])|电竞|彩票|官网)"
    r"|云顶(?:yd|国际|娱乐)|澳门(?:银河|金沙|新濠|永利)|(?:pg|mg)电子|爱游戏(?:体育|官网)|太阳城(?:集团|娱乐)|威尼斯人(?:娱乐|官网|网上|赌)"
)
_SIGN = re.compile(
    "凯发|凯时|必威|亚博|bet|狗万|葡京|华体会|尊龙|九游会|球盟会|金宝博|fun88|火博|爱游戏|太阳城|威尼斯人|云顶|g电子"
    r"|澳门[银金新永]|k\d|乐鱼|开云|万博|皇冠|半岛[体电彩官]|星空[体电彩官]|江南[体电彩官]|米乐|bob|hth|雷火|大发[体电彩官]"
)
"""One of these stands in all spam; each begins with a literal, which makes it quick to search."""
_BETWEEN = re.compile(r"\s*[_|]+\s*|\s+-+\s+|--+|(?<=[一-鿿a-z])-(?=[一-鿿])|(?<=[一-鿿])-(?=[a-z])")
_ADVERTISES = re.compile(
    r"(?:体育|娱乐|棋牌|彩票|真人|电竞)[一-鿿]{0,4}(?:app|平台|官[网方]|下载|登录|入口)|官网(?:登录)?入口|百家乐|现金网|葡京|棋牌游戏|^首页$|老虎机|博彩"
)
"""Enough in the first line, above the title, where each of its parts is spam."""
_WORDS = re.compile(rf"{_BETWEEN.pattern}|[\s,]+")
_AGAINST = re.compile(
    "赌博|[禁反涉]赌|拒绝|远离|抵制|打击|严打|严禁|警惕|认清|揭秘|陷阱|真面目|危害|查处|不[碰进沾参]"
)
"""Words of those who warn of such shops."""
_SHORTEST_TITLE = 4


def _find(manuscript: Manuscript) -> Findings:
    above = _spam_above_title(manuscript)
    if not above and not any(_SPAM.search(line.folded) for line in manuscript.lines_matching(_SIGN)):
        return NOTHING
    lines = (line for line in {*manuscript.head, *manuscript.tail} if line.start > 0 and _is_spam(line))
    changes = [*(above or _spam_of_title(manuscript.first_line)), *manuscript.without(lines)]
    return Findings(changes=changes, flags=["hijacked"])


def _spam_above_title(manuscript: Manuscript) -> Sequence[Change]:
    line = manuscript.first_line
    is_alone = manuscript.title_is_given or line.end == len(manuscript.text)
    if is_alone or is_prose(line) or not _ADVERTISES.search(line.folded) or _AGAINST.search(line.folded):
        return ()
    parts = [part for part in _WORDS.split(line.folded.strip()) if part]
    is_spam = len(parts) > 1 and all(_ADVERTISES.search(part) or _SPAM.search(part) for part in parts)
    return [Change(line.start, line.end + 1)] if is_spam else ()


def _is_spam(line: Line) -> bool:
    """Tell whether all parts of a line at an edge, divided as a title of such shops is, advertise."""
    parts = _BETWEEN.split(line.folded.strip())
    return len(parts) > 1 and all(_SPAM.search(part) for part in parts) and not _AGAINST.search(line.folded)


def _spam_of_title(line: Line) -> Iterator[Change]:
    """Take the parts of the title that advertise, if one is left that doesn't."""
    ends = [*_BETWEEN.finditer(line.folded)]
    starts = [0, *(end.end() for end in ends)]
    parts = list(zip(starts, [*(end.start() for end in ends), len(line.folded)], strict=True))
    kept = [
        part
        for part in parts
        if not _SPAM.search(line.folded, *part) and part[1] - part[0] >= _SHORTEST_TITLE
    ]
    if kept and len(kept) < len(parts) and not _AGAINST.search(line.folded):
        yield Change(line.start, line.start + kept[0][0])
        yield Change(line.start + kept[-1][1], line.end)


RULE = rule("hijacked", 5, _find)
