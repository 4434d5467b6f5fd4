"""Links to other articles under the text: `上一篇：…`, `相關文章` or `熱門標籤` and what is listed below."""

from __future__ import annotations

import re

from archive.outline import heading_level
from archive.text.line import Line
from archive.text.listed_below import is_official, list_below
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_NEIGHBOUR = re.compile(
    r"(?:[上下前后]一(?:篇|条|则)(?:文章|新闻|信息)?|[上下前后](?:篇|条|则)(?:文章|新闻|信息))\s*(?::.{0,100}|)|没有了"
    r"|[【\[]\s*[上下前后]一[篇条则]\s*[】\]].{0,120}"
    r"|[←«‹]\s*[上前下后]一[篇条则].{0,100}|[上前下后]一[篇条则]\s*[→»›].{0,100}|[←«‹]\s*[^。]{2,60}|[^。]{2,60}\s*[→»›]"
    r"|[【\[(|]?\s*[上前]一[篇条则]\s*[】\])|]?\s*[【\[(|]?\s*[下后]一[篇条则]\s*[】\])|]?"
)
"""Not 上篇, 下篇: so a long text names its halves."""
_PAGER = re.compile(
    r"""
    (?=.*(?:[上下]一?页|[首尾末]页))
    (?>
        共\s*\d{1,3}\s*页\s*:?
        | 第?\s*\d{1,3}\s*(?:/\s*\d{1,3})?\s*页
        | [上下]一?页 | [首尾末]页
        | [\[(【<]?\d{1,3}[\])】>]?
        | [\s|,/.…<>«»]
    )+
    """,
    re.VERBOSE,
)
"""Each part is read in one way only: a row of dots would be divided in thousands of others."""
_OPEN_END = r"(?!\s*[】\]]?\s*:.)"
"""相关内容：如下 leads the author's own."""
_LISTED = (
    r"(?:[^。【】\[\]]{2,24}[】\]]\s*)?(?:更多)?(?:相关|相似|热门|最新|推荐|精彩|更多)(?:的)?"
    rf"(?:文章|资讯|新闻|链接|阅读|推荐|范文|(?:内容|信息|资料|报道){_OPEN_END})(?:推荐)?"
)
_GUESSED = (
    r"延伸阅读|推荐阅读|猜你喜欢|[您你]可能(?:还)?(?:感兴趣|喜欢)的?(?:文章|内容)?|大家都在看"
    r"|(?:看过|看了|读过|阅读)[^。]{0,40}的(?:人|网友|用户)还(?:看|读|浏览)[了过]"
)
_RANKED = r"阅读排行|点击排行|文章搜索|站内搜索"
_TAGGED = rf"(?:热门|相关|热点|推荐|tags?)\s*(?:标签|搜索|关键词|(?:话题|专题){_OPEN_END})|标签云"
_LIST = re.compile(rf"[·■◆【\[]?\s*(?:{_LISTED}|{_GUESSED}|{_RANKED}|{_TAGGED})\s*[】\]]?(?:\s*:.{{0,80}})?")
_LEVEL_OF_LINKS = 3


def _find(manuscript: Manuscript) -> Findings:
    tail = manuscript.tail
    listed = list_below(tail, _LIST, is_own=_is_own)
    links = [
        line for line in tail[:listed] if _NEIGHBOUR.fullmatch(line.folded) or _PAGER.fullmatch(line.folded)
    ]
    return Findings(changes=manuscript.without([*links, *tail[listed:]]))


def _is_own(line: Line) -> bool:
    """Tell whether a line is the document's; linked texts may be numbered too: 1.安全月总结."""
    return is_official(line) and heading_level(line.text) != _LEVEL_OF_LINKS


RULE = rule("related_links", 10, _find)
