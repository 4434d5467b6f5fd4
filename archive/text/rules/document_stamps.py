"""What libraries of documents stamp on a file and print around it, on lines of their own.

精选优质文档-----倾情为你奉上      专心---专注---专业      学习资料 欢迎下载      文档为doc格式
推荐度：      点击下载文档      ★★★★★ 5.0分 | 128次下载      本文已影响2.3万人      — END —
最新 精品 Word 欢迎下载 可修改      学习 参考 资料 分享      资料来自网络，如有侵权请联系上传者删除

A stamp is put together from the words of the trade and nothing else. An author's 学习参考资料 and 文档整理
are too: so it must praise the file, offer it, or string four such words with blanks, one of them a file's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.line import Line, lines_from_start
from archive.text.manuscript import Manuscript
from archive.text.page_marks import without_marks
from archive.text.rule import Findings, rule
from archive.text.withholding import withholds

_STAMP = re.compile(
    r"精选优质文档[-—\s]*倾情为你奉上|专心[-—\s]+专注[-—\s]+专业"
    r"|(?:学习|精品|优秀|最新)好?(?:资料|必备|文档|范文)\s+欢迎下载|页[眉脚]内容\s?\d{0,3}"
)
_TRADE_WORD = (
    r"(?:精品|精选|精编|优质|优选|优秀|最新|完美|专业|教育|教学|完整|可(?:自由|任意)?(?:编辑|修改)|自由|任意|直接|编辑|修改|整理|收集"
    r"|分享|学习|交流|参考|指导|范例|资料|文档|范文|word|docx?|格式|版本?|个人|仅供|欢迎|感谢|下载+|使用|打印|值得|价值较高|推荐|精心|[的与和可])"
)
_BETWEEN = r"[ \t\u3000.。·•★☆◆◇■●*_=~,、!()\[\]【】-]"
_ROW = re.compile(rf"\n{_BETWEEN}*+(?>(?>{_TRADE_WORD}){_BETWEEN}*+){{2,16}}\d{{0,3}}{_BETWEEN}*(?=\n|\Z)")
_PRAISED = re.compile(
    r"(?:精品|精选|精编|优质|优选|完美|编辑版?|修改).*(?:文档|资料|范文|word|doc)"
    r"|(?:优秀|最新).*(?:文档|范文|word|资料.*(?:推荐|下载))"
    r"|(?:word|doc|文档|资料).*(?:编辑|修改|整理版|分享|完美|完整版|精品)|(?:欢迎|感谢)下载(?!学习|使用)|^可编辑|完美版|仅供(?:个人|学习[与和、]参考)"
)
_STRUNG = re.compile(
    rf"(?=.*(?:资料|文档|范文|范例|word|doc|下载))(?:{_TRADE_WORD}[ .]+){{3}}{_TRADE_WORD}"
    rf"|\.{_TRADE_WORD}\.{_TRADE_WORD}\."
)
"""精品 优质 专业 教育, without a file's word, is a motto."""
_OF_A_FILE = re.compile(
    r"(?:本|此)?文档为(?:doc|docx|word|wps|pdf)格式|(?:word|doc)文档完整版.{0,8}"
    r"|(?:word|doc|本|此)文档(?:下载后)?,?可?(?:以)?(?:自由|任意|直接)?(?:编辑|修改|复制)(?:修改|打印|使用|版)*.{0,6}"
    r"|(?:欢迎阅读)?[本此该][份篇]?(?:文档|资料|word|文为word)(?=[^。]*(?:下载|word格式|网络收集))[^。]*(?:编辑|修改|支持|下载|删除|使用|收藏)[^。]{0,8}"
    r"|(?:文档|资料)来[源自]于?(?:网络|互联网).{0,30}"
)
_RIGHTS = re.compile(
    r"(?=.*(?:文档|资料|本文|内容|网络|用户|版权|作者|素材))"
    r".{0,60}(?:如|若|涉及)有?.{0,4}侵[权犯].{0,16}(?:联系|告知|通知).{0,16}(?:删除|删稿|处理|撤下).{0,40}"
)
_BUTTON = re.compile(
    r"搜索文档|推荐度:?|(?:文档|附件|文件|word|全文)?下载(?:地址)?\s*:?\s*(?:点击下载|(?:[\[(]\d[\])]\s*){1,6})|[【\[(]?(?:下载)?(?:本文)?(?:的)?word(?:版|文档|格式)?下载[】\])]?|下载本文(?:的)?word版?"
    r"|(?:点击)?下载(?:此文|文档到电脑)(?:[,!].{0,20})?|将(?:本|此)文的?(?:word)?文档.{0,6}下载.{0,30}"
)
_COUNTED = re.compile(
    r"[★☆]{3,}\s*\d[\d.]*\s*分(?=.*(?:次|人|下载|评|浏览)).{0,30}|本文已(?:影响|帮助)\s*[\d.]+万?人|查看(?:人数|次数)\s*:?\s*\d{1,9}"
    r"|.{0,20}上传于\s*\d{4}.{0,20}(?:格式|大小|页数).{0,40}"
    r"|(?:由|来自).{1,16}(?:分享|上传)\s*(?:时间|于)\s*:?\s*\d{4}.{0,20}"
)
_END = re.compile(
    r"[-—·.*(【\[]+\s*(?:the\s)?end\s*[-—·.*)】\]]+(?:\s*版权.{0,12})?|(?:.{0,40}[\s,:])?全文阅读完毕(?![后之前时]).{0,10}"
    r"|[-—\s(]*(?:(?:本文|全文|正文)(?:完|结束|到此结束)[,。!\s]*)(?:感谢|谢谢)(?:您的)?(?:阅读|浏览|观看)[!。—\s)-]*"
    r"|[-—\s(]*(?:感谢|谢谢)(?:您的?)?(?:阅读|浏览|下载|支持)[,。!\s]*(?=.*(?:下载|收藏(?:[本此]|我们|$|[!)—-]))).{0,24}"
)
_SIGN = re.compile(
    "档(?<=文档)|载(?<=下载)|侵[权犯]|眉内容|脚内容|荐度|★|☆|谢(?<=[感谢]谢)|专注|看[人次]数|文已影响|文已帮助|传(?<=上传)|享(?<=分享)|end|读完毕"
)
"""One of these stands in each but a row; the rarer character is searched for."""
_OWN = re.compile(
    "公司|集团|[本我全]矿|单位|支部|部门|科室|办公室|党员|职工|内网|系统|平台|归档|报送|宣传部|编辑部|新闻中心|画册|(?<!学)科(?!学)|本[书刊报]"
)
_AROUND = " \t\u3000()[]【】"
_LONGEST = 120


