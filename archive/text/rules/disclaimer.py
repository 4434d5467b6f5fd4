"""What a site says at the end of what it took over: that it answers for nothing, and whom to write to.

声明：本网转载此文仅为传递信息，不代表本网观点。如有侵权，请联系删除。
免责声明：以上内容由企业提供，本站不对其真实性负责。
"""

from __future__ import annotations

import re

from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_LABEL = re.compile(
    r"[(\[【*※]?\s*(?:(?:免责|版权|特别|郑重|转载|本[网站])?(?:声明|说明|提示)\s*[】\]]?\s*:?|凡(?:本[网站]|注明)|凡?注:"
    r"|(?:本|该)(?:文|站|网)|以上(?:内容|文章|信息|文字)|(?:文章|内容|图文|部分(?:内容|图片))(?:来[源自]|转载))"
)
_OF_SITES = re.compile(
    r"(?:本|该)(?:网站|网|站|平台|公众号)(?:不|无关|仅|转载|所|对|注明|立场|观点|内容|文章|概不|拥有|赞同|保留|联系|编辑|将|的)"
    r"|转载|(?:来[源自]于?|源自)(?:互联)?网络?"
)
_OF_RIGHTS = re.compile(
    r"侵权|侵犯.{0,12}权|版权|著作权|不代表|不(?:对|承担).{0,30}责|概不负责|仅供(?:参考|交流|学习)|传递.{0,6}信息"
    r"|(?:联系|告知|通知).{0,16}(?:删除|删稿|处理)|内容来[源自]于?(?:互联)?网络?$|注明(?:出处|来源)|真实性"
)
_DEEPEST = 8
_LONGEST = 400


def _find(manuscript: Manuscript) -> Findings:
    lines = manuscript.last_lines(_DEEPEST)
    return Findings(changes=manuscript.without(line for line in lines if line.start > 0 and _disclaims(line)))


def _disclaims(line: Line) -> bool:
    folded = line.folded.strip()
    return (
        len(folded) <= _LONGEST
        and bool(_LABEL.match(folded))
        and bool(_OF_SITES.search(folded))
        and bool(_OF_RIGHTS.search(folded))
    )


RULE = rule(
    "disclaimer",
    2,
    _find,
    signs=("声明", "说明", "提示", "凡", "注:", "本文", "该文", "站", "网", "以上", "转载", "来"),
)
