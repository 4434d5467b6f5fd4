"""What a document-sharing site prints around and between the pages of a file.

上传人：X 文档编号：1 上传时间：2012-3-1 格式：DOC 页数：11 大小：25KB        bdocx.com and alike
第3页 / 共43页        会议讲话.doc_第2页        论文部分内容阅读
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.page_marks import without_marks
from archive.text.preview_pages import read_pages
from archive.text.rule import NOTHING, Findings, MissingText, rule

_KEY = re.compile(
    r"(?:上传(?:人|者|时间|日期)|文档(?:编号|格式|大小|页数|id)|格式|页数|大小|下载积分|资源id)\s*:"
)
_FEWEST_KEYS = 3
_SURE_KEY = re.compile("上传|文档|下载积分|资源id")
"""A call for essays asks for 格式, 页数 and 大小 too: without such a key, all values are figures or types."""
_BARE = re.compile(rf"(?:{_KEY.pattern}\s*[a-z\d.]{{1,10}}[\s|]*)+")
_LINE = re.compile(
    r"[.…\s-]*第\s*\d{1,4}\s*页\s*[/,]?\s*共\s*\d{1,4}\s*页[.…\s-]*"
    r"|(?:本?文档|该文档|全文|文章|本文)?总?共有?\s*\d{1,4}\s*页\s*[,/;]?\s*(?:当前|现在|目前)(?:为|是|显示|预览|阅读)?[第前]?\s*\d{1,4}\s*页[,;]?"
    r"|.{2,80}_第\s*\d{1,4}\s*页|还剩\s*\d{1,4}\s*页未读.{0,20}"
    r"|亲,该文档总共\s*\d{1,4}\s*页.{0,60}|论文部分内容阅读|(?:vip|会员)(?:免费|专享)下载.{0,20}"
    r"|(?:立即|免费|点击)下载(?:文档|本文档|全文)?|(?:下载|收藏|举报)(?:本)?文档"
    r"|下载积分\s*:\s*\d{1,6}|\d{1,3}\s*下载券(?:\s*\d{1,7}\s*人已?下载)?"
    r"|资源描述:?"
    r"|(?:以下[为是])?本?(?:(?:文档|范文)(?:简介|介绍|描述|摘要|预览)|(?:文档|文章)正文|文章[简介]介)(?:内容|如下)?:?|资料[简介][介绍]:?"
    r"|正文(?:内容)?(?:如下)?\([^()]{0,12}(?:复制|下载|编辑)[^()]{0,12}\):?|第\s*页\s*[/,]?\s*共\s*页"
)
_FILE_KEY = re.compile(
    r"(?:(?P<sure>上传(?:人|者|用户)|文档(?:编号|评分|id|大小(?=\s*:\s*[\d.]+\s?[km]b?$))|下载(?:积分|次数|量|点数)|贡献者)|上传(?:日期|时间)|下载权限|售价|文档(?:大小|格式|页数|类型|分类)|文件(?:大小|格式|类型)|资料(?:编号|大小|格式|名称)|浏览权限|授权方式|资源(?:大小|类型|格式)"
    r"|所属(?:分类|栏目)|总?页数|更新(?:时间|日期))\s*:[^,。]{0,30}"
)
"""One key a line; some of them a notice has too, of what is to be handed in (文件格式：DOC)."""
_OF_SURE_KEYS = ("上传", "文档", "下载", "贡献者")
_PREVIEW = re.compile("超出(?:免费)?预览|预览(?:完|到|已|结束)")
_SIGNS = (
    "上传",
    "文档",
    "页",
    "下载",
    "论文部分",
    "资源描述",
    "章简",
    "章介",
    "料简",
    "料介",
    "范文",
    "正文",
)
_IN_EACH = (*_SIGNS, "格式", "大小", "资源id", "贡献者", "售价")
_LONGEST = 240


def _find(manuscript: Manuscript) -> Findings:
    lines = [line for line in manuscript.lines_with(_IN_EACH) if _is_chrome(line.folded.strip())]
    lines = sorted({*lines, *_stated_below_each_other(manuscript)})
    if not lines:
        return NOTHING
    last = lines[-1]
    breaks_off = _is_cut(last.folded) and last in manuscript.tail
    missing = [MissingText(position=max(0, last.start - 1), kind="tail")] if breaks_off else []
    fields = read_pages(line.folded.strip() for line in lines)
    return Findings(changes=without_marks(manuscript, lines), fields=fields, missing=missing)


def _stated_below_each_other(manuscript: Manuscript) -> Iterator[Line]:
    """Yield runs of at least two lines at the edges that state a file, one of them as no notice would."""
    edges = (manuscript.head, manuscript.tail) if manuscript.has_any(_OF_SURE_KEYS) else ()
    for edge in edges:
        keys = [(line, _FILE_KEY.fullmatch(line.folded.strip())) for line in edge]
        for is_key, run in groupby(keys, key=lambda pair: pair[1] is not None):
            stated = list(run)
            if is_key and len(stated) > 1 and any(match and match["sure"] for _, match in stated):
                yield from (line for line, _ in stated)


def _is_cut(folded: str) -> bool:
    """Tell whether pages are missing behind a line; none is behind 第43页 / 共43页, 共5页，全部预览完了."""
    pages = read_pages([folded])
    if "shown_pages" in pages and "declared_pages" in pages:
        return pages["shown_pages"] != pages["declared_pages"]
    return len(pages) > 1 or bool(_PREVIEW.search(folded))


def _is_chrome(folded: str) -> bool:
    if len(folded) > _LONGEST:
        return False
    if _LINE.fullmatch(folded):
        return True
    keys = _KEY.findall(folded)
    is_sure = any(map(_SURE_KEY.match, keys)) or _BARE.fullmatch(folded)
    return len(keys) >= _FEWEST_KEYS and bool(is_sure)


RULE = rule("document_sharing", 7, _find, signs=_IN_EACH)