def _find(manuscript: Manuscript) -> Findings:
    lines = {*manuscript.lines_matching(_SIGN), *_rows(manuscript)}
    stamps = (line for line in lines if not _is_title(manuscript, line) and _is_stamp(line.folded.strip()))
    return Findings(changes=without_marks(manuscript, stamps))


def _rows(manuscript: Manuscript) -> Iterator[Line]:
    """Yield the lines of nothing but the trade's words; a break is found sooner than any of these."""
    if _ROW.fullmatch(f"\n{manuscript.first_line.folded}"):
        yield manuscript.first_line
    for row in _ROW.finditer(manuscript.folded):
        yield next(lines_from_start(manuscript.text, manuscript.folded, row.start() + 1))


def _is_title(manuscript: Manuscript, line: Line) -> bool:
    """Tell whether a line is the title for want of another: the page gave it, or nothing follows."""
    return line.start == 0 and (manuscript.title_is_given or line.end == len(manuscript.text))


def _is_stamp(folded: str) -> bool:
    if len(folded) > _LONGEST:
        return False
    if _is_of_the_trade(folded):
        return True
    patterns = (_STAMP, _OF_A_FILE, _BUTTON, _COUNTED, _END, _RIGHTS)
    is_stamp = any(
        pattern.fullmatch(folded.strip(_AROUND)) or pattern.fullmatch(folded) for pattern in patterns
    )
    return is_stamp and not _OWN.search(folded) and not withholds(folded)


def _is_of_the_trade(folded: str) -> bool:
    """Tell whether a line is a row of the trade's words that praises a file, offers it, or strings four."""
    return bool(_ROW.fullmatch(f"\n{folded}")) and bool(_PRAISED.search(folded) or _STRUNG.search(folded))


RULE = rule("document_stamps", 3, _find)
