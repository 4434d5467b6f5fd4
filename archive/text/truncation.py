"""Notices by which a site says that it left text out, and how much.

    inline   ……(X网http://… 省略643字,正式会员可完整阅读)……
    end      ……(未完,全文共2842字,当前仅显示1807字,请阅读下面提示信息。收藏《T》)
             全文共2269字,仅供站内会员学习参考(会员可打开排版规范的全部文档)
             ……试读结束,开通会员文档无限下载使用          (共 474 字)  [閱讀本文] >>
    whole    【文章共5568字,精选参考范文,仅供学习借鉴】   states a length, leaves nothing out

Printed by the essay mills 新文秘网, 秘书文库, 老金, and by hosts that mirror them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.model import FieldName
from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, MissingText, rule

_OMITTED = re.compile(r"省略\s{0,3}(?P<omitted>\d{1,7})\s{0,3}字")
_END = re.compile(
    r"(?:\(?未完[,,]?\s{0,3})?\(?全文共\s{0,3}(?P<declared>\d{1,7})\s{0,3}字(?=[^\n]{0,40}(?:显示|会员|未完|阅读))"
    r"|(?:\(|【)?共\s{0,3}(?P<counted>\d{1,7})\s{0,3}字[)】]?\s{0,20}\[阅读本文\]"
    r"|试读结束|还剩\s{0,3}\d{1,4}\s{0,3}页未读|\(未完[,,、]"
)
_WHOLE = re.compile(r"【文章共\s{0,3}(?P<declared>\d{1,7})\s{0,3}字[^】\n]{0,60}】")
_SHOWN = re.compile(r"(?:当前|目前|现在)?(?:仅|只)?显示(?:了)?(?:前)?\s{0,3}(\d{1,7})\s{0,3}字")
_MEMBERS = re.compile(
    r"(?:新来的客人|刚注册会员|未登(?:陆|录)(?:用户)?)[^\n]{0,60}|开通会员[^\n]{0,40}|\(?请认真阅读下面的提示信息\)?"
    r"|[^\n]{0,30}由会员分享,可在线阅读[^\n]{0,80}|点击查看更多>*"
)
_PRINTED_ADDRESS = re.compile(r"(?P<name>[一-鿿]{2,12})?(?P<url>https?://[a-z0-9.:/-]{4,60}?)(?=省略|[^a-z0-9.:/-])")
_DOTS = ".…。 \t\u3000"
_LONGEST_NOTICE = 120


def _find(manuscript: Manuscript) -> Findings:
    inline = list(_inline(manuscript))
    end = _end(manuscript)
    changes = [change for change, _ in inline] + [change for change, _ in end]
    whole = _WHOLE.search(manuscript.folded)
    lines = [line for line in manuscript.tail if _MEMBERS.fullmatch(line.folded.strip())]
    notice = manuscript.folded[end[0][0].start :] if end else ""
    shown = _SHOWN.search(notice)
    declared = next((int(match[1] or match[2] or 0) for _, match in end if match.lastindex), None)
    return Findings(
        changes=[*changes, *manuscript.without(lines)],
        fields=_address([change for change, _ in inline], manuscript),
        missing=[*missing],
    )
