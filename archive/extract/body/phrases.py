"""The phrases by which pages announce what is no part of an article."""

from __future__ import annotations

import re

from archive.byline import keys_of
from archive.extract.body.disclaimers import BEGINNINGS, is_disclaimer
from archive.fold import fold, written_forms

_BLANK = r"\s?"
_EDITOR = keys_of("editor")
_TAIL = re.compile(
    r"[\[【<〈●★◎·■>\s]*(?:"
    r"[上下前后]一?[篇条页则]\s*(?:文章|新闻|信息)?\s*[:>]"
    r"|相关(?:的)?(?:文章|新闻|报道|链接|阅读|专题|资讯|信息|内容|推荐|评论|主题|搜索|作品|稿件)"
    r"|(?:延伸|扩展|推荐|拓展)阅读|(?:推荐|热门|最新)(?:文章|新闻|阅读|内容|推荐|资讯|评论)"
    r"|(?:(?:推荐|热销|热门|相关|最新)产品|产品(?:推荐|展示|中心))\s*:?\s*$|(?:往期|精彩)(?:推荐|回顾|精选)"
    r"|猜你喜欢|[为给]您?你?推荐|大家都在看|看了又看|今日推荐|(?:网友|精彩|全部|用户)评论|发表评论|我[要有](?:评论|话说)|文章评论"
    rf"|\(?(?:责任编[辑校]|(?:{'|'.join(map(_BLANK.join, _EDITOR))})\s?[:|])"
    r"|(?:免责|版权|特别|郑重)声明|声明\s*:\s*(?:转载|凡|以上|[本该此][文网站])|分享(?:到|至|\s*:)|扫一扫|本文(?:二维码|链接|网址|地址)"
    r"|特别提[示醒]\s*:\s*(?:以上|本[网站文]|凡|转载|文[中章])"
    r"|(?:公司|企业|集团|单位|本[站网])简介\s*$|(?:关于|联系)我们\s*(?:[|│·-].*)?$"
    r"|※\s*来源|--\s*$"
    r"|(?:所有|全部|网友|最新)(?:跟[帖贴]|留言|回复)\s*[:(]|登[录陆]后(?:才能|可以?)?(?:发表)?(?:评论|回复|留言)|顶一下\s*(?:$|\()"
    r"|打印本[页文]|关闭(?:本页|窗口)|返回(?:顶部|首页|页首|列表|搜狐)"
    r")"
)
_BRACKETS = tuple(written_forms("[【("))
_BUTTONS_BEFORE = re.compile(
    r"(?:[\[【(]\s?(?:(?:我要)?(?:纠错|评论|收藏|打印|分享|推荐|投稿)|(?:打印|关闭|收藏|返回)(?:[本此]页|本文|窗口|首页|列表)?|大|中|小)"
    r"\s?[\]】)]\s?)+"
)
_SENTENCE = re.compile(r"(?=.*[一-鿿]{6}).*[。;][”’」』)]*")
_SITES_SENTENCE = re.compile(
    r"[^一-鿿]*(?:特别提[示醒]|[一-鿿]{0,2}声明[^一-鿿]|[一-鿿]{2}评论\s*(?:[:,仅请]|[只不]代表)|登[录陆]后(?:才能|可)"
    r"|扫一扫.{0,20}(?:关注|微信|手机|二维码)|分享[到至].{0,10}(?:微信|朋友圈))"
)
"""Whole sentences that stand below the texts of many sites: 网友评论仅代表个人看法。"""
_RELATED = ("】相关文章：", "】相关文章:")
"""Sites of models of writing name the text again: 【安全月总结】相关文章："""
_APPEARED = re.compile(
    r"(?:本文|此?文章|本?日志)(?:由.{1,8})?发[表布]于\s*:?\s*(?:\d[^,。;!?的]*+(?:(?<=\d:\d\d).*)?)?"
)
"""A day, and anything behind its time; what appeared where, or what came of it, is the text's."""
_BUTTON = re.compile(
    r"(?:[\[【(<]?\s*(?:"
    r"打印|关闭|收藏|返回|评论|论坛|留言|网摘|订阅|分享|复制|繁体|简体|纠错|推荐|举报|点赞|赞|广告|大|中|小|字号|字体|编辑|播报|更多"
    r"|(?:打印|关闭)(?:本页|本文|窗口|此页)|我要?(?:评论|纠错|收藏|打印)|发送给(?:好友|朋友)|发表评论|放大|缩小|默认|加入收藏|收藏[此本]页|e-?mail推荐"
    r"|返?回(?:顶部|首页|列表|上[一页])|展开全文|阅读全文|点击查看(?:大图|原图)?|(?:当前)?第?\s?\d+\s*(?:/|页\s*[/,]?\s*共|/\s*共)\s*\d+\s*页?|(?:首|上一|下一|尾|末)页"
    r"|(?:\d{1,3}\s+){1,12}(?=[下尾末]一?页)|点击图片进入下一页|顶一下|踩一下"
    r"|图集|页面功能|顶部|\+1|[+-]?+a[+-]?+|[|:/_]"
    r")\s*+[\]】)>]?\s*+)+"
)
"""Blanks belong to the button before them, and are never given back: a row of signs has one reading."""
_LINKS = re.compile(
    r"[\[【<〈●★◎·■>\s]*(?:相关|(?:推荐|热销|热门|最新)?产品|往期|精彩|(?:延伸|扩展|推荐|拓展)阅读|(?:推荐|热门|最新)(?:文章|新闻|阅读|内容|资讯)"
    r"|猜你喜欢|[为给]您?你?推荐|大家都在看|看了又看|今日推荐)"
)
# What the words of either can begin with.
_TAIL_OPENERS = (
    "上下前后相延扩推拓产往热最猜为给大看今网精全用发我文免版特郑责(编一初"
    "分扫本打关返公企集单联此日所登顶声纠※-" + "".join(key[0] for key in _EDITOR)
)
_BUTTON_OPENERS = (
    "论留网订e打关收返回评分复繁简纠推举点赞广大中小字编播更我发放缩默加展阅当第首上下尾末顶踩图页"
    "+-a|:/_[【(<"
)
_TAGS = re.compile(r"[\[【]?(?:本文)?(?:关键[词字]|标\s?签|tags?)[\]】]?\s*:", re.IGNORECASE)
_FOOT = re.compile(
    r"版权所有|制作(?:维护|单位)|技术支持\s*:|icp[备证]|copyright|all rights reserved"
    r"|不良信息举报|网站标识码|信息服务许可证"
)
_ADVERT = re.compile(r"广告.*|点击(?:进入|查看|观看|阅读).{2,30}?(?:>>|》)")
_MAY_BE_ADVERT = tuple(written_forms("广点"))
_LONGEST_FOOT = 80
_LONGEST_BUTTON = 60
_ORNAMENTS = written_forms("[【<〈●★◎·■>")
_MAY_OPEN_TAIL = re.compile(rf"[\s{re.escape(_ORNAMENTS)}]*[{re.escape(written_forms(_TAIL_OPENERS))}]")
_FIRST_OF_TAIL = frozenset(_ORNAMENTS + written_forms(_TAIL_OPENERS))
_MAY_BE_BUTTON = re.compile(rf"[\s\d{re.escape(written_forms(_BUTTON_OPENERS))}]")
"""Asked first, since folding a line costs more than all the rest."""


