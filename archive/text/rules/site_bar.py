"""Greeting, slogan, navigation, tags above a text: `您好!歡迎來到X網!`, `返回首頁|加入收藏`, `熱門標籤`."""

from __future__ import annotations

import re

from archive.model import FieldName
from archive.text.line import Line, labels_below
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_GREETING = re.compile(
    r"(?:您好|你好)?\s*[!,。]?\s*(?:热烈)?欢迎(?:您)?(?:来到|访问|光临|登录|登陆|浏览|进入)\s*(?P<site>[^!。]{2,30})\s*[!。]?"
)
_OF_SITES = re.compile("[您你]好|[网站]|平台|门户|主页|论坛|文库")
"""欢迎来到综采一队 greets guests of flesh and blood."""
_TOOLS = re.compile(
    r"(?:当前时间|现在时间|站内搜索|热门搜索|搜索)\s*:.{0,60}|热门搜索|(?:详细说明|内容预览)\s*:|今天是\s*:?\s*(?:\d{4}年|星期).{0,30}"
    r"|app\s*下载|手机版|最新文章|返回首页|设为首页|加入收藏|网站地图|联系我们|无障碍(?:浏览|阅读)?|登录\s*注册|english"
)
_WORD = r"[一-鿿a-z]{1,8}"
_BAR = re.compile(
    rf"(?:网站)?(?:返回)?首\s*页(?:[\s|·]+{_WORD}){{2,30}}[\s|]*"
    rf"|(?=.*(?:首页|收藏|投稿|注册|登录))(?:{_WORD}\s*\|\s*){{1,30}}(?:{_WORD})?"
)
_LINKS = re.compile(
    r"(?:(?:返回首页|设为首页|加入收藏|收藏本站|网站地图|联系我们|手机版|登录|注册)[\s|·]*){1,8}"
)
_TAGS = re.compile(r"[【\[]?\s*(?:热门|热点)(?:标签|话题|关键词)|标签云|热门搜索\s*[】\]]?")
_TAGS_WITH_WORDS = re.compile(r"热[门点](?:标签|关键词)\s*:[^。]{0,80}")
_MOST_TAGS = 20
_AROUND = " \t\u3000!,。"


def _find(manuscript: Manuscript) -> Findings:
    fields: dict[FieldName, str | int] = {}
    bars = []
    for number, line in enumerate(manuscript.head):
        greeting = _GREETING.fullmatch(line.folded) if _OF_SITES.search(line.folded) else None
        if greeting:
            fields.setdefault("site_name", line.text[slice(*greeting.span("site"))].strip(_AROUND))
        if greeting or _is_bar(line):
            bars.append(line)
        if _TAGS.fullmatch(line.folded.strip()):
            bars += [line, *labels_below(manuscript.head[number + 1 :], _MOST_TAGS)]
    return Findings(changes=manuscript.without(bars), fields=fields)


def _is_bar(line: Line) -> bool:
    return any(pattern.fullmatch(line.folded.strip()) for pattern in (_TOOLS, _BAR, _LINKS, _TAGS_WITH_WORDS))


RULE = rule("site_bar", 5, _find)
