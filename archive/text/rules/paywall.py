"""What a site says in the place of the text that it withholds, at its end or inside it.

剩余50%内容，开通VIP后继续阅读      【此处内容已隐藏，请付费查看】      预览结束，会员登录后下载
……此处隐藏1256个字……              非会员只能阅读前500字              （剩余1523字）

Looked at are whole lines, and what stands in brackets or between dots; they must speak of a text (全文, 剩余)
and of the price for it (会员, 付费). Prose that quotes such words goes on, or names whom to ask (公司网站).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive.text.change import Change
from archive.text.line import Line, opens_a_quotation, with_its_line
from archive.text.manuscript import Manuscript
from archive.text.preview_pages import read_pages
from archive.text.rule import NOTHING, Findings, MissingText, rule

_HIDDEN = (
    r"(?:(?:剩余|剩下|余下|其余|隐藏|省略|略去|未显示)[的了]?(?:内容|部分|全文|正文|原文|文字|文章|文档|篇幅|段落|信息|若干|[约共]|\d|[,)]|$|[请需已页])"
    r"|没有阅读权限|权限不足|\d\s?字已?(?:省略|隐藏)|中略|未读|未完|全文|完整内容|完整文|完整版|全部内容|全部文|以下内容|以下部分|部分内容|部分文字"
    r"|[此本]处(?:内容|隐藏|省略|部分|略去)|[此本]段|专享内容|付费(?:文章|内容|文档)|更多内容|前\s?\d+\s?[字页%]|还有\s?\d+\s?[字页])"
)
_PRICE = (
    r"(?:付费|未登[录陆]|非会员|注册(?:用户|会员)|游客[身,只仅请无]|登[录陆](?:后|即?可|会员)|注册后|客服|站长|消费\s?\d|\d\s?(?:积分|金币|文币)|购买|支付|充值|vip|开通|会员(?!单位|代表|大会|证|卡|福利)|订阅|解锁|积分|金币|登[录陆]后|[先请]登[录陆]|下载后|请下载|下载完整"
    r"|扫码|关注.{0,4}公众号|(?<!的)回复(?!意见))"
)
_READ = (
    r"(?:解锁|查看|阅读|浏览|预览|可见|[可能]看|观看|显示|试读|[只仅]展示|(?:用户|会员)开放|畅读|畅享|查阅|下载(?=需|要)"
    r"|完整版请(?:下载|联系))"
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
    r"(?:点击|立即|继续|免费|请)?(?:查看|阅读|浏览|显示)(?:剩余|完整|全部|余下)(?:全文|内容|正文|部分)|(?:点击|继续)?(?:查看|阅读|加载|展开)全文"
    r"|(?:点击)?(?:查看|阅读)剩余\s?\d{1,2}%(?:的?(?:内容|正文))?|(?:点击)?加载更多\(剩余\d{1,3}页"
    r"|(?:以下|本|此|该)(?:内容|部分|文章?)?为?(?:付费|会员|vip)(?:专享|可见|专属)?(?:内容|文章|资料|部分)(?:$|,.*)"
    r"|(?:未完|本文未完),?\s?(?:请)?(?:点击)?(?:下一页|继续)(?:继续)?(?:阅读|查看)?|请先登[录陆]"
)
_COUNT = r"\d{1,3}(?:,\d{3})+|\d{1,7}"
_NUMBERED = re.compile(
    rf"(?:此处|中间|文中|这里)?(?:已)?(?:隐藏|省略|略去|屏蔽)了?(?:约|内容)?\s?(?P<omitted>{_COUNT})\s?个?字(?:$|[,。].*(?:{_PRICE}|下载).*)"
    rf"|(?:还有|还剩|剩余|余下|未显示|隐藏|省略)(?:部分|内容|正文)?(?:还有|共计?)?约?\s?(?P<rest>{_COUNT})\s?个?字(?:未读|未显示|未完)?"
)
_DECLARED = re.compile(rf"(?:共计?|总计|全文|字数)有?约?\s?:?\s?(?P<count>{_COUNT})\s?(?:字|(?=,已))")
_SHOWN = re.compile(
    r"(?:试读|显示|展示|预览|查看|(?:仅|只|可|可以|免费|当前|目前)阅读)(?:部分|了|其中的?|的|字数|约|前|:|\s){0,4}"
    rf"(?P<count>{_COUNT})\s?(?P<unit>字|%)"
)
"""Both in one line are a site's: 全文5320字，试读600字. An author has his readers read 500字 a day."""
_OWN = re.compile(
    '公司|集团|[本我全]矿|系统|平台|办公室|邮箱|oa|附件|学习强国|内网|微信群|档案|《|各单位|各支部|职工|党员|工会|图书|阅览|矿报|刊物|我们|我|[“”‘’"「」]'
)
"""Words of an author who tells readers where to find something."""
_SET_APART = re.compile(r"[(\[【<{*…⋯.][^()\[\]【】{}\n]{4,80}[)\]】>}*…⋯.]")
_LAST_SENTENCE = re.compile(r"(?<=[。!?….])[^()\[\]【】{}。\n]{4,60}\Z")
_DOTS_ABOVE = re.compile(r"(?<=\n)[.…⋯·* ]{2,}\n\Z")
_LONGEST_DOTS = 20
_AROUND = " \t\u3000()[]【】<>{}*…⋯.·-—_=|>»!?,;:~^↓▼∨。"
_DEEPEST = 60
"""Last lines: all that may stand behind a notice at the end."""
_LONGEST = 80
_LONGEST_BEHIND = 20
"""Characters that may stand behind a notice at the end, once the furniture is gone."""
_SIGN = re.compile(
    "看(?<=[查可观试能]看)|览(?<=[浏预]览)|读(?<=[阅试]读)|显示|见(?<=可见)|解锁|免费用户|页|非会员|非vip|登(?<=[未先]登)|游客"
    r"|付费|员(?<=会员)[专可内文资部后,]|vip|未完|藏(?<=隐藏)|略|屏蔽|有(?<=还有)\s?\d|剩|余下"
)
"""One of these stands in every notice; the rarer character is searched for."""


