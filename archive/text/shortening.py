"""The words with which an editor says that a text is not the whole original, and what only looks like them.

    本文有删节    发表时略有删减    文字作了适当删节          it was cut
    讲话摘要      以上为节选        本文系在……会议上的发言摘登  a name for what is left of it
    现将讲话摘登如下    摘要刊发如下                        the same, announced
    摘自《青山矿报》    节选自第三章                        taken from something longer
    此处略    以下从略    名单略                            left out where it stands

Each is asked of folded words without the signs around them. Negations (没有删节) and matters that are no text
(人员有删减) are none, since every word before the verb must be one of a text or of its printing.
"""

from __future__ import annotations

import re

from archive.catalogue.genre import named_by_title

_TEXT = (
    r"(?:以[上下]|[上下]面|这里|[本此该原全正]文|[本此该][篇稿]|[全正]篇|讲话稿?|发言稿?|报告|致辞|谈话|演讲稿?|文章|文稿|稿件"
    r"|原[稿著件]|文字|内容|部分|段落|个别|本[报刊网书站版]|编者|编辑部?|作者|主要)"
)
_PRINTED = (
    r"(?:(?:此次|这次)?(?:发表|刊[登发载出]|登载|转[载发]|收[录入]|编[入选辑]|选[用入登]|摘[登发编]|整理"
    r"|印发|引用|推送)(?:时|前|中|后)?)"
)
_WHY = r"(?:因|由于|限于|鉴于)?(?:篇幅|版面|字数)(?:所限|有限|限制|原因|关系)"
_CUT = r"(?:删[节减改略削]|节略|缩[写编])"
_SAID = re.compile(
    rf"(?:{_TEXT}|{_PRINTED}|{_WHY}|[在于对由经的已均也都另,]){{0,8}}(?:略|稍)?(?:有|[作做]|进行|予以|加以)[了过]?"
    rf"(?:一?些|所|部分|适当|较大|大量|少量|少许|必要|技术性){{0,2}}的?{_CUT}(?:处理|整理)?"
)
_NAME = r"(?:摘[要编登录发]|选摘|节[选录]|删[节减改](?:版|本|稿)|(?:精简|缩略|缩写|缩编)(?:版|本|稿))"
_NAMED = re.compile(
    rf"(?:(?:{_TEXT}|[的均都]){{0,3}}(?:[仅只]?[是为系乃](?:[^,。;:!?]{{2,60}}的)?)?{_TEXT}{{0,2}}的?{_NAME}"
    r"(?:之?[一二三四五六七八九十\d]{1,3})?)"
)
_BARE = re.compile(rf"(?:内容)?{_NAME}")
_ANNOUNCED = re.compile(
    r"(?:(?<![发出实呈体表])现|今|特|兹|这里|下面|以下|[本此][报刊网版站期]).{0,60}"
    r"(?:(?:摘要|择要|节选|摘录|部分(?:内容|段落|章节|条款))(?:刊[登发载出]|发表|登载|转[发载]|印发|整理|编发|推送|介绍)?"
    r"|摘[登发编]|节录)(?:如下|于后)"
    r"|(?:[本此][报刊网版站期]|(?<![发出实呈体表])现)(?:予以|特|将其)?"
    r"(?:(?:摘要|择要)(?:刊[登发载出]|发表|登载|转[发载])|摘[登发])(?=$|[,;:])"
)
_TAKEN = re.compile(
    rf"(?:{_TEXT}|[均系是]){{0,3}}(?:摘|节选|摘[编录登要选]|节录|选摘)自(?![己然身动主由行觉])\s?:?\s?.{{2,60}}"
)
_LEFT_OUT = re.compile(
    r"(?![附见])[一-鿿]{0,8}(?<![战策侵谋忽简粗方概要攻经领大胆才史节删缩约详传事述考论])略去?"
    r"|(?:此处|这里|中间|以[上下]|[前中后下余]文)(?:内容|部分|文字)?有?(?:删[节减略]|节略|省略)"
)
_NOTE = re.compile(r"\s*(?:[*※注]|编者[注按]|编辑注|编者的话|按语?|说明|附记|备注|题注|原注)\s*[:\s]\s*")
_CLAUSE_END = re.compile(r"[,。;:!?\s]+")


def says_it_is_shortened(words: str) -> bool:
    """Tell whether one clause of `words`, a note of its own, says that a text was cut or is an excerpt."""
    note = _NOTE.match(words)
    clauses = [each for each in _CLAUSE_END.split(words[note.end() if note else 0 :]) if each]
    return any(_SAID.fullmatch(each) or _NAMED.fullmatch(each) for each in clauses)


def is_bare_name(words: str) -> bool:
    """Tell whether `words` are no more than 摘要 or 节选, as a paper heads its abstract, too."""
    return _BARE.fullmatch(words) is not None


def announces_excerpt(words: str) -> bool:
    """Tell whether a sentence above a text says that it follows in part: 现将讲话摘登如下."""
    return _ANNOUNCED.search(words) is not None


def names_its_source(words: str) -> bool:
    """Tell whether `words` say of what a text is taken out: 摘自《青山矿报》."""
    return _TAKEN.fullmatch(words) is not None


def is_left_out(words: str) -> bool:
    """Tell whether `words` stand for what an editor left out; an attachment (附件略) is no part of a text."""
    return _LEFT_OUT.fullmatch(words) is not None


def names_excerpt(title: str) -> bool:
    """Tell whether a title ends with such a name behind a document's: 在工作会议上的讲话摘要."""
    found = re.search(rf"{_NAME}$", title)
    return found is not None and found.start() > 0 and named_by_title(title[: found.start()]) is not None
