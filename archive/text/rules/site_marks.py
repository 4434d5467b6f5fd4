"""A site's name or address that it thrust into somebody's sentences, or stamped between the paragraphs.

认真抓好（云岭文秘网www.yunling.example）落实      【更多范文请访问云岭文秘网】
云⏎岭⏎文⏎库                                     a watermark, a character a line
www.yunling.example                             the same line again and again

An author writes addresses too (公司网站（www.…）已开通, 澎湃新闻（www.…）报道), but not inside a word: a bare
address goes where it parts one (抓好落www.…实) or stands between sentences three times, and then wherever
the sentence doesn't lead to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from archive.text.change import Change
from archive.text.line import Line, lines_from_start, with_its_line
from archive.text.manuscript import Manuscript
from archive.text.mirror.han_bigrams import is_inside_a_word
from archive.text.rule import Findings, rule
from archive.text.site_names import ADDRESS, SIGNS_OF_SITES, SITE, names_a_site, names_a_site_surely

_MORE = r"更多[一-鿿]{0,4}(?:请|尽在)?(?:访问|关注|登录|点击)?"
_LABEL = (
    r"(?:(?:(?:本文|文章|内容|资料)?(?:来源|来自|转载自|转载于|转载|转自|摘自|选自|出处|版权所有|权属|由|转载请注明(?:出处|来[源自]|来源于)?)"
    rf"|{_MORE})\s*:?\s*)?"
)
_BEHIND = r"(?:[\s,]?(?:整理|提供|收集|原创|首发|专用|版权所有|所有|欢迎您?(?:下载|转载|访问)?)){0,3}"
_IN_BRACKETS = re.compile(
    rf"[(\[【<『「〔〖{{]\s*(?P<label>{_LABEL})(?P<site>{SITE}(?:\s*[:|,]?\s*{ADDRESS})?|{ADDRESS}){_BEHIND}\s*[)\]】>』」〕〗}}]"
)
_AT_END = re.compile(
    rf"(?<=[。!?])\s?(?:(?:本文|文章|原文|内容|资料)(?:来源|来自|转载自|转自|摘自|出自|出处|链接)\s*:?\s*|更多[一-鿿]{{0,6}}(?:请|尽在|欢迎)?(?:访问|关注|登[录陆])?\s*:?\s*)?"
    rf"(?P<site>{SITE}(?:\s*[:|,-]?\s*{ADDRESS})?|{ADDRESS}){_BEHIND}$",
    re.MULTILINE,
)
"""Glued to the last sentence of a paragraph without brackets."""
_GOODS = r"[一-鿿]{0,8}?(?:资料|材料|范文|文稿|公文|素材)"
_FOR_GIFTS = re.compile(
    r"[(\[【<][^()\[\]【】<>。\n]{0,12}(?:扫码|公众号|微信|客服)[^()\[\]【】<>。\n]{0,12}"
    rf"(?:领取|获取|索取)(?:更多|完整|全套|全部|海量|最新){_GOODS}[^()\[\]【】<>。\n]{{0,8}}[)\]】>]"
    rf"|[加+](?:微信|客服|qq)\s?:?[a-z0-9_-]{{5,20}}(?:免费)?(?:领取|获取|索取|咨询){_GOODS}"
)
_LEADS_THERE = re.compile(
    r"(?:网|站|点|址|平台|系统|登[录陆]|访问|邮箱?|(?<!意)见|打开|输入|浏览|进入|主页|链接|地址|官网|点击|[上在至到为是:于向从自由给与和及用过])[^一-鿿。!?]{0,2}$"
)
_SENDS = re.compile(r"(?:登[录陆]|访问|(?<!意)见|打开|点击|进入|浏览|关注)[^一-鿿。!?]{0,2}$")
_GOES_ON = re.compile(r"(?:[)\]】])?(?:[是为上网进查的在]|已|,?(?:点击|下载|报名|查询))")
_ADDRESS = re.compile(ADDRESS)
_BETWEEN = re.compile(r"[。!?]\s?$")
_STAMP = re.compile(r"(?:内部资料|版权所有|专用|仅供\w{2,6}|严禁外传|请勿外传|水印|样稿|[\s,:|])+")
_GIFTS, _GIVERS = ("领取", "获取", "索取", "咨询"), ("扫码", "公众号", "微信", "客服", "qq")
_COLUMN = re.compile(r"\n.\n.\n")
_SIGN = re.compile("|".join(" ?".join(map(re.escape, sign)) for sign in SIGNS_OF_SITES))
"""Of a site's name, or of one stamped with a blank between its characters."""
_NOT_IN_A_STAMP = re.compile("[,。;!?]")
_FEWEST_STAMPS = 2
_FEWEST_LINES = 3
_LONGEST_STAMP = 60


