"""The words with which a site says that it withholds a text, and how an author's words differ from them.

They speak of a text (全文, 剩余) and of the price for it (会员, 付费). Prose that quotes such words goes on,
or names whom to ask (公司网站). Other rules ask here too, so that none takes a notice for something else.
"""

from __future__ import annotations

import re

from archive.text.stated_chars import LEFT_OUT, LEFT_OVER, is_sum
from archive.text.withheld_parts import says_it_is_partial

AROUND = " \t\u3000()[]【】<>{}*…⋯.·-—_=|>»!?,;:~^↓▼∨。"
"""What stands around a notice and is no part of it."""
_SHORTEST, _LONGEST = 4, 80
"""Characters of a notice."""
_HIDDEN = (
    r"(?:(?:剩余|剩下|余下|其余|隐藏|省略|略去|未显示)[的了]?(?:内容|部分|全文|正文|原文|文字|文章|文档|篇幅|段落|信息|若干|[约共]|\d|[,)]|$|[请需已页])"
    r"|没有阅读权限|权限不足|\d\s?字已?(?:省略|隐藏)|中略|未读|未完|全文|完整(?:内容|文|版)|全部(?:内容|文)|以下(?:内容|部分)|部分(?:内容|文字)"
    r"|[此本]处(?:内容|隐藏|省略|部分|略去)|[此本]段|专享内容|付费(?:文章|内容|文档)|更多内容|前\s?\d+\s?[字页%]|还有\s?\d+\s?[字页])"
)
_PRICE = (
    r"(?:付费|未登[录陆]|非会员|注册(?:用户|会员)|游客[身,只仅请无]|登[录陆](?:后|即?可|会员)|注册后|客服|站长|消费\s?\d|\d\s?文币|购买|支付|充值|vip|开通|会员(?!单位|代表|大会|证|卡|福利)|订阅|解锁|积分|金币|[先请]登[录陆]|下载后|请下载|下载完整"
    r"|扫码|关注.{0,4}公众号|加(?:入.{0,4}(?:星球|会员)|微信|v信|qq)|输入(?:密码|验证码|口令)|(?<!的)回复(?!意见))"
)
_READ = (
    r"(?:解锁|查看|阅读|浏览|预览|可见|[可能想]看|观看|显示|试读|[只仅]展示|(?:用户|会员)开放|畅读|畅享|查阅|下载(?=需|要)"
    r"|完整版请(?:下载|联系)|(?:加入|回复|付费|购买)后?即?可?(?:下载|领取|获取))"
)
_OFFER = re.compile(rf"(?=.*{_HIDDEN})(?=.*{_PRICE})(?=.*{_READ}).+")
_APART = re.compile(
    r"(?=.*(?:隐藏|省略|略去|中略|[此本][处段]|全文|完整内容|未完))"
    r"(?=.*(?:付费(?:版|内容|文|后|可)|vip|(?:开通|加入|升级|成为)会员|会员(?:登[录陆]|可[见看]|专享|查看))).+"
)
"""Enough where brackets or dots set it apart: 此处有隐藏内容，请开通会员."""
_TRIAL = re.compile(
    rf"(?:免费)?(?:试读|试看|预览|免费阅读)(?:部分|内容|页数)?(?:已|到此)?(?:结束|完毕|到期|达上限)(?:$|[,!。]?\s*(?=.*(?:{_PRICE}|全文|完整|下载)).+)"
    r"|(?:以上|上面)(?:内容)?[为是](?:免费)?(?:试读|试看|预览)(?:部分|内容)?.*"
    r"|(?:您|你)?可以?免费(?:阅读|预览|试读|查看)前\s?\d+\s?(?:%|字|页).*"
)
_ONLY_PART = re.compile(
    r"(?:本|该|此)?(?:文档|文件|资源|资料|文章|文|预览)?(?:共\s?\d{1,4}\s?页,?)?(?:仅|只)(?:显示|提供|展示|预览|能预览)了?前?\s?\d{1,4}\s?页.*"
    r"|(?:已(?:阅读|预览)\s?\d{1,4}\s?页,?\s?)?(?:还有|还剩|剩余|余下)\s?\d{1,4}\s?页(?:未读|可下载|待读|未预览).*"
    r"|(?:当前|本|该|此)(?:文档|文章|资料|文)?(?:仅|只|最多)(?:可|能|支持)?(?:免费)?(?:预览|阅读|查看|显示)前?[一二三四五六七八九十两]{1,3}页.*"
    r"|(?:抱歉,|对不起,|亲,)?(?:非会员|未登[录陆](?:用户|会员)?|游客|非vip(?:用户)?|(?:免费|普通|未授权|未经授权)用户)(?:每[日天])?(?:只能|仅能|仅可以?|只可以?|无法|不能)(?=.*(?:阅读|预览|浏览|下载|全文|查看(?:前|本|此|全|部分|剩余|内容|原文|文|更多|$|[,!]))).+"
)
_BUTTON = re.compile(
    r"(?:点击|立即|继续|免费|请)?(?:查看|阅读|浏览|显示)(?:剩余|完整|全部|余下)(?:全文|内容|正文|部分)|(?:点击|继续)?(?:免费)?(?:查看|阅读|加载|余下|剩余)全文(?:\(\d{1,3})?"
    r"|(?:点击)?(?:查看|阅读)剩余\s?\d{1,2}%(?:的?(?:内容|正文))?|(?:点击)?加载更多\(剩余\d{1,3}页"
    r"|(?:以下|本|此|该)(?:内容|部分|文[章档件]?|资[料源])?[为是]?(?:付费|会员|vip)(?:专享|可见|专属)?(?:内容|文[章档件]|资[料源]|部分)(?:$|,.*)"
    r"|[本此该](?:主题|帖子?|内容|文[章档]?|资[料源])[^,]{0,6}[需要][^,]{0,6}(?:支付|积分|金[钱币]|回复|购买|付费)[^,]{0,10}才?[能可]以?(?:浏览|查看|阅读|观?看|下载).{0,12}"
    r"|(?:还剩|还有|剩余|余下)\s?\d{1,2}%(?:的?(?:内容|正文))?(?:未读|未显示|待读)"
    r"|(?:未完|本文未完),?\s?(?:请)?(?:点击)?(?:下一页|继续)(?:继续)?(?:阅读|查看)?|请先登[录陆]"
)
_BUTTON_QUOTED = re.compile(
    r"[“\"「]((?:下一页|阅读[原全]文|展开|查看更多|登[录陆]|注册)[^”\"」]{0,3})[”\"」]"
)
_OWN = re.compile(
    '公司|集团|[本我全]矿|系统|平台|办公室|邮箱|oa|附件|学习强国|内网|微信群|档案|《|各单位|各支部|职工|党员|工会|图书|阅览|矿报|刊物|我们|我|[“”‘’"「」]'
)
"""Words of an author who tells readers where to find something."""
_PASSWORD = re.compile(
    r"(?:篇幅[^,]{0,6},)?(?:完整版|全文|完整内容|剩余内容)[^,“”]{0,8}关注[^,]{0,24},?后台回复.{2,24}[取看载]"
)
"""An account quotes its own name and the word to send to it."""
_COUNTED = re.compile(rf"{LEFT_OUT}(?:$|[,。].*(?:{_PRICE}|下载).*)|{LEFT_OVER}")
SIGN = re.compile(
    "看(?<=[查可观试能想]看)|览(?<=[浏预]览)|读(?<=[阅试畅]读)|阅(?<=查阅)|示(?<=[显展]示)|见(?<=可见)|放(?<=[户员]开放)"
    r"|畅享|载(?<=[下加]载)|取(?<=[领获]取)|系(?<=请联系)|解锁|免费用户|页|非会员|非vip|登(?<=[未先]登)|游客"
    r"|付费|员(?<=会员)[专可内文资部后,]|vip|未完|藏(?<=隐藏)|略|屏蔽|码(?<=扫码)|复(?<=后台回复)|有(?<=还有)\s?\d|剩|余[下文]|去(?<=省去)|断(?<=截断)|叠(?<=折叠)|费(?<=收费)|权限|密(?<=加密)"
    "|次数|节选|摘登|贴出|访问|免费(?=部分|阅读|[试预浏]|内容)|移步|被(?=[隐省屏略折锁])|此(?<=[到至]此)(?=为止|结束|完毕)|含(?<=[只仅]含)|供(?<=[只仅]提供)|载(?<=[法能]加载)|戳|点我|点此|后文|全文"
    r"|完整(?=版|的?[稿范文内资全讲])|点击|篇幅|字数|部分(?=为?(?:[加付收锁受]|会员))|显示不|未(?=能?(?:全|完全|显))|密码|前\s?\d|无权|不足(?=以?[查阅看])"
)
"""One of these stands in every notice; the rarer character is searched for."""


def withholds(folded: str) -> bool:
    """Tell whether a folded line, or a part of one with its brackets or dots, is such a notice."""
    words = _BUTTON_QUOTED.sub(r"\1", folded.strip(AROUND))
    if not _SHORTEST <= len(words) <= _LONGEST or "。" in words:
        return False
    if _OWN.search(words):
        return bool(_PASSWORD.fullmatch(words))
    if any(pattern.fullmatch(words) for pattern in (_TRIAL, _ONLY_PART, _BUTTON, _OFFER)):
        return True
    is_apart = len(words) < len(folded.strip())
    return (
        (is_apart and bool(_APART.fullmatch(words)))
        or (bool(_COUNTED.fullmatch(words)) and (is_apart or "," in words))
        or is_sum(words)
        or says_it_is_partial(words)
    )
