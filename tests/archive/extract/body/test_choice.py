from __future__ import annotations

import pytest

from archive.extract.body.choice import find_body
from archive.extract.layout import Layout
from archive.extract.tree import parse_tree
from archive.extract.walk import read_layout

PROSE = "<p>矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。</p>"
LINKS = "<ul>" + "".join(f"<li><a href={n}>矿区第{n}次例会召开</a></li>" for n in range(9)) + "</ul>"


def _body(source: str) -> tuple[Layout, str, str]:
    layout = read_layout(parse_tree(source)[0])
    body = find_body(layout, range(0))
    return layout, "".join(layout.lines[number].text for number in body.lines), body.confidence


def test_links_around_and_inside_are_left_out() -> None:
    _, text, confidence = _body(f"<div>{LINKS}</div><div>{PROSE * 3}{LINKS}</div><div>{LINKS}</div>")
    assert text.count("矿党委要求") == 3
    assert "例会" not in text
    assert confidence == "high"


def test_a_call_to_a_topic_above_the_text_is_left_out() -> None:
    _, text, _ = _body(f"<div><p><a href=7>点击进入“安全月”专题>></a></p>{PROSE * 3}</div>")
    assert text.count("矿党委要求") == 3
    assert "专题" not in text


@pytest.mark.parametrize("line", ["<p>点击进入系统>>填写姓名</p>", "<p><a href=7>点击进入系统的办法</a></p>"])
def test_a_step_of_instructions_stays(line: str) -> None:
    _, text, _ = _body(f"<div>{PROSE * 3}{line}{PROSE}</div>")
    assert "点击进入系统" in text


@pytest.mark.parametrize("href", ["a.doc", "/up/B.XLSX?x=1", "c.7z", "d.et", "/_content/download.jsp?id=7"])
def test_a_list_of_files_stays(href: str) -> None:
    _, text, _ = _body(f"<div>{PROSE * 3}<ul><li><a href={href}>安全月活动方案</a></li></ul></div>")
    assert "安全月活动方案" in text


@pytest.mark.parametrize(("name", "lines"), [("reader-page", 7), ("pf", 7), ("post", 6), ("pagelet", 6)])
def test_all_sheets_of_a_document_are_read_and_replies_are_not(name: str, lines: int) -> None:
    sheets = f"<div class={name}><div>{PROSE * 6}</div></div><div class={name}><div>{PROSE}</div></div>"
    assert _body(f"<div>{LINKS}</div><div>{sheets}</div>")[1].count("矿党委要求") == lines


def test_comments_and_related_teasers_lose_though_they_are_longer() -> None:
    asides = f"<div class=comment-list>{PROSE * 5}</div><div id=xgyd_related>{PROSE * 5}</div>"
    source = f"<div><h1>x</h1>{PROSE * 3}</div>{asides}"
    assert _body(source)[1].count("矿党委要求") == 3


def _under_title(source: str) -> str:
    layout = read_layout(parse_tree(source)[0])
    return "".join(layout.lines[number].text for number in find_body(layout, range(1)).lines)


def test_one_sentence_beats_the_longer_products_below_it() -> None:
    news, product = (
        "<p>6月3日，公司组织青年员工登山。</p>",
        "<p>额定电压1千伏，长期工作温度90度，弯曲半径15倍。</p>",
    )
    page = f"<h1>登山</h1><p>时间：2010-06-03 浏览：5</p><div>{news}</div><h3>产品推荐</h3>{product * 4}"
    assert _under_title(page).endswith("公司组织青年员工登山。")


def test_sentences_under_photographs_are_one_text() -> None:
    captions = (
        "矿工们在井口，等待下井，准备交接班。",
        "食堂里的早饭，热气腾腾。",
        "归来的矿工走出罐笼，摘下矿灯。",
    )
    photos = "<a href=2>点击图片进入下一页</a>".join(f"<p>{text}</p>" for text in captions)
    page = f"<h1>组图：矿区的一天</h1><div>{photos}<div><a href=2>2</a> <a href=3>下一页</a></div></div>"
    assert all(text in _under_title(page) for text in captions)


def test_the_tail_is_cut_where_it_opens() -> None:
    _, text, _ = _body(f"<div>{PROSE * 3}<p>责任编辑：李明</p><p>相关新闻</p><p>矿区召开例会</p></div>")
    assert text.endswith("推向深入。")


def test_a_cms_family_beats_the_scorer() -> None:
    source = f"<div>{PROSE * 3}</div><div class=TRS_Editor>{PROSE * 3}</div>"
    assert _body(source)[1].count("矿党委要求") == 3


def test_where_nothing_is_prose_the_whole_page_is_taken_unsure() -> None:
    layout, text, confidence = _body(f"<div>{LINKS}</div><p>联系我们</p>")
    assert text == "".join(line.text for line in layout.lines)
    assert confidence == "low"


