"""Notices under a text that it is not all shown, or how long it is.

    ……(未完,全文共2842字,当前仅显示1807字,请阅读下面提示信息。收藏《T》)
    全文共2269字,仅供站内会员学习参考(会员可打开排版规范的全部文档)
    ……试读结束,开通会员文档无限下载使用          (共 474 字)  [閱讀本文] >>
    【文章共5568字,精选参考范文,仅供学习借鉴】     only a length: nothing is missing
    新来的客人请【点此注册】加入会员              only an invitation

Printed by the essay mills 新文秘网, 秘书文库, 老金 and by hosts that mirror them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.text.change import Change
from archive.text.line import Line, opens_a_quotation
from archive.text.manuscript import Manuscript
from archive.text.preview_pages import read_pages
from archive.text.rule import NOTHING, Findings, MissingText, rule
from archive.text.stated_chars import declared_chars, shown_chars
from archive.text.withholding import withholds

_CUT = re.compile(
    r"全文共\s{0,3}\d{1,7}\s{0,3}字(?=.{0,30}(?:显示\s{0,3}\d|会员|未完))"
    r"|共\s{0,3}\d{1,7}\s{0,3}字[)】]?\s{0,20}\[阅读本文\]"
    r"|(?<![一-鿿“\"‘「,、])试读(?:已)?结束(?=$|[)】!,.。](?!若|便|我))|(?:还剩|剩余|余下)\s{0,3}\d{1,4}\s{0,3}页(?:未读|未显示|未预览|待读)"
)
_OF_ESSAYS = re.compile(r"全文共|阅读本文|试读")
"""还剩19页未读 is a document-sharing site's, which has files of every kind."""
_OPENING = re.compile(r"[(【]?\s?(?:亲[,!~])?(?:未完[,、]\s?)?[(【]?$")
_WHOLE = re.compile(r"【(?:文章|全文|本文)共\s{0,3}\d{1,7}\s{0,3}字[^】]{0,60}】")
_INVITATION = re.compile(
    r"(?:新来的客人(?=.*注册)|刚注册会员|未登[陆录](?:用户|会员|[,:]|$)|开通会员(?!单位)).{0,60}|\(?请认真阅读下面的提示信息\)?"
    r"|.{0,60}由会员分享,可在线阅读.{0,120}|点击查看更多>*"
)
_SIGNS = (
    *("文共", "文章共", "阅读本文", "试读", "还剩", "剩余", "余下", "新来的客人", "册会员", "未登", "通会员"),
    *("请认真阅读", "会员分享", "点击查看更多"),
)
_BEFORE = ".…· \t\u3000\n"
_LONGEST_OPENING = 40
"""Characters of bracket, 未完 and dots before the notice proper, with the line break above them."""
_DEEPEST = 30
"""Lines from the end; below the notice stand only links."""


def _find(manuscript: Manuscript) -> Findings:
    lines = list(manuscript.last_lines(_DEEPEST))
    invitations = [
        line for line in lines if _INVITATION.fullmatch(line.folded) and not withholds(line.folded)
    ]
    for line in lines:
        cut = _CUT.search(line.folded)
        if cut:
            start = 0 if withholds(line.folded) else cut.start()
            return _cut(manuscript, line, start, invitations)
        whole = _WHOLE.search(line.folded)
        if whole:
            change = Change(line.start + whole.start(), line.start + whole.end())
            return Findings(changes=[change], declared_chars=declared_chars(whole[0]), flags=["essay_mill"])
    return Findings(changes=manuscript.without(invitations)) if invitations else NOTHING


def _cut(manuscript: Manuscript, line: Line, start: int, invitations: Sequence[Line]) -> Findings:
    notice = line.folded[start:]
    above = max(0, line.start + start - _LONGEST_OPENING)
    before = _OPENING.sub("", manuscript.folded[above : line.start + start])
    start = above + len(before.rstrip(_BEFORE))
    if opens_a_quotation(manuscript.text, start):
        return NOTHING
    return Findings(
        changes=[Change(start, line.end), *manuscript.without(set(invitations) - {line})],
        missing=[MissingText(position=start, kind="tail")],
        declared_chars=declared_chars(notice),
        shown_chars=shown_chars(notice),
        fields=read_pages([notice]),
        flags=["essay_mill"] if _OF_ESSAYS.search(notice) else [],
    )


RULE = rule("end_notice", 6, _find, signs=_SIGNS)