def _find(manuscript: Manuscript) -> Findings:
    spans = list(_columns(manuscript))
    if manuscript.has_any(_GIVERS) and manuscript.has_any(_GIFTS):
        offering = list(manuscript.lines_with(_GIFTS))
        spans += (match.span() for match in _in_lines(_FOR_GIFTS, manuscript.folded, offering))
    if lines := list(manuscript.lines_matching(_SIGN)):
        spans += (*_in_sentences(manuscript.folded, lines), *_stamps(manuscript, lines))
    return Findings(changes=[Change(*span, confidence=0.9) for span in spans])


def _in_sentences(folded: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    addresses = [
        (match[0], *match.span())
        for match in _in_lines(_ADDRESS, folded, lines)
        if not _is_named_by(folded, match)
    ]
    for match in _in_lines(_IN_BRACKETS, folded, lines):
        if _is_named_by(folded, match):
            continue
        if _ADDRESS.fullmatch(match["site"]) and not match["label"].startswith("更多"):
            addresses.append((match["site"], *match.span()))
        elif (names_a_site if match["label"] else names_a_site_surely)(match["site"]):
            yield match.span()
    for match in _in_lines(_AT_END, folded, lines):
        is_named = names_a_site_surely(match["site"]) and not _ADDRESS.fullmatch(match["site"])
        if is_named or match[0].startswith(("本文", "文章", "原文", "更多")):
            yield match.span()
    parting = {address for address, start, end in addresses if _parts_a_word(folded, start, end)}
    between = Counter(
        address for address, start, _ in addresses if _BETWEEN.search(folded[max(0, start - 2) : start])
    )
    parting |= {address for address, count in between.items() if count >= _FEWEST_LINES}
    yield from ((start, end) for address, start, end in addresses if address in parting)


def _in_lines(pattern: re.Pattern[str], folded: str, lines: Sequence[Line]) -> Iterator[re.Match[str]]:
    return chain.from_iterable(pattern.finditer(folded, line.start, line.end) for line in lines)


def _parts_a_word(folded: str, start: int, end: int) -> bool:
    return is_inside_a_word(folded[max(0, start - 1) : start], folded[end : end + 1])


def _is_named_by(folded: str, match: re.Match[str]) -> bool:
    """Tell whether the sentence itself speaks of the address, or the brackets have a line of their own."""
    before, behind = folded[max(0, match.start() - 8) : match.start()], folded[match.end() : match.end() + 4]
    begins, ends = before[-1:] in ("", "\n"), behind[:1] in ("", "\n")
    is_bare = bool(_ADDRESS.fullmatch(match.groupdict().get("site") or match[0]))
    leads = (_LEADS_THERE if is_bare else _SENDS).search(before)
    return (begins and ends) or bool(leads or (is_bare and _GOES_ON.match(behind)))


def _stamps(manuscript: Manuscript, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Lines that name a site and nothing else, blanks left out, and return."""
    stamps = [line for line in lines if _is_stamp(line)]
    counts = Counter(line.folded for line in stamps)
    for line in stamps:
        if counts[line.folded] >= _FEWEST_STAMPS:
            yield with_its_line(manuscript.text, line.start, line.end)


def _is_stamp(line: Line) -> bool:
    words = line.folded.strip()
    if not 3 <= len(words) <= _LONGEST_STAMP or _NOT_IN_A_STAMP.search(words):
        return False
    return names_a_site("".join(words.split())) or names_a_site(_STAMP.sub("", words))


def _columns(manuscript: Manuscript) -> Iterator[tuple[int, int]]:
    """Runs of lines of one character that read as a name or an address."""
    if not _COLUMN.search(manuscript.folded):
        return
    run: list[Line] = []
    for line in lines_from_start(manuscript.text, manuscript.folded):
        if len(line.text.strip()) == 1:
            run.append(line)
            continue
        if _is_column(run):
            yield run[0].start, run[-1].end + 1
        run = []
    if _is_column(run):
        yield max(0, run[0].start - 1), run[-1].end


def _is_column(run: list[Line]) -> bool:
    return len(run) >= _FEWEST_LINES and names_a_site("".join(line.folded.strip() for line in run))


RULE = rule("site_marks", 4, _find)
