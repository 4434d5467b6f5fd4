"""What a document-sharing site prints around and between the pages of a file.

上传人：X 文档编号：1 上传时间：2012-3-1 格式：DOC 页数：11 大小：25KB        bdocx.com and alike
第3页 / 共43页        会议讲话.doc_第2页        论文部分内容阅读
"""

from __future__ import annotations

import re

from archive.model import Fields
from archive.text.change import Change
from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.preview_pages import read_pages
from archive.text.rule import NOTHING, Findings, MissingText, rule

_KEY = re.compile(
    r"(?:上传(?:人|者|时间|日期)|文档(?:编号|格式|大小|页数|id)|格式|页数|大小|下载积分|资源id)\s*:"
)
_FEWEST_KEYS = 3
_LINE = re.compile(
    r"[.…\s-]*第\s*\d{1,4}\s*页\s*[/,]?\s*共\s*\d{1,4}\s*页[.…\s-]*"
    r"|(?:本?文档|该文档|全文|文章|本文)?总?共有?\s*\d{1,4}\s*页\s*[,/;]?\s*(?:当前|现在|目前)(?:为|是|显示|预览|阅读)?[第前]?\s*\d{1,4}\s*页[,;]?"
    r"|.{2,80}_第\s*\d{1,4}\s*页|还剩\s*\d{1,4}\s*页未读.{0,20}"
    r"|亲,该文档总共\s*\d{1,4}\s*页.{0,60}|论文部分内容阅读|(?:vip|会员)(?:免费|专享)下载.{0,20}"
    r"|(?:立即|免费|点击)下载(?:文档|本文档|全文)?|(?:下载|收藏|举报)(?:本)?文档|资源描述:?|文档简介:?"
)
_SIGNS = ("上传", "文档", "页", "下载", "论文部分", "资源描述")
_IN_EACH = (*_SIGNS, "格式", "大小", "资源id")
_LONGEST = 240
_SHORTEST_ABOVE = 15
_MID_SENTENCE = re.compile("[一-鿿,、0-9]")
_GOES_ON = re.compile(
    r"(?![一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+[章节条部])[一-鿿0-9](?!、|\.)"
)


def _find(manuscript: Manuscript) -> Findings:
    lines = [line for line in manuscript.lines_with(_IN_EACH) if _is_chrome(line.folded.strip())]
    if not lines:
        return NOTHING
    last = lines[-1]
    breaks_off = last in manuscript.tail and not _is_whole(read_pages([last.folded]))
    missing = [MissingText(position=max(0, last.start - 1), kind="tail")] if breaks_off else []
    fields = read_pages(line.folded.strip() for line in lines)
    inside = [line for line in lines if _stands_inside(manuscript.folded, line)]
    joins = [Change(line.start - 1, line.end + 1) for line in inside]
    changes = [*joins, *manuscript.without(line for line in lines if line not in inside)]
    return Findings(changes=changes, fields=fields, missing=missing)


def _stands_inside(folded: str, line: Line) -> bool:
    """Tell whether a page's mark parts a sentence: a long line without an end above, no heading below."""
    above = folded[max(0, line.start - _SHORTEST_ABOVE - 1) : max(0, line.start - 1)]
    below = folded[line.end + 1 : line.end + 1 + _SHORTEST_ABOVE].partition("\n")[0]
    is_long = len(above) == _SHORTEST_ABOVE and "\n" not in above
    return is_long and bool(_MID_SENTENCE.match(above[-1]) and _GOES_ON.match(below))


def _is_whole(pages: Fields) -> bool:
    """Tell whether no page is missing behind one: 第43页 / 共43页, or nothing is said of it."""
    return pages.get("shown_pages", 0) == pages.get("declared_pages", 0) or len(pages) < 2


def _is_chrome(folded: str) -> bool:
    if len(folded) > _LONGEST:
        return False
    return bool(_LINE.fullmatch(folded)) or len(_KEY.findall(folded)) >= _FEWEST_KEYS


RULE = rule("document_sharing", 4, _find, signs=_IN_EACH)
