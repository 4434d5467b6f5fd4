from __future__ import annotations

import pytest

from archive.extract import extract
from archive.extract.site_names import split_site_name
from archive.extract.titles import Title, find_title
from archive.extract.tree import parse_tree
from archive.extract.walk import read_layout


def _title(source: str) -> Title:
    tree, _ = parse_tree(f"<html>{source}</html>")
    return find_title(read_layout(tree), tree)


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (
            "<title>开展安全月活动_青山矿业网</title><h1>青山矿业网</h1><h2>开展安全月活动</h2>",
            "开展安全月活动",
        ),
        (
            "<title>青山煤矿</title><h1>关于开展主题教育活动的通知</h1><p>正文。</p>",
            "关于开展主题教育活动的通知",
        ),
        (
            "<title>网站</title><h1>关于开展“强基固本”<br>主题教育的意见</h1>",
            "关于开展“强基固本”主题教育的意见",
        ),
        # Two cells, one title: only the head says that they belong together.
        (
            "<title>关于开展“强基固本”主题教育的意见</title><tr><td>关于开展“强基固本”</td></tr><tr><td>主题教育的意见</td></tr>",
            "关于开展“强基固本”主题教育的意见",
        ),
        ("<title>矿区简讯三则</title><p>今天，矿区召开会议。</p>", "矿区简讯三则"),
        ("<title>矿区简讯三则---青山矿业报</title><p>今天，矿区召开会议。</p>", "矿区简讯三则"),
        # A heading prints its column before what the head says.
        (
            "<title>班组长的三件宝_青山矿业报</title><h2>【班组风采】班组长的三件宝</h2><p>今天。</p>",
            "【班组风采】班组长的三件宝",
        ),
        (
            "<title>班组长的三件宝_青山矿业报</title><h2><a href=1>再读班组长的三件宝</a></h2>",
            "班组长的三件宝",
        ),
        ("<title>矿区简讯三则-青山煤矿外网</title><p>今天，矿区召开会议。</p>", "矿区简讯三则"),
        (
            "<title>矿区简讯三则 - 矿工茶馆 - 青山论坛 - Powered by Discuz!</title><p>今天好。</p>",
            "矿区简讯三则",
        ),
        (
            "<title>采煤一队立功 Team One Wins</title><h1>采煤一队立功</h1><h2>Team One Wins</h2>",
            "采煤一队立功",
        ),
        # Blogs link the heading of a text to itself, but a teaser's leads to another.
        (
            "<title>三号井的灯火 | 老班长手记</title><h1><a href=/7>三号井的灯火</a></h1><p>今天。</p>",
            "三号井的灯火",
        ),
        ("<title>老班长手记</title><h1><a href=/7>三号井的灯火</a></h1><p>今天。</p>", "老班长手记"),
        ("<title>青山煤矿</title><h1><a href=/>青山煤矿</a></h1><p>今天。</p>", "青山煤矿"),
        # A site's name above, parted in the head by a blank only.
        (
            "<title>土豆丰收了 青山新闻网</title><h1>青山新闻网</h1><h2>土豆丰收了</h2><p>今天。</p>",
            "土豆丰收了",
        ),
        # MediaWiki sets a link to its editor behind each heading.
        (
            "<title>青山煤矿 - 矿业百科</title>"
            "<h1>青山煤矿<span class=mw-editsection>[<a href=/e>编辑</a>]</span></h1><p>建于1958年。</p>",
            "青山煤矿",
        ),
        ("<title>显示</title><p>今天，矿区召开会议。</p>", None),
        ("<title>New Page 1</title><p>今天，矿区召开会议。</p>", None),
        ("<title>无标题文档</title><p>今天，矿区召开会议。</p>", None),
        ("<title>文库&gt;&gt;译文&gt;&gt;河边的树</title><p>河边的树</p><p>约翰 著</p>", "河边的树"),
        ("<p>今天，矿区召开会议。</p>", None),
        # Of a unit's name only the end: the line tells something.
        (
            "<title>青山铁建</title><p><b>我段召开学习交流会</b></p><p>作者：周立民 2003-8-14</p>",
            "我段召开学习交流会",
        ),
        (
            "<p align=center>矿区成立领导小组</p><p>（2005年2月28日）</p><p>矿区今天动员，部署工作。</p>",
            "矿区成立领导小组",
        ),
        ("<title>青山铁建</title><p><b>青山铁建委员会</b></p><p>作者：周立民 2003-8-14</p>", "青山铁建"),
        # The commas of prose, in a heading.
        (
            "<title>青山铁建</title><center>“学理论、学技术、学先进”总结</center><p>今天，矿区召开会议。</p>",
            "“学理论、学技术、学先进”总结",
        ),
        # A short one directly above the byline; the banner is none.
        (
            "<title>信息门户</title><p>青山门户 欢迎您</p><b>动员令</b><p>来源：工会 2009-3-16</p>",
            "动员令",
        ),
    ],
)
def test_title(source: str, title: str | None) -> None:
    assert _title(source).text == title


