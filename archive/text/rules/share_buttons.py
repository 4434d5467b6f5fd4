"""Invitations to share a page or to open it on a telephone, above and under a text.

扫一扫：分享至微信      分享到：      使用手機軟件掃描微信二維碼      用手机扫描二维码阅读
"""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule
from archive.text.withholding import withholds

_PLACE = r"(?:微信|微博|朋友圈|qq|空间|好友|手机|新浪|腾讯|人人|开心|贴吧|豆瓣)"
_SHARED = re.compile(
    r"请?(?:使用|用|打开)?(?:手机|微信).{0,8}(?:扫描|扫一扫)(?:微信|此|本页|右侧|下方|上方|左侧)?(?:微信)?"
    r"(?:二维码)?[,、]?(?:阅读|浏览|查看|访问|分享|看新闻|关注|即可|可).{0,20}"
    r"|请?(?:使用|用)手机.{0,12}(?:扫描|扫一扫)(?:微信|此|本页|下方)?二维码.{0,20}"
    r"|请?(?:使用|用)手机.{0,12}(?:扫描|扫一扫)微信.{0,24}"
    r"|(?:微信)?(?:扫码|扫描(?:下方|右侧)?二维码),?(?:用?手机(?:阅读|浏览|查看|访问)[^《]{0,10}|分享(?:[到至].{0,8})?)"
    r"|扫一扫(?=.{0,16}(?:分享|手机|微信|关注)|$).{0,30}"
    rf"|(?:分享|转发)(?:(?:到|至|给)\s*:[^。]{{0,40}}|\s*:|\s*:(?=.{{0,12}}{_PLACE})[^。,]{{0,40}})|(?:一键)?(?:分享|转发)(?:到|至|给)(?=.{{0,20}}{_PLACE})[^。,]{{2,24}}"
)
_OF_AN_EVENT = re.compile(
    r"答题|报名|投票|填写|参与|签到|登记|下载|观看|缴费|学习|身边|故事|心得|体会|经验|删除|不得|严禁|奖励"
)
"""扫一扫二维码报名 stands in a notice, and is its own."""


def _find(manuscript: Manuscript) -> Findings:
    inviting = (line for line in manuscript.edges if _invites(line.folded.strip()))
    return Findings(changes=manuscript.without(inviting))


def _invites(folded: str) -> bool:
    return bool(_SHARED.fullmatch(folded)) and not _OF_AN_EVENT.search(folded) and not withholds(folded)


RULE = rule("share_buttons", 4, _find, signs=("扫", "分享", "转发"))
