"""Forms for readers under a text, and what they wrote there: `网友评论 共3条`, `验证码：`, `举报`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.model import FieldName
from archive.text.comment_count import count_in
from archive.text.line import Line
from archive.text.listed_below import list_below
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_FORM = re.compile(
    r"(?:发表评论|我要评论|我要留言|查看(?:全部|所有)评论|评论列表|受理本司"
    r"|网友评论仅供|(?:文明上网|文明发言)[,、 ]?理性发[言帖]|匿名(?:发表|评论)"
    r"|登[录陆]后?(?:才|方)?(?:能|即?可以?)?发[表布]评论|请(?:先)?登[录陆].{0,6}评论|暂无评论|还没有评论).{0,80}"
    r"|(?:用户名|验证码|昵\s?称|您的评论|评论内容|留言内容|看不清).{0,20}?[:?].{0,60}"
    r"|(?:提交|发表)(?:评论|留言|看法)|我来说两句|说点什么吧?|(?:目前)?(?:已有|共有?)?\s*\d{1,6}\s*(?:人|条|位|个)(?:网友)?(?:参与|发表)?了?(?:评论|留言)"
    r"|[【\[]?(?:我要|文章|本文)?(?:评论|留言)\s*(?:[(:]\s*\d{1,6}\s*条?[)]?|\s\d{1,6}\s*条?)[】\]]?"
    r"|(?:我要)?(?:举报|纠错)(?:本?(?:文章?|信息|内容))?"
)
_HEADING = re.compile(
    r"[·■◆【\[]?\s*(?:网友|读者|最新|热门|全部)(?:评论|留言)\s*[】\]]?"
    r"\s*(?:[:(]?\s*(?:共有?|已有)?\s*\d{1,6}.{0,20}|:|)"
)
_SIGNS = (
    *("评论", "留言", "用户名", "验证码", "昵", "看不清", "受理本司", "理性发", "匿名", "举报", "纠错"),
    *("发表看法", "我来说两句", "说点什么"),
)


def _find(manuscript: Manuscript) -> Findings:
    tail = manuscript.tail
    heading = list_below(tail, _HEADING)
    taken = [*(line for line in tail[:heading] if _FORM.fullmatch(line.folded.strip())), *tail[heading:]]
    return Findings(changes=manuscript.without(taken), fields=_counted(taken)) if taken else NOTHING


def _counted(lines: Sequence[Line]) -> dict[FieldName, str | int]:
    counts = (count_in(line.folded) for line in lines)
    return next(({"comments": count} for count in counts if count is not None), {})


RULE = rule("reader_forms", 4, _find, signs=_SIGNS)