def opens_tail(line: str) -> bool:
    """Tell whether a line announces what follows an article: 相关新闻, 责任编辑：X, 上一篇：…

    An author's own sentence may begin so: 责任编辑：要把好政治关，审核每一篇稿件。
    """
    if line[:2] in BEGINNINGS and is_disclaimer(line):
        return True
    if line.lstrip()[:1] not in _FIRST_OF_TAIL:
        return False
    if not _MAY_OPEN_TAIL.match(line):
        return line[:1] == "【" and line.endswith(_RELATED)
    if line.startswith(_BRACKETS):
        line = line[_buttons_before(line) :]
    if _TAIL.match(fold(line[:16])) is not None:
        return not _is_own_sentence(fold(line.rstrip()))
    return _says_when_it_appeared(line)


def _buttons_before(line: str) -> int:
    """Return where the line goes on behind its buttons: 【打印】【关闭】编辑：李明."""
    buttons = _BUTTONS_BEFORE.match(fold(line[:_LONGEST_BUTTON]))
    return buttons.end() if buttons else 0


def _is_own_sentence(folded: str) -> bool:
    return _SENTENCE.fullmatch(folded) is not None and not _SITES_SENTENCE.match(folded)


def _says_when_it_appeared(line: str) -> bool:
    """Tell whether a line is a blog's below a text: 此文章由李明发布于 2010-7-5."""
    return (
        line.startswith(("本", "此", "文", "日"))
        and _APPEARED.fullmatch(fold(line[:_LONGEST_BUTTON])) is not None
    )


def parts_signature(line: str) -> bool:
    """Tell whether a line is the two dashes that boards on Unix hosts set above a signature."""
    return line.strip() == "--"


def names_station(line: str) -> bool:
    """Tell whether a line is the one that such boards end a post with: ※ 来源:．青山站."""
    return line.startswith("※")


def announces_links(line: str) -> bool:
    """Tell whether a line opens a tail, and only links are to follow, as behind 相关新闻."""
    return opens_tail(line) and _LINKS.match(fold(line[:16])) is not None


def is_foot(line: str) -> bool:
    """Tell whether a line is what a site prints at the foot of every page: 版权所有 青山煤矿."""
    return len(line) <= _LONGEST_FOOT and "。" not in line and _FOOT.search(fold(line)) is not None


def is_advert(line: str) -> bool:
    """Tell whether a link's line leads away from the text above or below it: 广告, 点击进入专题>>."""
    return line.startswith(_MAY_BE_ADVERT) and _ADVERT.fullmatch(fold(line)) is not None


def names_tags(line: str) -> bool:
    """Tell whether a line begins as one of links to texts with the same words: 标签：安全 煤矿."""
    return _TAGS.match(fold(line[:_LONGEST_BUTTON])) is not None


def is_button(line: str) -> bool:
    """Tell whether a line is nothing but buttons: 【打印】【关闭】, 字体：大 中 小, 1/3页."""
    if len(line) > _LONGEST_BUTTON or not _MAY_BE_BUTTON.match(line):
        return False
    return _BUTTON.fullmatch(fold(line)) is not None
