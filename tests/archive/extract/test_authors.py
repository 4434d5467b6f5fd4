from __future__ import annotations

import pytest

from archive.extract import extract
from archive.extract.authors import author_of_blog, author_of_box
from archive.extract.tree import parse_tree
from archive.extract.walk import read_layout

TEXT = "<p>矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。</p>" * 5
URL = "http://www.qingshan.example/c7.html"


@pytest.mark.parametrize(
    ("box", "stated"),
    [
        ("<div class=postauthor>老石头</div>", {"author": "老石头"}),
        ("<div class=authi>老石头</div>", {"author": "老石头"}),
        ("<p id=zuozhe>李明</p>", {"author": "李明"}),
        ("<p class=writer>记者 阿木</p>", {"author": "阿木"}),
        ("<div class=AuthorInfo>Old Stone</div>", {"author": "Old Stone"}),
        ("<div class=author>青山新媒体</div>", {"source": "青山新媒体"}),
        ("<div class=author>楼主</div>", {}),
        ("<div class=author>12</div>", {}),
        ("<div class=author>2010-06-03</div>", {}),
        ("<div class=author>佚名</div>", {}),
        ("<div class=author>admin</div>", {}),
        ("<div class=comment-author>老石头</div>", {}),
        ("<div class=name>老石头</div>", {}),
    ],
)
def test_a_box_named_for_the_author(box: str, stated: dict[str, str]) -> None:
    layout = read_layout(parse_tree(f"<h1>河边的树</h1>{box}<div>{TEXT}</div>")[0])
    assert author_of_box(layout, 2) == stated


def test_a_sites_own_name_is_no_source() -> None:
    layout = read_layout(parse_tree(f"<h1>河边的树</h1><p class=author>青山网</p><div>{TEXT}</div>")[0])
    assert author_of_box(layout, 2, "青山网") == {}
    assert author_of_box(layout, 2, "云岭网") == {"source": "青山网"}


def test_a_box_below_the_text_is_another_authors() -> None:
    layout = read_layout(parse_tree(f"<div>{TEXT}</div><div class=author>老石头</div>")[0])
    assert author_of_box(layout, 0) == {}


@pytest.mark.parametrize(
    ("head", "stated"),
    [
        ("河边的树_老石头_新浪博客", {"author": "老石头"}),
        ("河边的树 - 老石头的日志 - 网易博客", {"author": "老石头"}),
        ("河邊的樹 | 老石頭的部落格 | 青山BLOG", {"author": "老石頭"}),
        ("河边的树_青山新闻网", {}),
        ("老石头的博客", {}),
        ("", {}),
    ],
)
def test_a_blogs_title(head: str, stated: dict[str, str]) -> None:
    assert author_of_blog(head) == stated


def test_what_the_page_prints_goes_before_both() -> None:
    page = f"""<title>河边的树_老石头_新浪博客</title><h1>河边的树</h1><p>作者：李明 2010-06-03</p>
        <div class=author>王山</div><div>{TEXT}</div>"""
    assert extract(page.encode(), URL).author == "李明"
    assert extract(page.replace("作者：李明", "发布时间：").encode(), URL).author == "王山"
    assert extract(page.replace("作者：李明", "").replace("王山", "").encode(), URL).author == "老石头"


def test_a_lone_name_below_the_title() -> None:
    page = "<title>河边的树</title><h1>河边的树</h1><p>{}</p><div>" + TEXT + "</div>"
    assert extract(page.format("赵文锋").encode(), URL).author == "赵文锋"
    assert (
        extract(page.format("——在全矿大会上的讲话</p><p>（2010年6月3日）</p><p>赵文锋").encode(), URL).author
        == "赵文锋"
    )
    assert extract(page.format("赵文锋</p><p>李明").encode(), URL).author is None
    assert extract(page.format("<a href=/c/>金融</a>").encode(), URL).author is None


def test_who_wrote_and_photographed_signs_below() -> None:
    page = f"<h1>河边的树</h1><p>2010-06-03</p><div>{TEXT}<p>（图/文：赵文锋）</p></div>"
    assert extract(page.encode(), URL).author == "赵文锋"


def test_who_read_it_first_is_the_editor() -> None:
    page = f"<h1>河边的树</h1><p>2010-06-03</p><div>{TEXT}<p>一审：赵文锋</p><p>二审：李川</p></div>"
    extraction = extract(page.encode(), URL)
    assert extraction.fields["editor"] == "赵文锋"
    assert "审" not in extraction.text


def test_a_line_of_a_poem_is_no_name() -> None:
    poem = "".join(f"<p>{line}</p>" for line in ("春风", "夏天", "秋收", "冬藏", "岁月", "山河"))
    page = f"<title>河边的树</title><h1>河边的树</h1><div>{poem}</div>"
    assert extract(page.encode(), URL).author is None


def test_what_the_text_is_taken_from_goes_before_its_account() -> None:
    page = "<title>河边的树</title><h1>河边的树</h1><a id=js_name>青山工会</a><div>" + TEXT + "{}</div>"
    for line in ("<p>来源：青山日报</p>", "<p>（来源：青山日报）</p>"):
        assert extract(page.format(line).encode(), URL).source == "青山日报"
    assert extract(page.format("<p>数据来源：青山统计局</p>").encode(), URL).source == "青山工会"


def test_an_account_is_the_source() -> None:
    page = f"<title>河边的树</title><h1>河边的树</h1><a id=js_name> 青山工会 </a><div>{TEXT}</div>"
    assert extract(page.encode(), URL).fields["source"] == "青山工会"
    assert (
        extract(page.replace("<a id", "<p>来源：青山煤矿 2010-06-03</p><a id").encode(), URL).source
        == "青山煤矿"
    )