@pytest.mark.parametrize(
    "head", ["关于<br>开展<a href='/k' class=k>安全月</a>活动的通知", "关于开展安全月<3 项>活动的通知"]
)
def test_markup_in_the_head_is_no_part_of_a_title(head: str) -> None:
    page = f"<title>{head}-青山矿业网</title><p>正文。</p>"
    found = find_title(read_layout(parse_tree(page)[0]), parse_tree(page)[0])
    assert found.text == "关于开展安全月" + ("<3 项>" if "3" in head else "") + "活动的通知"


def test_the_lines_of_a_title_are_known() -> None:
    title = _title(
        "<title>开展安全月活动_青山矿业网</title><body><p>首页</p><h1>开展安全月活动</h1><p>正文</p>"
    )
    assert (title.lines, title.site_name) == (range(1, 2), "青山矿业网")


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        ("开展安全月活动_青山矿业网", ("开展安全月活动", "青山矿业网")),
        ("开展安全月活动-新闻中心-青山煤矿", ("开展安全月活动", "青山煤矿")),
        ("开展安全月活动 | 青山礦業網", ("开展安全月活动", "青山礦業網")),
        ("打赢“百日会战”——采一队纪事", ("打赢“百日会战”——采一队纪事", None)),
        ("2010-2012年规划", ("2010-2012年规划", None)),
        ("矿里建成文体中心_青山能源", ("矿里建成文体中心_青山能源", None)),
        ("搭建成长平台--记青山矿工会", ("搭建成长平台--记青山矿工会", None)),
        ("Qingshan-Club日记选", ("Qingshan-Club日记选", None)),
        ("青山散文网 » 井架后面的夕阳", ("井架后面的夕阳", "青山散文网")),
        ("", ("", None)),
    ],
)
def test_site_names_are_split_off(head: str, parts: tuple[str, str | None]) -> None:
    assert split_site_name(head) == parts


BYLINE = "<p>来源：宣传科 时间：2010-06-03</p>"
NUMBER = "青矿党〔2008〕41号"
RED_HEAD = f"<title>{NUMBER}</title><p align=center>中共青山煤矿委员会文件</p><p align=center>{NUMBER}</p>"
TEXT = "<p>会上，矿党委要求，各单位要加强领导，落实责任，确保活动取得实效。</p>" * 3


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (f"<title>青山煤矿</title><p><b>雨夜抢修四小时</b></p>{BYLINE}{TEXT}", "雨夜抢修四小时"),
        (f"<title>::: 青山煤矿 :::</title><p><b>雨夜抢修四小时</b></p>{BYLINE}{TEXT}", "雨夜抢修四小时"),
        (f"<title>★ 雨夜抢修四小时 ★</title>{BYLINE}{TEXT}", "雨夜抢修四小时"),
        (f"<title>★雨夜抢修四小时</title>{BYLINE}{TEXT}", "★雨夜抢修四小时"),
        (
            f"<title>青山煤矿</title><p>雨夜抢修的四个小时</p><p>青山矿工会　2010-6-3</p>{TEXT}",
            "雨夜抢修的四个小时",
        ),
        (
            f"<title>青山煤矿</title><div>雨夜抢修的四个小时<br>来源：矿工会 2010-06-03<br>{TEXT}</div>",
            "雨夜抢修的四个小时",
        ),
        (
            f"<title>青山财经网</title><h1>青山财经网</h1><div>三角债清欠的云岭办法</div>{BYLINE}{TEXT}",
            "三角债清欠的云岭办法",
        ),
        (f"<p align=center>关于表彰先进班组的决定</p><p>各单位：</p>{TEXT}", "关于表彰先进班组的决定"),
        (
            "<title>阅读</title><pre>发信人: lisi, 信区: Coal\n标  题: 讲讲老厂房\n发信站: 青山站\n</pre>",
            "讲讲老厂房",
        ),
        # Not printed, yet the head has it; a channel's name or a unit above the text is no title.
        (
            f"<title>安全月活动扎实开展成效明显</title><p><b>安全新闻</b></p>{BYLINE}{TEXT}",
            "安全月活动扎实开展成效明显",
        ),
        (f"<p align=center>青山集团调研课题组</p>{TEXT}", None),
        # A title may end as the names of sites do, and have a second line.
        (
            f"<title>安全生产开创新局</title><h1>安全生产开创新局</h1><h3>——采二队的一天</h3>{BYLINE}{TEXT}",
            "安全生产开创新局",
        ),
        (
            f"<title>青山财经网</title><p><b>雨夜抢修四小时</b></p><p><b>——采二队的一天</b></p>{BYLINE}{TEXT}",
            "雨夜抢修四小时",
        ),
        (f"<p align=center>2003年5月</p>{TEXT}", None),
        # Above the title of a document stand its red head and its number; it is set in two lines.
        (
            f"{RED_HEAD}<p align=center><b>关于开展学习活动的<br>实施意见</b></p>{TEXT}",
            "关于开展学习活动的实施意见",
        ),
        (
            f"<p>安全月里的老班长</p><p>发布单位：宣传处</p><p>发布日期：107-10-09</p>{TEXT}",
            "安全月里的老班长",
        ),
    ],
)
def test_a_title_by_its_place(source: str, title: str | None) -> None:
    assert _title(source).text == title


