"""What a page says instead of an article: there is none, the server failed, one must log in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.fold import fold
from archive.model import PageKind

_PAGE = "(?:页面?|网页|网址|链接)"
_SITE = "(?:网站|站点|本站|空间|域名|系统|平台|栏目|频道|服务器|服务)"
_THING = (
    f"(?:{_PAGE}|文章|文档|本文|信息|内容|文件|资源|主题|帖子?|栏目|新闻|稿件?|记录|公告|通知|专题|图片|视频)"
)
_GONE = (
    "(?:不存在|不见了|未找到|没有找到|无法找到|找不到了?|未能找到|删除|移除|下线|下架|失效|过期"
    "|丢失|撤回|撤稿|撤销|(?:未|没有?)(?:经过|通过)?(?:发布|审核))"
)
_BY_WHOM = "(?:管理员|作者|发布者|发表者|用户|系统)?"
_NOWHERE = "(?:找不到|无法找到|没有找到|未找到|未能找到|不存在)"
_SOUGHT = "(?:要|所|的|条件|访问|请求|查看|查找|浏览){0,5}"
_BARRED = "(?:拦截|拒绝|阻断|禁止|封禁|限制|异常|不合法|可疑|威胁)"
_LOG_IN = "(?:登录|登陆|登入)"


def _any_of(*wordings: str) -> re.Pattern[str]:
    return re.compile("|".join(wordings))


_NOT_FOUND = _any_of(
    r"^\W*(?:http\s*)?(?:error\s*|错误\s*)?(?:404(?![\d㐀-鿿])|410 gone)",
    r"404\s*(?:not found|错误|页面|error)|404\W+(?:未找到|file)|\bnot found\b",
    r"no longer (?:exists|available)|might have been removed|no input file specified",
    rf"{_THING}(?:id|编号)?(?:可能|暂时|目前)?(?:已经?)?(?:被)?{_BY_WHOM}(?:被)?{_GONE}(?:(?![㐀-鿿])|(?=[或了啦已]))",
    rf"(?:{_NOWHERE}|没有)(?:您|该|此|任何|指定|符合){_SOUGHT}{_THING}|{_NOWHERE}(?:相关)?{_SOUGHT}{_THING}",
    rf"{_PAGE}(?:走丢|迷路|丢了)|参数(?:错误|有误|无效|不正确)|无法找到资源",
    rf"{_THING}(?:正在|还在)?(?:审核|审查)中",
    rf"(?:您|你)(?:所|正在)?(?:要|想)?(?:访问|查看|查找|浏览|请求|搜索)的{_THING}.{{0,8}}(?:[不没无已删飞走丢未])",
    rf"(?:抱歉|对不起|糟糕|哎呀|啊哦).{{0,12}}的?{_PAGE}.{{0,10}}[不没飞走丢劫删]",
    r"(?:违规|违反|法律法规|投诉).{0,16}(?:无法|不能|不予|停止|禁止)(?:查看|显示|访问|浏览)",
    r"(?:文章|信息|内容|帖子).{0,8}(?:无法|不能)(?:查看|显示|浏览|阅读)|^\W*记录集为空",
    r"^\W*(?:没有|暂无)[该此这][条篇]?(?:记录|信息|文章|内容|新闻)\W*$",
)
_ERROR = _any_of(
    # what servers and programs say when they fail
    r"^\W*(?:http\s*)?(?:status\s*|error\s*|错误\s*)?(?:50[0-4]|40[03]|429)(?![\d㐀-鿿])",
    r"server error|bad (?:gateway|request)|unavailable|gateway time-?out|runtime error",
    r"too (?:busy|many requests)|fatal error|parse error|system error|exception",
    r"undefined (?:index|function|variable)|^\W*(?:warning|notice)\W+\w+(?:\(\)| index)",
    r"adodb|vbscript|ole db|odbc|sql syntax|mysql_|active server pages|asp \d{4}|ora-\d{4,5}",
    r"has gone away|can't connect to|database connection|数据库(?:服务器)?(?:连接|出错|错误)",
    r"无法连接.{0,6}数据库|(?:连接|建立).{0,3}数据库.{0,6}(?:出错|失败|错误)",
    r"(?:系统|程序|服务器|应用程序).{0,6}(?:发生|出现|的)?.{0,3}(?:错误|异常|繁忙|忙碌|故障)(?=[!,。\s]|$)",
    r"(?:请求|网关|连接|脚本|访问)超时|连接已?(?:重置|中断)|服务器?(?:暂时?)?不可用",
    # what firewalls and tests for robots say
    r"access denied|forbidden|request rejected|was rejected|not acceptable|mod_?security|invalid url",
    r"(?:访问|请求|操作)(?:过于|太|过)?频繁|(?:请求|访问|操作).{0,12}[被已](?:拦截|拒绝|阻断|禁止)",
    rf"[您你当该此][的前]?.{{0,10}}(?:请求|访问|ip|行为).{{0,20}}{_BARRED}(?![㐀-鿿])",
    r"(?:疑似|检测到).{0,8}(?:攻击|可疑|异常)|(?:网站|应用|web)防火墙|(?<![a-z])waf(?![a-z])",
    r"访问[被已]拦截|网站卫士|安全狗.{0,6}(?:拦截|防护|互联网|提示)|云锁|不合法的?参数|参数.{0,6}不合法",
    r"(?:请|需要?).{0,4}(?:输入|填写|完成).{0,4}(?:验证码|验证)|人机(?:识别|验证|校验)",
    r"(?:拖[动拽]|按住|移动).{0,6}滑块|滑块验证|checking (?:your browser|if the site)",
    r"just a moment|verify you are human|(?:enable|开启|启用).{0,8}cookie",
    # what stands in place of a site
    rf"(?:{_SITE}|页面)(?:正在)?.{{0,4}}(?:维护|升级|改版|建设|调试)中(?!\w)",
    rf"^\W*{_SITE}(?:正在|系统)?(?:维护|升级|改版|建设|关闭|停用)\W*$",
    rf"{_SITE}.{{0,4}}(?:已经?|被|暂时?)(?:关闭|停用|停止|过期|到期|停机)",
    rf"(?:{_PAGE}|{_SITE}).{{0,6}}(?:无法|不能)(?:访问|打开|显示|连接)|无法显示.{{0,3}}{_PAGE}",
    r"网站(?:尚?未|没有)备案(?!的)|暂停(?:访问|服务)(?![㐀-鿿])|站点创建成功|(?:没有|未)找到站点",
    r"域名.{0,8}(?:出售|转让|过期|到期)|domain.{0,12}for sale|default (?:web )?page",
    r"^\W*(?:welcome to nginx|it works|iis\s*\d*|under construction)\W*$",
)
_LOGIN = _any_of(
    rf"(?:请|需要?|必须|只有)(?:您|你)?先?{_LOG_IN}(?=\W|后(?!台)|本|您|$)|(?:请|需要?|必须)(?:您|你)?先{_LOG_IN}",
    rf"(?:尚未|还没有?|没有)(?:您|你)?{_LOG_IN}(?=\W|后|或|$)|(?:重新|请使用.{{1,8}}){_LOG_IN}",
    rf"{_LOG_IN}(?:后|之后)(?:才|再|方|可|即可|查看|阅读)|(?:登录|会话)已?(?:超时|过期)",
    r"无权(?:访问|查看|浏览|阅读)|没有.{0,4}权限|需要.{0,4}权限",
    r"(?:只有|仅限|仅供).{0,6}(?:会员|内部|内网|校园网|用户|党员).{0,6}(?:阅读|查看|浏览|访问)",
    r"请.{0,2}(?:输入|填写).{0,4}密码|(?:用户名|帐号|账号).{0,8}(?:错误|不正确)",
    r"密码(?:错误|不正确)(?![㐀-鿿])|请(?:使用|通过|在)?.{0,3}(?:内网|校园网|局域网).{0,3}(?:访问|查看|浏览)",
)
_EMPTY = re.compile(
    r"^\W*[此本该]?(?:栏目|频道|分类|类别)(?:下|内)?(?:目前)?(?:暂时?|还)没?[无有](?:任何)?(?:内容|信息|数据|文章|新闻)\W*$"
)
_FOLDER = re.compile(r"^\W*index of /|^[\w.-]+ - /\S*$|parent directory|转到父目录")
_FOR_A_REMARK = re.compile(
    "(?:登录|登陆|登入|注册).{0,12}(?:评论|发表|回复|留言|参与|收藏|点赞|下载|投票|发帖|打印|分享)"
)
"""What a visitor must log in for below a text that all may read."""
_SEARCH = re.compile(
    r"(?:搜索|检索|搜寻|查询)结果|(?:搜索|检索|查询|找)到.{0,14}(?:相关|[\d,]+\s*[条项篇个])|条结果|(?:站内|全文|高级)(?:搜索|检索)"
)
_LOADING = re.compile(
    r"(?:正在|努力)?(?:加载|载入|读取)(?:中|\W|$)|please wait|loading|\{\{.*\}\}"
    r"|(?:启用|开启|打开|允许|支持).{0,6}javascript|(?:enable|without)\s+javascript"
)
_OF_PLAYER = re.compile("视频|音频|播放|flash|pdf")
_NOTICES: tuple[tuple[PageKind, re.Pattern[str]], ...] = (
    ("login", _LOGIN),
    ("not_found", _NOT_FOUND),
    ("error", _ERROR),
    ("empty", _EMPTY),
    ("listing", _FOLDER),
)
_LONGEST, _LONGEST_LATIN = 90, 200


def notice_kind(line: str) -> PageKind | None:
    """Return what a line alone makes a page with no other prose; None for most lines.

    not_found, error, login; empty where a channel has no text yet; listing for a server's folder.
    """
    if len(line) > (_LONGEST_LATIN if line.isascii() else _LONGEST):
        return None
    folded = fold(line)
    if _FOR_A_REMARK.search(folded) or folded.startswith("关于"):
        return None
    return next((kind for kind, pattern in _NOTICES if pattern.search(folded)), None)


def tells_of_search(text: str) -> bool:
    """Tell whether a text heads the results of a search."""
    return _SEARCH.search(fold(text)) is not None


def waits_for_script(lines: Iterable[str]) -> bool:
    """Tell whether one of the lines asks for patience or for JavaScript, or is a template still unfilled.

    What a player or another plug-in asks for is no text.
    """
    short = (fold(line) for line in lines if len(line) <= _LONGEST)
    return any(_LOADING.search(line) and not _OF_PLAYER.search(line) for line in short)