NOTICE = "<p>各部室：</p><p>因线路检修，6月5日8时至12时办公楼停电，请提前做好准备。</p><p>物业公司</p>"


def test_a_notice_of_one_sentence_keeps_its_address_and_its_signature() -> None:
    got = _under_title(
        f"<div><h1>停电通知</h1><p>2010-06-03</p><div>{NOTICE}</div></div><p>版权所有 青山煤矿</p>"
    )
    assert got == "各部室：因线路检修，6月5日8时至12时办公楼停电，请提前做好准备。物业公司"


@pytest.mark.parametrize("beside", ["<p>版权所有 青山煤矿</p>", "<p>【打印】【关闭】</p>"])
def test_so_does_one_beside_what_is_no_text(beside: str) -> None:
    got = _under_title(f"<div><h1>停电通知</h1></div><div>{NOTICE}{beside}</div>")
    assert got == "各部室：因线路检修，6月5日8时至12时办公楼停电，请提前做好准备。物业公司"


BYLINE = "<p>发布时间：2014-06-05 点击：23</p>"
PAGER = "<p>上一篇：<a href=2>矿区例会</a></p><p>下一篇：<a href=3>矿区年会</a></p>"


@pytest.mark.parametrize("pager", ["", PAGER, f"<h3>相关阅读</h3><ul>{LINKS}</ul>"])
@pytest.mark.parametrize(
    "page",
    [
        "<div><h1>停电通知</h1>{byline}{text}{pager}</div>",
        "<h1>停电通知</h1><div>{byline}{text}{pager}</div>",
    ],
)
@pytest.mark.parametrize("ending", ["物业公司", "一、时间", "附件：1.检修方案"])
def test_a_text_of_one_paragraph_keeps_the_short_lines_below_it(page: str, pager: str, ending: str) -> None:
    text = f"<p>{PROSE}</p><p>{ending}</p><p>2014年6月3日</p>"
    got = _under_title(page.format(byline=BYLINE, text=text, pager=pager))
    assert got.endswith(f"推向深入。{ending}2014年6月3日")


@pytest.mark.parametrize(
    "lines",
    [
        "<div>各部室：</div><div>{prose}</div><div>物业公司</div>",
        "<table><tr><td>各部室：</td></tr><tr><td>{prose}</td></tr><tr><td>物业公司</td></tr></table>",
        "<section><p>各部室：</p></section><section><p>{prose}</p></section><section><p>物业公司</p></section>",
    ],
)
def test_paragraphs_may_be_set_in_boxes_of_their_own(lines: str) -> None:
    prose = PROSE.removeprefix("<p>").removesuffix("</p>")
    page = f"<div><h1>停电通知</h1>{BYLINE}{lines.format(prose=prose)}<p>【打印】【关闭】</p></div>"
    assert _under_title(page).endswith(f"各部室：{prose}物业公司")


@pytest.mark.parametrize(
    "beside",
    ["<p align=center>图为停电现场</p>", "<ul><li>图为停电现场</li></ul>", "<table><td>图为停电现场</table>"],
)
def test_a_boxed_paragraph_keeps_what_needs_no_box(beside: str) -> None:
    page = f"<div><h1>停电通知</h1>{BYLINE}<div><span>{PROSE}</span></div>{beside}</div>"
    assert _under_title(page).endswith("推向深入。图为停电现场")


def test_a_boxed_paragraph_keeps_nothing_of_another_sort() -> None:
    page = (
        f"<div><h1>停电通知</h1><div class=text>{PROSE}</div>"
        "<div class=tip>以上内容由用户上传，本站仅提供储存服务</div><p>不喜欢</p></div>"
    )
    assert _under_title(page).endswith("推向深入。")


@pytest.mark.parametrize("below", ["", PAGER, f"<h3>相关阅读</h3>{LINKS}"])
def test_a_text_right_in_the_page_is_parted_from_its_menus(below: str) -> None:
    prose = PROSE.removeprefix("<p>").removesuffix("</p>")
    page = f"<h1>停电通知</h1>{BYLINE}{prose}<br>一、时间<br>6月5日{below}{LINKS}<div>版权所有 青山煤矿</div>"
    layout = read_layout(parse_tree(f"{LINKS}{page}")[0])
    title = next(number for number, line in enumerate(layout.lines) if line.text == "停电通知")
    body = find_body(layout, range(title, title + 1))
    assert [layout.lines[number].text for number in body.lines][-3:] == [prose, "一、时间", "6月5日"]


