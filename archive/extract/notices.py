"""What a page says instead of an article: there is none, the server failed, one must log in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.fold import fold
from archive.model import PageKind

_THING = "(?:页面?|网页|网址|文章|信息|内容|文件|资源|主题|帖子|栏目|新闻|稿件|链接|记录)"
_NOT_FOUND = re.compile(
    r"^\W*(?:http\s*)?(?:error\s*|错误\s*)?404(?!\d)|404\s*(?:not found|错误|error)|\bnot found\b"
    rf"|{_THING}(?:已经?)?(?:被)?(?:不存在|不见了|未找到|没有找到|无法找到|未能找到|删除|移除|下线|下架|失效|过期)"
    rf"|(?:找不到|无法找到|没有找到|未找到|未能找到|不存在)(?:您|该|此|相关|任何|指定|要|所|的|访问|请求|查看|查找){{0,5}}{_THING}"
    rf"|(?:页面?|网页)走丢|参数(?:错误|有误|无效|不正确)|{_THING}(?:正在|还在)?(?:审核|审查)中"
    rf"|(?:您|你)所?(?:要|想)?(?:访问|查看|查找|浏览|请求)的{_THING}.{{0,8}}(?:不|没|无|已|删)"
)
_ERROR = re.compile(
    r"^\W*(?:http\s*)?(?:status\s*|error\s*|错误\s*)?50[0-4](?!\d)"
    r"|server error|bad gateway|service unavailable|gateway time-?out|runtime error"
    r"|fatal error|adodb|vbscript|ole db|odbc|sql syntax|mysql_|exception"
    r"|access denied|forbidden|^\W*warning\W+\w+\(\)"
    r"|数据库(?:连接|出错|错误)|(?:系统|程序|服务器|应用程序).{0,6}(?:发生|出现|的)?.{0,3}(?:错误|异常|繁忙|忙碌|故障)(?=[!,。\s]|$)"
    r"|(?:访问|请求|操作)(?:过于|太|过)?频繁|网站(?:尚?未|没有)备案|(?:请求|访问|操作).{0,12}(?:被|已)(?:拦截|拒绝|阻断|禁止)"
    r"|(?:网站|系统|页面|服务器)(?:正在)?.{0,4}(?:维护|升级)中|暂停(?:访问|服务)"
)
_LOGIN = re.compile(
    r"(?:请|需要?|必须)(?:您|你)?先(?:登录|登陆|登入)|(?:请|需要|尚未|还没有?|没有)(?:您|你)?(?:登录|登陆|登入)(?=\W|后|$)"
    r"|(?:登录|登陆|登入)(?:后|之后)(?:才|再|方|可|即可|查看|阅读)|无权(?:访问|查看|浏览|阅读)|没有权限"
    r"|只有.{0,6}会员.{0,6}(?:阅读|查看|浏览)"
)
_SEARCH = re.compile(
    r"(?:搜索|检索|搜寻|查询)结果|(?:搜索|检索|查询|找)到.{0,14}(?:相关|[\d,]+\s*[条项篇个])|条结果|(?:站内|全文|高级)(?:搜索|检索)"
)
_LOADING = re.compile(
    r"(?:正在|努力)?(?:加载|载入|读取)(?:中|\W|$)|please wait|loading|\{\{.*\}\}"
    r"|(?:启用|开启|打开|允许|支持).{0,6}javascript|(?:enable|without)\s+javascript"
)
_NOTICES: tuple[tuple[PageKind, re.Pattern[str]], ...] = (
    ("login", _LOGIN),
    ("not_found", _NOT_FOUND),
    ("error", _ERROR),
)
_LONGEST = 90


def notice_kind(line: str) -> PageKind | None:
    """Return what a line alone makes a page with no other prose: not_found, error, login; else None."""
    if len(line) > _LONGEST:
        return None
    folded = fold(line)
    return next((kind for kind, pattern in _NOTICES if pattern.search(folded)), None)


def tells_of_search(text: str) -> bool:
    """Tell whether a text heads the results of a search."""
    return _SEARCH.search(fold(text)) is not None


def waits_for_script(lines: Iterable[str]) -> bool:
    """Tell whether one of the lines asks for patience or for JavaScript, or is a template still unfilled."""
    return any(len(line) <= _LONGEST and _LOADING.search(fold(line)) for line in lines)
