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
}
"""Last words of a title → genre; the longest ending decides."""

_ENDINGS = sorted(DOCUMENT_GENRES, key=len, reverse=True)
_AFTER_ENDING = re.compile(
    r"(?:[(\[〔【][^()\[\]〔〕【】]{1,20}[)\]〕】]|范文|模板|全文|摘要|[0-9一二三四五六七八九十]{1,2}|[\s》”\"'」。,])+$"
)
_ATTACHED = re.compile(r"^关于(?:印发|转发|批转)")
_SALUTATION = re.compile(r"\s*(?:尊敬的.{0,24}|各位.{1,24}|同志们(?:,?朋友们)?)[::!]")
_REPORT = re.compile(
    r"(?:本报|本网|本刊|通讯员|记者).{0,24}(?:讯|报道|摄)|近日|日前|连日来|近年来|该(?:矿|公司|队|局|集团|厂|区|井)"
)
_LONG_REPORT = 800


def genre(title: str | None, body: str) -> str | None:
    """Return the canonical Simplified genre, or None where nothing is sure.

    A title names it at its end (关于……的意见); a text without one tells by its salutation (同志们：);
    a third-person report with a title is news: 消息, or 通讯 from 800 characters on.
    """
    folded_body = fold(body[:2000])
    if title:
        named = _named_by_title(fold(title))
        if named:
            return named
    if _SALUTATION.match(folded_body):
        return "讲话"
    if title and _REPORT.search(folded_body):
        return "通讯" if len(body) >= _LONG_REPORT else "消息"
    return None


def _named_by_title(title: str) -> str | None:
    title = _AFTER_ENDING.sub("", title)
    for ending in _ENDINGS:
        if title.endswith(ending):
            return "通知" if _ATTACHED.match(title) and "通知" in title else DOCUMENT_GENRES[ending]
    return None
