"""The foot of a site: copyright, ICP and police numbers, makers, friendly links, where it is from."""

from __future__ import annotations

import re

from archive.model import FieldName
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_LINK = (
    r"(?:网站地图|关于我们|联系我们|联系站长|广告服务|隐私政策|(?:版权|法律|免责|网站)声明|加入收藏|设为首页|收藏本站|诚聘英才|友情链接"
    r"|使用帮助|意见反馈|投稿指南|返回首页|网站首页)"
)
_FOOTERS = re.compile(
    r"(?:版权|著作权)(?:所有|归(?:本|原|.{0,20}网)).{0,80}|.{0,60}(?:版权所有|all rights? reserved).{0,60}"
    r"|(?:copyright|©|\(c\)\s*(?:copyright|(?:19|20)\d\d(?!年)|all)).{0,100}"
    r"|.{0,80}icp(?:备|证).{0,60}"
    r"|.{0,30}(?:公安|公网安).{0,6}备案?.{0,6}\d{6,}.{0,10}"
    r"|powered by.{0,80}|感谢.{0,20}友情技术支持|友情技术支持.{0,40}"
    r"|网站(?:建设|设计|制作)(?:单位)?\s*:.{2,60}"
    r"|关注我们(?!的(?!微[信博]|公众号|抖音|视频号|官)|身边|职工|每|矿).{0,30}|友情链接.{0,100}|免责声明.{0,100}"
    r"|(?:本文|原文|文章|转载)(?:来源|出处|地址|链接|网址)\s*:\s*https?://[!-~]{4,200}"
    r"|(?:(?:欢迎|如需|若需)转载[,!]?\s*|未经.{0,12}[,!]?\s*)?转载(?:时)?(?:请|须|需|务必)(?:注明|标明|保留).{0,60}"
    r"|(?:建议|推荐)使用.{0,30}(?:分辨率|浏览器).{0,30}|网站总?访问量\s*:?\s*\d+.{0,6}"
    r"|(?=.{0,30}(?:访问|浏览|点击))(?:(?:今日|昨日|本月|总|网站)(?:访问|浏览|点击)?量?(?:人?次)?\s*:\s*\d{1,9}[\s,|;]*){1,4}"
    r"|(?:(?:主办|承办|技术支持|维护)(?:单位)?\s*:\s*[^\s:]{2,30}\s+){1,4}(?:网站)?访问量\s*:?\s*\d+.{0,6}"
    r"|(?=.{0,12}本[网站])(?![(\d一二三四五六七八九十第]).{0,16}(?:内容|文章|信息|稿件|授权|许可|同意).{0,12}(?:不得|禁止|严禁|请勿)(?:转载|复制|摘编|镜像).{0,20}"
    rf"|(?:{_LINK}[\s|·丨/—-]*){{2,12}}|[(\[【]?责任?编辑?\s*:\s*(?:admin|管理员|.{{0,6}}(?:小编|网编|网))[)\]】]?"
    r"|您是第\s*\d+\s*位(?:读者|访客|访问者)"
)
_BESIDE_FOOTERS = re.compile(
    r"技术支持(?:单位)?\s*:.{2,60}|(?:网站)?备案(?:号|序号|编号)\s*:.{0,60}|友情提示\s*:.{0,100}|微信公众号"
    r"|(?:扫描|长按|关注).{0,12}(?:二维码|微信|公众号).{0,30}|(?:主办|承办|协办)(?:单位)?\s*:.{2,60}|(?:网站)?访问量\s*:?\s*\d+.{0,6}"
)
"""An official text may end in such a line too (技术支持：信息中心), a site's foot never in it alone."""
_ICP = re.compile(r"[一-鿿]?\s*icp\s*(?:备|证)\s*\d{4,10}\s*号(?:-\d{1,3})?")
_NAMED_ADDRESS = re.compile(r"(?P<name>[^\s()]{2,20})\s*\((?P<url>https?://[\w.:/-]{4,60})\)")


def _find(manuscript: Manuscript) -> Findings:
    footers = [line for line in manuscript.tail if _FOOTERS.fullmatch(line.folded.strip())]
    if footers:
        footers += [line for line in manuscript.tail if _is_beside(line.folded.strip())]
    fields: dict[FieldName, str | int] = {}
    for line in footers:
        fields |= read_foot(line.text, line.folded)
    return Findings(changes=manuscript.without(footers), fields=fields)


def _is_beside(folded: str) -> bool:
    return bool(_BESIDE_FOOTERS.fullmatch(folded) or _NAMED_ADDRESS.fullmatch(folded))


def read_foot(line: str, folded: str) -> dict[FieldName, str | int]:
    """Return ICP number, name and address of the site, as a line of its foot states them."""
    fields: dict[FieldName, str | int] = {}
    if icp := _ICP.search(folded):
        fields["icp"] = line[slice(*icp.span())]
    if named := _NAMED_ADDRESS.search(folded):
        fields["site_name"] = line[slice(*named.span("name"))]
        fields["claimed_url"] = line[slice(*named.span("url"))]
    return fields


RULE = rule("footer", 5, _find)
