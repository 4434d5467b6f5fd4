"""What a site says at the end of what it took over: that it answers for nothing, and whom to write to.

声明：本网转载此文仅为传递信息，不代表本网观点。如有侵权，请联系删除。
免责声明：以上内容由企业提供，本站不对其真实性负责。
请自觉遵守互联网相关的政策法规，严禁发布色情、暴力、反动的言论。      to those who write comments
"""

from __future__ import annotations

import re

from archive.text.line import LONGEST_FURNITURE, Line
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
_STOCK = re.compile(
    r"(?:欢迎|如需|若需)?转载[,!]?\s*时?(?:请|须|需|务必)(?:注明|标明|保留).{0,40}"
    r"|[\d.、·•*-]{0,3}\s*(?:请?自觉遵守(?:互联网|网络).{0,60}"
    r"|(?:请)?尊重网上道德[,、].{0,60}|.{0,4}承担一切因您?的?行为.{0,60}"
    r"|.{0,14}有权(?:保留或删除|删除或保留|在网站内转载或引用).{0,30}|参与本?评论即表明.{0,40}|严禁发布.{0,20}(?:言论|信息|内容))"
)
"""Sentences that systems print for those who copy a text or comment on it."""
_DEEPEST = 8
_LONGEST = 400


def _find(manuscript: Manuscript) -> Findings:
    lines = manuscript.last_lines(_DEEPEST)
    return Findings(changes=manuscript.without(line for line in lines if line.start > 0 and _disclaims(line)))


def _disclaims(line: Line) -> bool:
    folded = line.folded.strip()
    if len(folded) <= LONGEST_FURNITURE and _STOCK.fullmatch(folded.rstrip("。!")):
        return True
    return (
        len(folded) <= _LONGEST
        and bool(_LABEL.match(folded))
        and bool(_OF_SITES.search(folded))
        and bool(_OF_RIGHTS.search(folded))
    )


RULE = rule(
    "disclaimer",
    3,
    _find,
    signs=(
        "声明",
        "说明",
        "提示",
        "凡",
        "注:",
        "本文",
        "该文",
        "站",
        "网",
        "以上",
        "转载",
        "来",
        "遵守",
        "网上道德",
        "行为",
        "有权",
        "参与",
        "严禁发布",
    ),
)
