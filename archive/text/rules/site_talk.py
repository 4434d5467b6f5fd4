"""What a site tells its readers of a text, in a line above or below it: who put it together, where more is.

下面是小编整理的相关范文，欢迎阅读参考！      以上就是云岭范文网为大家整理的活动总结，希望对大家有所帮助
（本文由云岭文库整理提供，仅供参考）          更多精彩内容请关注云岭公文网
"""

from __future__ import annotations

import re
from itertools import chain

from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule
from archive.text.site_names import ADDRESS, SIGNS_OF_SITES, SITE, has_a_sure_name, speaks_of_a_site
from archive.text.withholding import withholds

_OF_A_SITE = (
    r"本站(?:所有|提供|资源|资料|文章|文档|文件|内容|范文|会员)|收藏[本此][站页文网]?(?:以|方便|$)"
    r"|(?:word|文档).{0,12}(?:下载|编辑|复制)|直接下载(?:[本此]文|文档|word|使用|即可|$)"
)
"""A station (本站) of a mine gives its hints too, and has forms filled in with Word."""
_EDITOR = re.compile(
    r"(?=.*小编)(?=.*(?:整理|收集|搜集|为大家|给大家|为您|带来|分享|推荐|精心|准备))(?=.*(?:欢迎(?:大家|您)?(?:阅读|参考|借鉴)|供大家|仅供|参考|希望.*帮助|借鉴|范文)).+"
    r"|(?:(?:以下|下面|本文|这里|这篇)[是为].{0,24})?为(?:大家|您)(?:精心)?(?:整理|收集|搜集|带来|准备|提供(?!参考))了?的?(?=.*(?:参考|参阅|借鉴))(?=.*(?:范文|文秘)).+"
    rf"|小编(?:寄语|导语|提示|提醒|推荐)\s*:(?=.*(?:范文|{_OF_A_SITE})).+"
    rf"|[^】]{{0,3}}】?(?:温馨|友情)提示[】\]]?\s*:?(?=.*(?:{_OF_A_SITE})).+"
)
_OF_TEXT = re.compile(
    r"(?:本|该|此|原)(?:文|文章|篇文章|内容|资料|材料|文档|范文)(?:地址|链接|网址|出处|来源|来自|由|[为是]|摘自|转自|转载自|出自|选自|整理自).+"
)
_UPLOADED = re.compile(
    r"(?=.{0,6}(?:本文|本篇|文章|文档|资料|范文|以上内容).{0,3}由.{0,3}(?:会员|网友|用户|本站)[^,]{0,6}(?:投稿|上传|整理|收集|提供|分享))(?=.*(?:仅供|参考|参阅|借鉴|欢迎阅|互联网|网络)).+"
)
_OF_TEXT_BY = re.compile(r"公众号|网络|用户|网友|博主|原创")
_CLOSING = re.compile(r"(?:以上|上面|上述)[就便即]?[是为].*(?:整理|收集|提供|分享|推荐|带来|介绍).*")
_INTRODUCING = re.compile(
    r"(?:【?导语】?)?(?:下面|以下|接下来|这里)?就?[是为]?.*(?:为(?:您|你|大家)|给大家)(?:整理|收集|搜集|带来|推荐|分享|提供).*"
)
_MORE = re.compile(
    r"(?:想(?:要)?(?:了解|知道|看|查看)|欲了解|欲知|查看|阅读|获取|浏览)?更多(?:精彩|优秀|相关|热门|优质|精选)?的?[^,]{0,12}"
    r"(?:内容|范文|文章|资讯|公文|文稿|素材|资料|材料|总结|方案|信息)?[^,]{0,4},?(?:请|欢迎|尽在|可以?|敬请|都在|点击|关注|访问|登[录陆]|收藏).+"
)
_BY_NAME = re.compile(r".*(?:更多|整理|关注|访问|欢迎|转载|分享|上传|推荐|收集|介绍|提供|收藏|投稿).*")
"""Enough where the line names a reseller by a name that nobody else has."""
_WELCOME = re.compile(rf"欢迎(?:访问|光临|登[录陆]|关注|浏览|收藏|来到){SITE}.{{0,30}}")
_SOURCE = re.compile(
    rf"(?:来源|文章来源|转载自|转载于|转自|选自|摘自|出处)\s*:?\s*{SITE}(?:\s*\(?{ADDRESS}\)?)?|(?:来源|文章来源|转自)\s*:\s*.{{2,16}}?\(?{ADDRESS}\)?"
)
_PRAISE = re.compile(
    r"(?:如果|要是|若)?(?:您|你|大家)?(?:觉得|认为|喜欢)(?:(?:本|这|此|该)篇?(?:文章?|内容|范文|资料)|文章|不错)(?:.{0,10}?)(?:,|就|请|点击).{0,12}(?:收藏|分享|点个?赞|转发|点个|打赏).{0,20}"
    r"|(?:喜欢)?(?:就|请|那就)?点个.{0,2}(?:在看|赞)(?:.{0,3}|.{0,8}(?:再走|支持|分享|转发|收藏|关注).{0,8})"
)
_RIGHTS = re.compile(
    r"(?:版权|免责|特别|郑重|转载)(?:声明|说明|提示)\s*:(?=.*(?:本文|文档|文章|内容|资料|原创)).*(?:转载|本[网站]|博主|用户(?:提供|上传|自行)|个人观点|附上).*"
)
_FIRM = re.compile(
    "公司|集团|[本我全]矿(?!工)|工会|办公室|通讯员|本[报刊]|请[^,]{0,4}(?:批评|指正)|同志|支部(?!范文)"
)
_SIGN = re.compile(
    "|".join(map(re.escape, SIGNS_OF_SITES))
    + "|小编|大家|您|会员|温馨|友情|来源|转载|转自|选自|摘自|出处|收藏|点个|点赞|打赏|分享|转发|声明"
    + "|说明|提示|公众号|网络|用户|网友|博主|原创"
)
"""One of these stands in each such line."""
_AROUND = " \t\u3000()[]【】<>{}*—-~》《"
_AT_END = 4
"""Characters; a full stop before them parts sentences."""
_DEEPEST = 6
_LONGEST = 140


def _find(manuscript: Manuscript) -> Findings:
    edges = chain(manuscript.first_lines(_DEEPEST), manuscript.last_lines(_DEEPEST))
    return Findings(changes=manuscript.without(line for line in edges if _may_talk(line) and _talks(line)))


def _may_talk(line: Line) -> bool:
    return line.start > 0 and len(line.text) <= 2 * _LONGEST and line.folded.find("。", 0, -_AT_END) < 0


def _talks(line: Line) -> bool:
    words = line.folded.strip(_AROUND).rstrip("。!")
    if not 6 <= len(words) <= _LONGEST or "。" in words or not _SIGN.search(words) or withholds(words):
        return False
    if any(pattern.fullmatch(words) for pattern in (_EDITOR, _PRAISE, _SOURCE, _RIGHTS)):
        return True
    if _FIRM.search(words):
        return False
    if _UPLOADED.fullmatch(words) or (has_a_sure_name(words) and _BY_NAME.fullmatch(words)):
        return True
    is_of_a_site = speaks_of_a_site(words)
    if _OF_TEXT.fullmatch(words):
        return is_of_a_site or bool(_OF_TEXT_BY.search(words))
    return is_of_a_site and any(
        pattern.fullmatch(words) for pattern in (_CLOSING, _INTRODUCING, _MORE, _WELCOME)
    )


RULE = rule("site_talk", 5, _find)
