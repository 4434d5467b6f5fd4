"""Content management systems: a site of one of them says only what is its own.

Each class knows its system's article addresses, paging dialect and templates; a site overrides what differs.
"""

from __future__ import annotations

from dataclasses import dataclass

from archive.extract.rules import SiteRules
from crawler.paging import CountDown, DataProxy, Paging, Postback, Query, Suffixed
from crawler.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Trs(Site):
    """TRS WCM 拓尔思: most government portals and state-owned groups.

    Lists index.html, index_1.html …, counted by `createPageHTML(12, 0, "index", "html")`; articles
    `/djgz/202112/t20211229_89958.html`: month, then day and number. The text is in the editor's own box,
    whatever the template around it.
    """

    article: str = r"/[\w/]+/\d{6}/t\d{8}_\d+\.s?html?"
    rules: tuple[SiteRules, ...] = (
        SiteRules(body=".TRS_Editor, .TRS_UEDITOR, .trs_editor_view, .trs_paper_default, .TRS_PreAppend"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Empire(Site):
    """EmpireCMS 帝国: industry press, essay mills.

    Lists index.shtml, index_2.shtml …; articles `/html/2023/04/30/660719.shtml` or by channel and month.
    """

    article: str = r"/html/\d{4}/\d{2}/\d{2}/\d+\.s?html|/\w+/\w+/\d{6}/\d+\.s?html"
    paging: Paging = Suffixed(index="index.shtml")
    rules: tuple[SiteRules, ...] = (SiteRules(body=".article_content"), SiteRules(body=".newsShow_cont"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phpcms(Site):
    """PHPCMS v9: associations and trade sites, many of them in GBK.

    Lists `list-60-1.html` or `index.php?…&a=lists&catid=60&page=2`, with a link 下一页; articles
    `show-60-74553-1.html` or `index.php?m=content&c=index&a=show&catid=60&id=74553`.
    """

    article: str = r"/index\.php\?m=content&c=index&a=show&catid=\d+&id=\d+|/show-\d+-\d+-1\.html"
    rules: tuple[SiteRules, ...] = (
        SiteRules(title="#Article h1", body="#Article .content"),
        SiteRules(body=".content"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Jeecms(Site):
    """JEECMS, of provincial groups: lists index.jhtml, index_2.jhtml …; articles `/tzgg/37618.jhtml`."""

    article: str = r"/\w+/\d+\.jhtml"
    paging: Paging = Suffixed(index="index.jhtml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vsb(Site):
    """VSB 博达: mines and their groups, vocational colleges.

    Lists tzgg.htm, then tzgg/44.htm … tzgg/1.htm, linked by 下页; articles `/info/1009/47856.htm`.
    """

    article: str = r"/info/\d{4}/\d+\.htm"
    rules: tuple[SiteRules, ...] = (SiteRules(body=".v_news_content"), SiteRules(body="[id^=vsb_content]"))


@dataclass(frozen=True, slots=True, kw_only=True)
class JPage(Site):
    """Hanweb 大汉 JPage: provincial governments, ceec.net.cn, powerchina.cn.

    Lists `/col/col11769/index.html`, whose rows come from a data proxy; articles
    `/art/2017/11/12/art_1_2.html`.
    """

    article: str = r"/art/\d{4}/\d{1,2}/\d{1,2}/art_\d+_\d+\.html"
    paging: Paging = DataProxy()
    rules: tuple[SiteRules, ...] = (SiteRules(body="#zoom"), SiteRules(body=".article_zoom"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AspNetPager(Site):
    """ASP.NET with the AspNetPager control, which posts back.

    A site that pages by address says `paging=Query("page")`.
    """

    article: str = r"/[\w/]*(?:show|detail|view|content)\w*\.aspx\?\w+=\w+"
    paging: Paging = Postback()


@dataclass(frozen=True, slots=True, kw_only=True)
class NPortal(Site):
    """Portals whose folders are numbers: sasac.gov.cn, chinagoldgroup.com, chng.com.cn.

    Lists `/n4/n62/index.html`, then `index_1281_44.html`, counting down: the script says `maxPageNum = 45`,
    and 1281 stands for the channel. Articles `/n4/n62/c9767336/content.html`.
    """

    article: str = r"(?:/n\d+)+/c\d+/content\.html"
    paging: Paging = CountDown(r"index_\d+_(\d+)\.html", total=r"maxPageNum\d*\s*=\s*[\"']?(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticLists(Site):
    """Plain files, of newspapers and sites whose system leaves no mark.

    Lists yaowen.html, yaowen_2.html …; articles `/news/201903/01/c100702.html`.
    """

    article: str = r"(?:/\w+)?/\d{6}/\d{2}/c?\d+\.s?html?"
    paging: Paging = Suffixed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Discuz(Site):
    """Discuz! forums.

    Lists `forum.php?…&page=2`; articles `forum.php?mod=viewthread&tid=7` or `thread-7-1-1.html`.
    """

    article: str = r"/forum\.php\?mod=viewthread&tid=\d+|/thread-\d+-1-1\.html"
    paging: Paging = Query("page")
    rules: tuple[SiteRules, ...] = (
        SiteRules(title="#thread_subject", byline=".authorinfo em", body=".t_f, [id^=postmessage_]"),
    )
