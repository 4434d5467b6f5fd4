"""What sites say below every text: whose it is, who may copy it, where its readers may go on."""

from __future__ import annotations

import re
from itertools import product

from archive.fold import fold, written_forms

_WHOLE = re.compile(
    r"凡是?(?:本[网站报刊社]\S{0,6})?(?:注明|标注|署名)|转载(?:请|须|时)?(?:注明|标明|联系)"
    r"|未经.{0,12}(?:转载|摘编)"
    r"|如(?:需转载|有侵权|涉及?(?:版权|侵权))|平台声明\s*:|原文(?:链接|地址|网址)|原标题\s*:|友情链接\s*:"
    r"|以上(?:内容|文章|图文|信息|观点|言论|文字)\S{0,6}(?:[仅不]代表|来自网络|来源于?网络|版权归)"
    r"|网友评论[仅只]|评论列表|评论\s*\(?\d+\)?\s*条?$|暂无(?:评论|回复|留言)|您的评论\s*(?::|$)"
    r"|您看[到完]此.{0,6}感受"
    r"|[已共]有\s?\d+\s?[条位人](?:评论|回复|留言|网友(?:评论|参与)|参与(?:评论|讨论|$))"
    r"|[您你](?:可能|也许).{0,10}(?:感兴趣|喜欢|想看|关注)的?(?:文章|内容|新闻|资讯)?\s*:?$"
    r"|看过(?:本文|此文|该文)的.{0,8}$"
    r"|本[类栏](?:目)?(?:最新|热门|推荐).{0,4}$|作者(?:的)?其他(?:文章|作品)"
    r"|(?:长按|扫[描码]|微信扫(?:一扫|码)).{0,10}(?:关注|分享|手机)|长按识别二维码|打开微信\W{0,2}扫一扫"
    r"|手机看新闻$|用手机(?:扫描?|打开).{0,6}(?:二维码|网页|[本当]前?页)"
)
_WORDS = (
    "凡本 凡注 凡标 凡署 凡是 转载 未经 如需 如有 如涉 以上 平台 网友 评论 暂无 已有 共有 您的 您看 您可 你可"
    " 您也 你也 看过 长按 扫描 扫码 微信 打开 手机 用手 友情 原文 原标 本类 本栏 作者"
)
BEGINNINGS = frozenset(
    "".join(pair) for word in _WORDS.split() for pair in product(*map(written_forms, word))
)
"""The first two characters of such lines as printed, asked first: most lines are asked no more."""
_LONGEST = 40


def is_disclaimer(line: str) -> bool:
    """Tell whether a line is its site's, whatever stands above it: 凡本网注明来源…, 暂无评论."""
    return line[:2] in BEGINNINGS and _WHOLE.match(fold(line[:_LONGEST])) is not None