def _find(manuscript: Manuscript) -> Findings:
    notices = list(_notices(manuscript))
    if not notices:
        return NOTHING
    words = [manuscript.folded[notice.start : notice.end] for notice in notices]
    own = _own_last_lines(manuscript)
    return Findings(
        changes=[Change(*with_its_line(manuscript.text, notice.start, notice.end)) for notice in notices],
        missing=[_gap(manuscript, notice, own) for notice in notices],
        fields=read_pages(words),
        declared_chars=_declared(words[-1]),
        shown_chars=_shown(words[-1]),
    )


def _notices(manuscript: Manuscript) -> Iterator[Change]:
    """Yield the spans of the notices, ascending; a line that is none as a whole may have one in it."""
    for line in manuscript.lines_matching(_SIGN):
        if line.start == 0:
            continue
        if withholds(line.folded):
            dots = _DOTS_ABOVE.search(manuscript.folded, max(0, line.start - _LONGEST_DOTS), line.start)
            yield Change(dots.start() if dots else line.start, line.end)
            continue
        for part in _parts(line.folded):
            if withholds(part[0]) and not opens_a_quotation(line.text, part.start()):
                yield _with_dots(manuscript.folded, line.start + part.start(), line.start + part.end())


def _parts(folded: str) -> Iterator[re.Match[str]]:
    yield from _SET_APART.finditer(folded)
    yield from _LAST_SENTENCE.finditer(folded, max(0, len(folded) - _LONGEST))


def withholds(folded: str) -> bool:
    """Tell whether a folded line, or a part of one with its brackets or dots, is such a notice."""
    words = folded.strip(_AROUND)
    if not 4 <= len(words) <= _LONGEST or "。" in words or _OWN.search(words):
        return False
    patterns = (_TRIAL, _ONLY_PART, _BUTTON, _OFFER)
    if any(pattern.fullmatch(words) for pattern in patterns):
        return True
    is_apart = len(words) < len(folded.strip())
    return (
        (is_apart and bool(_APART.fullmatch(words)))
        or (bool(_NUMBERED.fullmatch(words)) and (is_apart or "," in words))
        or (_SHOWN.search(words) is not None and _declared(words) is not None)
    )


def _with_dots(folded: str, start: int, end: int) -> Change:
    before, behind = folded[:start].rstrip("…⋯.· "), folded[end : end + _LONGEST]
    return Change(len(before), end + len(behind) - len(behind.lstrip("…⋯.· >")))


def _gap(manuscript: Manuscript, notice: Change, own: Sequence[Line]) -> MissingText:
    words = manuscript.folded[notice.start : notice.end].strip(_AROUND)
    counted = _NUMBERED.search(words)
    is_tail = _is_at_end(manuscript, notice.end, own)
    breaks_before = notice.start > 0 and manuscript.text[notice.start - 1] == "\n"
    return MissingText(
        position=notice.start - breaks_before,
        kind="tail" if is_tail else "inline",
        omitted_chars=_omitted(counted) if counted else None,
    )


def _omitted(counted: re.Match[str]) -> int:
    return int((counted["omitted"] or counted["rest"]).replace(",", ""))


def _own_last_lines(manuscript: Manuscript) -> Sequence[Line]:
    return [line for line in manuscript.last_lines(_DEEPEST) if not withholds(line.folded)]


def _is_at_end(manuscript: Manuscript, end: int, own: Sequence[Line]) -> bool:
    """Tell whether but a few words of the text's `own` last lines stand behind a notice."""
    behind = sum(len(line.text) for line in own if line.start >= end)
    return behind + _left_of_line(manuscript, end) <= _LONGEST_BEHIND


def _left_of_line(manuscript: Manuscript, end: int) -> int:
    return len(manuscript.folded[end : end + _LONGEST_BEHIND + 1].partition("\n")[0])


def _declared(folded: str) -> int | None:
    """Return the length of the whole text as a notice states it; what it shows may be called 字数 too."""
    shown, left_out = _SHOWN.search(folded), _NUMBERED.search(folded)
    others = {shown and shown.start("count"), left_out and left_out.start("rest")}
    stated = (match for match in _DECLARED.finditer(folded) if match.start("count") not in others)
    return next((_number(match) for match in stated), None)


def _shown(folded: str) -> int | None:
    match = _SHOWN.search(folded)
    return _number(match) if match and match["unit"] == "字" else None


def _number(match: re.Match[str]) -> int:
    return int(match["count"].replace(",", ""))


RULE = rule("paywall", 6, _find)