@pytest.mark.parametrize("mark", ["|", "_", " - "])
def test_a_title_of_nothing_but_marks(mark: str) -> None:
    """Every run of them was looked through from each of them, which took minutes."""
    assert (
        _title(f"<title>{mark * 100_000}</title><h1>安全月里的老班长</h1>{BYLINE}{TEXT}").text
        == "安全月里的老班长"
    )


WELCOME = "<title>欢迎光临青山之窗</title>"
SIDEBAR = "<div><p>本站改版试运行，欢迎投稿，稿件一经采用，即付稿酬。</p><p>2019-05-07 天气预报</p></div>"
LONG = "<p>会上，矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，把各项工作做好做实。</p>" * 6


@pytest.mark.parametrize(
    ("source", "title"),
    [
        # What is dated or prose first is of a sidebar.
        (
            f"{WELCOME}{SIDEBAR}<div><div align=center>雨夜抢修四小时</div>{BYLINE}{LONG}</div>",
            "雨夜抢修四小时",
        ),
        (
            f"<title>浏览文章</title>{SIDEBAR}<div><b>雨夜抢修四小时</b><p>李明</p>{LONG}</div>",
            "雨夜抢修四小时",
        ),
        (f"{WELCOME}{SIDEBAR}<div><h1><a href=''>雨夜抢修四小时</a></h1>{LONG}</div>", "雨夜抢修四小时"),
        # A section's number is no title, and its author stands between.
        (
            f"<title>显示</title><p><b>雨夜抢修</b></p><p>李明</p><p>——采二队的一天</p><p>一、险情</p>{LONG}",
            "雨夜抢修",
        ),
        (f"{WELCOME}{SIDEBAR}<div><div class=news_title>雨夜抢修四小时</div>{LONG}</div>", "雨夜抢修四小时"),
        (f"<title>青山之窗</title>{SIDEBAR}<div><div class=title>通知公告</div>{LONG}</div>", "青山之窗"),
        (f"<title>青山之窗</title>{SIDEBAR}<div><h3>推荐阅读</h3>{LONG}</div>", "青山之窗"),
        (f"<title>青山之窗</title><p>{SIDEBAR}</p><div><p>雨夜抢修四小时</p>{LONG}</div>", "青山之窗"),
        (
            f"<title>雨夜抢修四小时侧记</title>{SIDEBAR}<div><h3>矿区要闻</h3>{LONG}</div>",
            "雨夜抢修四小时侧记",
        ),
    ],
)
def test_a_title_just_above_the_text(source: str, title: str) -> None:
    assert extract(f"<html><body>{source}</body></html>".encode(), "http://qingshan.cn/7.html").title == title


def test_a_byline_beside_the_text_below_a_title_far_above_it() -> None:
    menu = "".join(f"<p><a href=/{number}>第{number}期专栏</a></p>" for number in range(30))
    page = f"<title>Coal-Club blog--老班长手记</title><p>老班长手记</p>{menu}{BYLINE}{LONG}"
    found = extract(page.encode(), "http://qingshan.cn/7.html")
    assert (found.published_at, found.fields["source"]) == ("2010-06-03", "宣传科")