@pytest.mark.parametrize(
    "ending",
    [
        "【打印】【关闭】　编辑：李明",
        "[我要纠错] 责任编辑：李明",
        "标签：<a href=2>停电</a> <a href=3>检修</a>",
    ],
)
def test_buttons_and_tags_below_a_text_are_none_of_it(ending: str) -> None:
    page = f"<div><h1>停电通知</h1>{BYLINE}<div>{PROSE * 2}<div>{ending}</div></div></div>"
    assert _under_title(page).endswith("推向深入。")


def test_keywords_without_links_are_the_texts_own() -> None:
    page = f"<div><h1>停电通知</h1>{BYLINE}<div><p>关键词：停电；检修</p>{PROSE * 2}</div></div>"
    assert "关键词：停电；检修" in _under_title(page)


SENTENCE = "<p>昨天，综采二队检修了水泵，当班出煤。</p>"


@pytest.mark.parametrize("heading", ["站内公告", "读者来信", "人物"])
def test_a_sentence_stands_with_its_title_and_beats_what_stands_elsewhere(heading: str) -> None:
    sentence = "昨天，综采二队检修了水泵。"
    text = f"<div><h1>检修</h1><div>{BYLINE}</div><div><p>{sentence}</p></div></div>"
    assert _under_title(f"{text}<div class=block><h4>{heading}</h4>{PROSE}</div>").endswith(sentence)


def test_a_summary_in_the_banner_of_a_title_does_not_beat_the_text() -> None:
    page = f"<div><h1>检修</h1>{SENTENCE}</div><div class=con>{PROSE * 6}</div>"
    assert _under_title(page).count("矿党委要求") == 6


ADVERT = "<div class=adbox><a href=http://ads.example>矿用水泵特价</a></div>"


def _parts(between: str, of_second: str = "", behind: str = "") -> str:
    first, second = (
        f"<div class=part>{PROSE * 3}</div>",
        f"<div class=part>{of_second}{SENTENCE}{VERSE}</div>",
    )
    return _under_title(f"<div><h1>检修</h1>{BYLINE}{first}{between}{second}{behind}</div>{LINKS}")


def test_a_text_parted_by_an_advert_is_whole() -> None:
    assert _parts(ADVERT).endswith("当班出煤。矿灯照着巷道汗水落在煤壁我们采煤把太阳背回地面")
    assert "水泵特价" not in _parts(ADVERT)


@pytest.mark.parametrize(
    ("between", "of_second", "behind"),
    [
        ("", "<h3>另一件事</h3>", ""),
        ("<h2>另一件事</h2>", "", ""),
        ("", "<a href=7>老班长</a>", ""),
        ("<p>老班长 发表于 2010-6-3 09:12</p>", "", ""),
        ("<p>相关新闻</p>", "", ""),
        (ADVERT, "", f"<div>{PROSE * 9}</div>"),
    ],
)
def test_posts_and_teasers_beside_a_text_are_no_parts_of_it(
    between: str, of_second: str, behind: str
) -> None:
    assert "当班出煤" not in _parts(between, of_second, behind)


def test_a_button_in_a_byline_set_in_cells_ends_no_text() -> None:
    cells = "".join(f"<div>{line}</div>" for line in ("[作者：李明]", "文章来源：综采队", "时间：1999.12.17"))
    page = f"<div><h1>检修</h1><h2>——综采二队侧记</h2><div>{cells}</div><p>分享到：微博</p>{PROSE * 3}</div>"
    assert _under_title(page).count("矿党委要求") == 3


VERSE = "".join(f"<p>{line}</p>" for line in ("矿灯照着巷道", "汗水落在煤壁", "我们采煤", "把太阳背回地面"))
POLL = "<form>哪个栏目好" + "<br>新闻" * 5 + "</form>"


@pytest.mark.parametrize(("paragraph", "whole"), [("div", "<div>{}</div>"), ("tr><td", "<table>{}</table>")])
def test_verse_below_a_paragraph_takes_it_from_no_text(paragraph: str, whole: str) -> None:
    text = whole.format((SENTENCE + VERSE).replace("<p>", f"<{paragraph}>").replace("</p>", ""))
    text = text if "td" in paragraph else text.replace("<div>", "</div><div>").replace("</div>", "", 2)
    page = f"<h1>检修</h1><div class=l>{POLL}</div><div class=r>{text}</div>{LINKS}"
    assert _under_title(page).endswith("当班出煤。矿灯照着巷道汗水落在煤壁我们采煤把太阳背回地面")


def test_one_sentence_beats_the_readers_remarks_below_it() -> None:
    remarks = "".join(f"<p>网友{n} 发表于 2010-6-{n} 09:12</p>{PROSE}" for n in range(1, 6))
    page = f"<div><h1>检修</h1>{BYLINE}<div class=con>{SENTENCE}</div><div class=x>{remarks}</div></div>"
    assert "综采二队" in _under_title(page)
    assert "矿党委" not in _under_title(page)
