"""What libraries of documents stamp on a file and print around it, on lines of their own.

精选优质文档-----倾情为你奉上      专心---专注---专业      学习资料 欢迎下载      文档为doc格式
推荐度：      点击下载文档      ★★★★★ 5.0分 | 128次下载      本文已影响2.3万人      — END —
"""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_STAMP = re.compile(
    r"精选优质文档[-—\s]*倾情为你奉上|专心[-—\s]+专注[-—\s]+专业|(?:精品|优质)文档"
    r"|(?:学习|精品|优秀|最新)好?(?:资料|必备|文档|范文)\s+欢迎下载"
)
_OF_A_FILE = re.compile(
    r"(?:本|此)?文档为(?:doc|docx|word|wps|pdf)格式|(?:word|doc)文档完整版.{0,8}"
    r"|(?:word|doc|本|此)文档(?:下载后)?,?可?(?:以)?(?:自由|任意|直接)?(?:编辑|修改|复制)(?:修改|打印|使用|版)*.{0,6}"
)
_BUTTON = re.compile(
    r"搜索文档|推荐度:?|(?:点击)?下载(?:此文|文档到电脑)(?:[,!].{0,20})?|将(?:本|此)文的?(?:word)?文档.{0,6}下载.{0,30}"
)
_COUNTED = re.compile(
    r"[★☆]{3,}\s*\d[\d.]*\s*分.{0,30}|本文已(?:影响|帮助)\s*[\d.]+万?人|查看(?:人数|次数)\s*:?\s*\d{1,9}"
    r"|.{0,20}上传于\s*\d{4}.{0,20}(?:格式|大小|页数).{0,40}"
    r"|(?:由|来自).{1,16}(?:分享|上传)\s*(?:时间|于)\s*:?\s*\d{4}.{0,20}"
)
_END = re.compile(
    r"[-—·.*(]+\s*(?:the\s)?end\s*[-—·.*)]+|.{0,40}全文阅读完毕.{0,10}"
    r"|[-—\s(]*(?:本文|全文|正文)(?:完|结束|到此结束)[,。!\s]*(?:感谢|谢谢)(?:您的)?(?:阅读|浏览|观看)[!。—\s)-]*"
)
_SIGN = re.compile(
    "档(?<=文档)|载(?<=下载)|荐度|★|☆|谢(?<=[感谢]谢)|专注|看[人次]数|文已影响|文已帮助|传(?<=上传)|享(?<=分享)|end|读完毕"
)
"""One of these stands in each; the rarer character is searched for."""
_LONGEST = 80


def _find(manuscript: Manuscript) -> Findings:
    lines = manuscript.lines_matching(_SIGN)
    stamps = (line for line in lines if line.start > 0 and _is_stamp(line.folded.strip()))
    return Findings(changes=manuscript.without(stamps))


def _is_stamp(folded: str) -> bool:
    patterns = (_STAMP, _OF_A_FILE, _BUTTON, _COUNTED, _END)
    return len(folded) <= _LONGEST and any(pattern.fullmatch(folded) for pattern in patterns)


RULE = rule("document_stamps", 1, _find)
