"""The genre (文种) of a text, from its title, its salutation or the voice of its news report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from archive.catalogue.table import read_table, values

_AFTER_ENDING = re.compile(
    r"(?:[(\[〔【][^()\[\]〔〕【】]{1,20}[)\]〕】]|范文|模板|全文|摘要|(?:[0-9]{4}年)?总?第?[0-9一二三四五六七八九十]+[期号]"
    r"|[0-9一二三四五六七八九十]|[\s》”\"'」。,])+$"
)
_PLANS = ("打算", "思路", "计划", "安排", "要点", "部署", "设想", "重点")
_AND_PLAN = re.compile(r"(?<=总结|汇报|报告|小结)[及和与暨][^,。:;]{2,24}$")
"""2016年工作总结及2017年打算 is a 总结."""
_SUBTITLE = re.compile(r"\s*—{1,2}(?P<subtitle>[^\n。;!]{4,60})\n")
"""Above the text: what a title of two lines says in its second."""
_SALUTATION = re.compile(r"\s*(?:尊敬的.{0,24}|各位.{1,24}|同志们(?:,?朋友们)?)[:!]")
_CONTEST = re.compile(r"演讲的?(?:题目|主题)[是为]|我要?演讲的|我的演讲(?:完了|到此|结束)")
"""Said by who speaks in a contest, not by who opens a meeting."""
_ESSAY = re.compile(r"^(?:浅谈|浅析|浅论|浅议|试论|试析|略论|刍议|论(?!坛|证))")
_COMMENT = re.compile(
    r"(?:^|[\s【\[(])(?:本报|本刊|新闻|特约|本网)?(?:短评|评论员文章|时评|社论|快评|评论员)[:\])】]"
)
_INTERVIEW = re.compile(r"—+(?:专访|访|对话)[㐀-鿿]{3}|^(?:专访|对话)[:㐀-鿿]")
_ASKED = re.compile(r"^\s*(?:记者|问|主持人|本报记者|笔者)\s*:", re.MULTILINE)
_FEATURE = re.compile(r"[㐀-鿿”\"]{3,}(?:侧记|纪实|见闻录?|纪事|(?<![日标登笔])记)$|—+记[㐀-鿿]{3}")
_REPORTED = ".{0,24}(?:讯|报道|摄|获悉|了解)"
_REPORT = re.compile(
    rf"本[报网刊]{_REPORTED}|通讯员{_REPORTED}|记者{_REPORTED}"
    r"|近日|日前|连日来|近年来|今年以来|入[春夏秋冬汛]以来|该(?:矿|公司|队|局|集团|厂|区|井|分公司)"
    r"|月(?<=[0-9]月)[0-9]{1,2}日,[^\n]{2,30}(?:召开|举行|举办|启动|组织|开展|走进)"
)
"""Each way begins with one certain character, of which a search looks for all at once, four times as fast."""
_OPENS_REPORT = re.compile(
    r"\s*(?:(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|份|以来)|走进|时令|[”“\"].{2,60}[”\"][^\n]{0,20}说)"
)
_NEWS_TITLE = re.compile(
    r"^[^:“”\"\s]{2,16}?(?:矿|公司|集团|局|厂|工会|党委|煤业|矿业|能源|煤电|煤炭|团委|队|工区)"
    r"(?!.{0,40}(?:委员会)?关于)[^\n]{0,8}"
    r"(?::|召开|举办|举行|启动|部署|开展|推[进行出]|深化|掀起|扎实"
    r"|多措|让|把|以|用|为|的?[“\"])"
)
_HEADLINE = re.compile(
    r"见(?:成效|实效|真章|行动|实招|真功|成果)|有声有色|走[心深实]|落地(?:生根|见效)|结(?:硕果|新果)|谱新[篇章]|上台阶|开新局|显(?:成效|身手)"
    r"|争(?:先锋|先进|一流)$|亮点纷呈|处处开$|添活力|增动力|当先锋$|唱主角|入脑入心|(?:在|进)(?:矿区|井口|班组|车间)$|激活|吹响|点亮"
    r"|[㐀-鿿]{2,}(?:促|保|助|引领|护航|赋能)[㐀-鿿]{2,8}$|到[㐀-鿿]{2,10}调研"
)
_ONE_PERSON = re.compile(r"(?<!自)我(?![们国省市区县矿局厂])")
_FIRST_PERSON = re.compile(r"(?<!自)我(?!国|省|市|区|县|矿|局|集团|公司|厂)")
_SPEECH = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|「[^」\n]*」")
_SAID = re.compile(
    r"[”\"」][^\n。”“]{0,24}?(?:说|道|笑)|(?:说|道|问|答|骂|一笑)[:,][“\"「]|(?:人|大家|都)[说叫]"
)
_SCENE = re.compile(
    r"\s*[^\n,。]{0,4}?(?:清晨|拂晓|凌晨|深夜|夜幕|夜色|傍晚|黄昏|午后|晨曦|晨雾|夕阳|腊月|(?<![0-9])[一二三四五六七八九十]+月的|(?:初|深|隆|盛|严|仲|早|暮)[春夏秋冬]"
    r"|[春夏秋冬]日的|天(?:还没|刚|不|蒙蒙)亮|驱车|踏进|寒风|北风|烈日|大雪|雪花|细雨)"
)
"""What the writer saw when he came."""
_PERSON = re.compile(r"岁(?<=[0-9]{2}岁)[,。的]|是出了名的|人称|人送外号|都[叫喊]他|大伙儿?叫")
_FRONT = 200
_FEWEST_QUESTIONS = 2
_ASKS = re.compile(r"\?(?!\s*\n)")
"""A question that is a line is a heading, with its answer below."""
_AND_I = r"[^。\n]{0,20}我"
_LEARNT = re.compile(
    r"受益匪浅|感触(?:颇|很|尤)?深|感慨万千|深受(?:教育|启发|触动)|我(?:深深|深刻)?(?:感到|认识到|体会到|明白了?|懂得)"
    rf"|学[习完]{_AND_I}|教育{_AND_I}|读完{_AND_I}|观看{_AND_I}|反复问自己|扪心自问"
)
_OF_A_POST = re.compile("述[职廉]|竞[聘选岗]|应聘|申请|自传|简历")
"""Who applies for a post, or answers for one, speaks of himself too."""
_OFTEN = 4
_LONG_REPORT = 800
_OPENING = 2_000
_LONGEST_SALUTATION = 40


def genre(title: str | None, body: str) -> str | None:
    """Return the canonical Simplified genre of a folded text, or None where nothing is sure.

    A title names it at its end (关于……的意见) or by its form (浅谈……, ……侧记); a text without one tells
    by its salutation (同志们：); a third-person report with a title is news: 消息, or 通讯 where it is long,
    or begins with a scene or a person. Last, what asks its readers is 评论, what one has learnt 心得体会.
    """
    if title and (named := _named_by_titles(title, body)):
        return named
    opening = body[:_OPENING]
    if _SALUTATION.match(opening.lstrip()[:_LONGEST_SALUTATION]):
        return "演讲稿" if _CONTEST.search(opening) else "讲话"
    if title and _is_portrait(opening):
        return "通讯"
    if title and _is_report(opening, title):
        return "通讯" if len(body) >= _LONG_REPORT else "消息"
    if title and _is_comment(opening):
        return "评论"
    return "心得体会" if title and _is_reflection(title, opening) else None


def _named_by_titles(title: str, body: str) -> str | None:
    """The title names it, or its second line, which some pages leave in the body: ——……先进事迹材料."""
    if named := named_by_title(title):
        return named
    below = _SUBTITLE.match(body)
    under = named_by_title(below["subtitle"]) if below else None
    return under or _of_title_form(f"{title}——{below['subtitle']}" if below else title, body)


@cache
def _document_genres() -> Mapping[str, str]:
    """Return the genre that each last word of a title tells, from genres.tsv."""
    return {ending: row["genre"] for row in read_table("genres.tsv") for ending in values(row["endings"])}


def _is_report(body: str, title: str) -> bool:
    """Tell news by its voice, by a unit that acts in the title, or by the turns of headlines: ……见成效."""
    if _OPENS_REPORT.match(body) or _REPORT.search(body) or _NEWS_TITLE.search(title):
        return True
    return bool(_HEADLINE.search(title)) and not _FIRST_PERSON.search(body[:_FRONT])


def _is_portrait(opening: str) -> bool:
    """Tell a feature by its beginning, a scene or a person, and by its people, who speak."""
    if not (_SCENE.match(opening) or _PERSON.search(opening[:_FRONT])) or not _SAID.search(opening):
        return False
    return not _FIRST_PERSON.search(_SPEECH.sub("", opening))


def _is_comment(opening: str) -> bool:
    """Tell a comment by what it asks its readers, where nobody speaks of himself."""
    if opening.count("?") < _FEWEST_QUESTIONS:
        return False
    told = _SPEECH.sub("", opening)
    return len(_ASKS.findall(told)) >= _FEWEST_QUESTIONS and not _ONE_PERSON.search(told)


def _is_reflection(title: str, opening: str) -> bool:
    """Tell what somebody learnt by his saying so, and by his speaking of himself throughout."""
    if _OF_A_POST.search(f"{title}{opening[:_FRONT]}"):
        return False
    return bool(_LEARNT.search(opening)) and len(_ONE_PERSON.findall(opening)) >= _OFTEN


def _of_title_form(title: str, body: str) -> str | None:
    if _ESSAY.search(title):
        return "论文"
    if _COMMENT.search(title):
        return "评论"
    if _INTERVIEW.search(title) and len(_ASKED.findall(body)) >= _FEWEST_QUESTIONS:
        return "访谈"
    return "通讯" if _FEATURE.search(title) else None


def named_by_title(title: str) -> str | None:
    """Return the genre whose name a folded title ends with, brackets and numbers aside; None without one."""
    title = _AFTER_ENDING.sub("", title)
    if title.endswith(_PLANS):
        title = _AND_PLAN.sub("", title)
    genres = _document_genres()
    endings = (title[-length:] for length in range(max(map(len, genres)), 0, -1))
    return next(filter(None, map(genres.get, endings)), None)
