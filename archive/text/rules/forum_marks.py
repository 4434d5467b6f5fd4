"""What a forum prints into and around its posts (Discuz and its like).

本帖最后由 山里人 于 2012-5-6 10:20 编辑      回复 1# 山里人 的帖子      查看: 1203|回复: 5
发表于 2012-5-6 10:20 | 只看该作者           [复制链接]              积分：320 威望：2 帖子：56
"""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_STAMP = re.compile(
    r"[\[(【]?\s*本[帖贴]最后由.{1,30}于.{4,24}编辑\s*[\])】]?|回复\s*\d{1,4}#\s*.{1,20}的[帖贴]子|\[复制链接\]"
    r"|(?:查看|浏览)\s*:\s*\d{1,9}\s*\|回复\s*:\s*\d{1,6}|.{0,20}\[lv\.\d{1,2}\].{0,20}"
    r"|(?=.*(?:威望|帖子))(?:(?:积分|威望|帖子|主题|金币|精华|在线时间|注册时间|最后登[录陆]|贡献)\s*:?\s*[\d-]{1,10}\s*(?:小时|点|枚)?[\s|,]*){2,8}"
)
_BELOW = re.compile(
    r"(?:附件\s*:?\s*)?您需要登[录陆]才可以(?:下载|查看|回[复帖]).{0,30}"
    r"|(?:谢谢|感谢)?楼主.{0,8}(?:辛苦|分享|好人).{0,12}|(?:举报|回复|支持|反对|使用道具|评分|收藏|转播|分享|只看该作者|\d{1,4}|[\s|])+使用道具.{0,8}"
)
_SIGNS = ("帖", "本贴", "[复制", "|回复", "[lv", "威望", "需要登", "楼主", "道具")


def _find(manuscript: Manuscript) -> Findings:
    lines = {line for line in manuscript.edges if line.start > 0 and _STAMP.fullmatch(line.folded.strip())}
    lines |= {line for line in manuscript.tail if _BELOW.fullmatch(line.folded.strip())}
    return Findings(changes=manuscript.without(lines))


RULE = rule("forum_marks", 1, _find, signs=_SIGNS)
