"""Prompts to follow an account, to join a group or to open an app, above and under a text.

长按识别二维码关注“云岭笔杆子”      点击上方蓝字关注我们      加入QQ群123456，领取更多资料
打开APP查看更多精彩内容            识别图中二维码，加客服微信
……大会圆满结束。返回青网，查看更多   a portal's link, glued to the last sentence

A notice tells readers such things too, of its own matter: 扫描二维码进入答题系统, 加入青年志愿者群.
"""

from __future__ import annotations

import re

from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule
from archive.text.withholding import withholds

_WHERE = r"(?:下方|上方|图中|右侧|左侧)?(?:的)?(?:微信)?(?:二维码)?"
_SCAN = re.compile(
    rf"[^。]{{0,6}}(?:微信|手机)?(?:扫码|扫描|长按|识别)(?:识别)?{_WHERE}"
    r",?(?:即可|并)?(?:关注|加入|加|添加|入群|进群)[^。]{0,24}"
)
_TAP = re.compile(r"[↑↓\s]*点击(?:上方|下方|顶部|标题下)[^。]{0,14}(?:关注|订阅)[^。]{0,10}")
_GIFTS = re.compile(
    r"(?:关注|添加|加入?|识别)(?:我们|本站)?的?(?:官方)?(?:微信公众号|微信群|微信|公众号|qq群|客服)[^。,]{0,24},?"
    r"(?:回复[^。,]{0,8},?)?(?:即可)?(?:免费)?(?:获取|领取|索取|查看|阅读)[^。]{0,6}"
    r"(?:资料|范文|内容|资讯|文稿|公文|素材|干货)[^。]{0,6}"
)
_APP = re.compile(
    r"(?:下载|打开|进入)[^。,]{0,6}(?:app|客户端),?(?:查看|阅读|看|体验|浏览)(?:更多|全部)[^。]{0,10}"
)
_SHELL = re.compile(
    r"预览时标签不可点|(?:向[上下]|继续|左右)滑动看下一[个篇](?:.{0,2}轻触阅读原文)?|轻触阅读原文|微信扫一扫\s*(?:关注该公众号|使用小程序|可打开此内容).{0,12}"
    r"|[↑↓▼\s]*(?:(?:请|欢迎)?(?:点击|点|戳))?(?:左下[角方]|下方|底部)?的?[“\"]?阅读原文[”\"]?(?:,?查看.{0,10})?"
    r"|阅读\s*\(?\d[\d.]*万?\+?\)?(?:\s*(?:点?赞|在看|评论|收藏|分享|转发|喜欢)\s*\(?\d+\)?){1,6}"
)
"""What WeChat prints around every article."""
_SELLS = re.compile(
    r"(?=.*(?:微信|qq|公众号|客服)[^。,]{0,8}[a-z0-9_-]{5,20})"
    r"(?=.*(?:写材料|找素材|公文|文秘|范文|文库|(?:更多|代写|定制|承接|全套|领取)[^,]{0,8}(?:材料|文稿|素材|讲话稿|资料))).{8,60}"
)
_BACK = re.compile(r"(?<![ \t])[ \t]*返回[^\W_]{2,6},(?:点击)?查看更多$")
_DEEPEST = 6
_OWN = re.compile(
    "答题|报名|投票|填写|参与|签到|登记|观看|缴费|学习|工会|公司|集团|志愿|青年|党员|职工|活动|竞赛|培训|会议|支部|投稿|来稿|征稿|征文|课程|互助|小组"
)


def _find(manuscript: Manuscript) -> Findings:
    edges = {*manuscript.head, *manuscript.tail}
    changes = [*manuscript.without(line for line in edges if _prompts(line.folded.strip()))]
    for line in manuscript.last_lines(_DEEPEST):
        back = _BACK.search(line.folded)
        if back and back.start() > 0:
            changes.append(Change(line.start + back.start(), line.end))
    return Findings(changes=changes)


def _prompts(folded: str) -> bool:
    if _SHELL.fullmatch(folded) or _BACK.fullmatch(folded):
        return True
    is_prompt = any(pattern.fullmatch(folded) for pattern in (_SCAN, _TAP, _GIFTS, _APP, _SELLS))
    return is_prompt and not _OWN.search(folded) and not withholds(folded)


_SIGNS = (
    "扫码",
    "扫描",
    "长按",
    "识别",
    "点击",
    "微信",
    "公众号",
    "qq群",
    "客服",
    "app",
    "客户端",
    "qq",
    "阅读原",
    "阅读",
    "滑动看",
    "标签不可",
    "查看更多",
)
RULE = rule("follow_prompts", 4, _find, signs=_SIGNS)
