"""The genre (文种) of a text, from its title, its salutation or the voice of its news report."""

from __future__ import annotations

import re

from archive.fold import fold

DOCUMENT_GENRES = {
    "安排意见": "意见",
    "实施意见": "意见",
    "指导意见": "意见",
    "意见": "意见",
    "实施方案": "方案",
    "活动方案": "方案",
    "方案": "方案",
    "通知": "通知",
    "通报": "通报",
    "通告": "公告",
    "公告": "公告",
    "讲话提纲": "讲话",
    "讲话稿": "讲话",
    "讲话": "讲话",
    "致辞": "讲话",
    "讲稿": "讲话",
    "动员词": "讲话",
    "发言材料": "发言",
    "发言稿": "发言",
    "发言": "发言",
    "演讲稿": "演讲稿",
    "总结报告": "总结",
    "总结": "总结",
    "情况汇报": "汇报",
    "汇报材料": "汇报",
    "汇报": "汇报",
    "调研报告": "报告",
    "工作报告": "报告",
    "报告": "报告",
    "倡议书": "倡议书",
    "倡议": "倡议书",
    "公开信": "公开信",
    "慰问信": "公开信",
    "一封信": "公开信",
    "决定": "决定",
    "决议": "决定",
    "管理办法": "办法",
    "考核办法": "办法",
    "办法": "办法",
    "细则": "办法",
    "规定": "规定",
    "制度": "规定",
    "心得体会": "心得体会",
    "心得": "心得体会",
    "体会": "心得体会",
    "简报": "简报",
    "事迹材料": "事迹材料",
    "先进事迹": "事迹材料",
    "事迹": "事迹材料",
    "典型材料": "事迹材料",
    "计划": "计划",
    "规划": "计划",
    "要点": "计划",
    "安排": "计划",
    "承诺书": "承诺书",
    "保证书": "承诺书",
    "会议纪要": "纪要",
    "纪要": "纪要",
    "请示": "请示",
    "批复": "批复",
    "函": "函",
    "复函": "函",
    "经验材料": "经验材料",
    "交流材料": "经验材料",
    "经验介绍": "经验材料",
    "对照检查材料": "对照检查",
    "剖析材料": "对照检查",
    "对照检查": "对照检查",
    "自查报告": "报告",
    "述职": "报告",
    "讲话摘要": "讲话",
    "开幕词": "讲话",
    "闭幕词": "讲话",
    "贺词": "讲话",
    "献词": "讲话",
    "表态发言": "发言",
    "挑战书": "倡议书",
    "责任书": "承诺书",
    "决心书": "承诺书",
    "实践与思考": "论文",
    "思考": "论文",
    "探讨": "论文",
    "探索": "论文",
    "研究": "论文",
    "浅谈": "论文",
    "浅析": "论文",
    "侧记": "通讯",
    "纪实": "通讯",
    "走笔": "通讯",
    "掠影": "通讯",
    "巡礼": "通讯",
    "的故事": "通讯",
    "短评": "评论",
    "评论": "评论",
    "时评": "评论",
}
"""Last words of a title → genre; the longest ending decides."""

_ENDINGS = tuple(sorted(DOCUMENT_GENRES, key=len, reverse=True))
_AFTER_ENDING = re.compile(
    r"(?:[(\[〔【][^()\[\]〔〕【】]{1,20}[)\]〕】]|范文|模板|全文|摘要|[0-9一二三四五六七八九十]{1,2}|[\s》”\"'」。,])+$"
)
_ATTACHED = re.compile(r"^关于(?:印发|转发|批转)")
_SALUTATION = re.compile(r"\s*(?:尊敬的.{0,24}|各位.{1,24}|同志们(?:,?朋友们)?)[::!]")
_ESSAY = re.compile(r"^(?:浅谈|浅析|浅论|浅议|试论|试析|略论|刍议|论(?!坛|证))")
_COMMENT = re.compile(
    r"(?:^|[\s【\[(])(?:本报|本刊|新闻|特约|本网)?(?:短评|评论员文章|时评|社论|快评|评论员)[::\])】]"
)
_FEATURE = re.compile(r"[㐀-鿿”\"]{3,}(?:侧记|纪实|见闻录?|纪事|(?<![日标登笔])记)$")
_REPORT = re.compile(
    r"(?:本报|本网|本刊|通讯员|记者).{0,24}(?:讯|报道|摄|获悉|了解)|近日|日前|连日来|近年来|今年以来|入[春夏秋冬汛]以来"
    r"|该(?:矿|公司|队|局|集团|厂|区|井|分公司)"
    r"|^\s*(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|份|以来)|^\s*(?:走进|时令|[”“\"].{2,60}[”\"][^\n]{0,20}说)"
    r"|[0-9]{1,2}月[0-9]{1,2}日,[^\n]{2,30}(?:召开|举行|举办|启动|组织|开展|走进)"
)
_NEWS_TITLE = re.compile(
    r"^[^:“”\"\s]{2,16}?(?:矿|公司|集团|局|厂|工会|党委|煤业|矿业|能源|煤电|煤炭|团委|队|工区)"
    r"(?!.{0,40}(?:委员会)?关于)[^\n]{0,8}"
    r"(?:[::]|召开|举办|举行|启动|部署|开展|推[进行出]|深化|掀起|扎实"
    r"|多措|让|把|以|用|为|的?[“\"])"
)
_LONG_REPORT = 800
_OPENING = 2_000
_LONGEST_SALUTATION = 40


def genre(title: str | None, body: str) -> str | None:
    """Return the canonical Simplified genre, or None where nothing is sure.

    A title names it at its end (关于……的意见) or by its form (浅谈……, ……侧记); a text without one tells
    by its salutation (同志们：); a third-person report with a title is news: 消息, or 通讯 where it is long.
    """
    folded_title = fold(title) if title else ""
    named = _named_by_title(folded_title) or _of_title_form(folded_title) if title else None
    if named:
        return named
    if _SALUTATION.match(fold(body[:_OPENING].lstrip()[:_LONGEST_SALUTATION])):
        return "讲话"
    if title and (_NEWS_TITLE.search(folded_title) or _REPORT.search(fold(body[:_OPENING]))):
        return "通讯" if len(body) >= _LONG_REPORT else "消息"
    return None


def _of_title_form(title: str) -> str | None:
    if _ESSAY.search(title):
        return "论文"
    if _COMMENT.search(title):
        return "评论"
    return "通讯" if _FEATURE.search(title) else None


def _named_by_title(title: str) -> str | None:
    title = _AFTER_ENDING.sub("", title)
    if not title.endswith(_ENDINGS):
        return None
    for ending in _ENDINGS:
        if title.endswith(ending):
            return "通知" if _ATTACHED.match(title) and "通知" in title else DOCUMENT_GENRES[ending]
    return None
