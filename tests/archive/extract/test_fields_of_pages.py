"""Each field from each of its sources, in the order of trust: the higher ones are taken away one by one."""

from __future__ import annotations

import pytest

from archive.article import compose, read
from archive.extract import extract
from archive.model import Capture, FieldName, FieldOrigin

TEXT = "<p>矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。</p>" * 9
URL = "http://www.qingshan.example/2010/0608/c7.html"

_Source = tuple[FieldOrigin, str, str]
"""Where a field is stated, how, and what is read."""


def _meta(name: str, content: str) -> str:
    return f"<meta name={name} content='{content}'>"


def _mark(name: str, value: str) -> str:
    return f"<div class=m><i itemprop={name}>{value}</i></div>"


def _ld(pairs: str) -> str:
    return f'<script type=application/ld+json>{{"@type": "NewsArticle", {pairs}}}</script>'


SOURCES: dict[FieldName, list[_Source]] = {
    "published_at": [
        ("byline", "发布时间：2010年6月3日", "2010-06-03"),
        ("meta", _meta("PubDate", "2010-06-04 08:30"), "2010-06-04T08:30"),
        ("microdata", _mark("datePublished", "2010/6/5"), "2010-06-05"),
        ("json_ld", _ld('"datePublished": "2010-06-06T09:00:00"'), "2010-06-06T09:00:00"),
        ("script", "<script>var pubtime = '2010-06-07 10:00';</script>", "2010-06-07T10:00"),
        ("url", "", "2010-06-08"),
    ],
    "source": [
        ("byline", "来源：宣传科 发布时间：2010-06-03", "宣传科"),
        ("meta", _meta("ContentSource", "党群部"), "党群部"),
        ("microdata", _mark("sourceOrganization", "安监处"), "安监处"),
        ("json_ld", _ld('"sourceOrganization": {"name": "机电科"}'), "机电科"),
    ],
    "author": [
        ("byline", "作者：王山 发布时间：2010-06-03", "王山"),
        ("credit", "<p>（记者 李川）</p>", "李川"),
        ("meta", _meta("author", "赵林"), "赵林"),
        ("microdata", _mark("author", "钱江"), "钱江"),
        ("json_ld", _ld('"author": {"name": "孙海"}'), "孙海"),
    ],
    "editor": [
        ("byline", "责任编辑：王山 发布时间：2010-06-03", "王山"),
        ("credit", "<p>责任编辑：李川</p>", "李川"),
        ("meta", _meta("editor", "赵林"), "赵林"),
        ("microdata", _mark("editor", "钱江"), "钱江"),
        ("json_ld", _ld('"editor": "孙海"'), "孙海"),
    ],
    "section": [
        ("byline", "所属栏目：安全月 发布时间：2010-06-03", "安全月"),
        ("meta", _meta("ColumnName", "要闻"), "要闻"),
        ("microdata", _mark("articleSection", "动态"), "动态"),
        ("json_ld", _ld('"articleSection": "新闻"'), "新闻"),
    ],
    "keywords": [
        ("byline", "关键词：安全 动员 发布时间：2010-06-03", "安全 动员"),
        ("meta", _meta("ArticleTitle", "动员大会") + _meta("Keywords", "隐患,排查"), "隐患 排查"),
        ("microdata", _mark("keywords", "竞赛"), "竞赛"),
        ("json_ld", _ld('"keywords": ["演练", "检修"]'), "演练 检修"),
    ],
    "views": [("byline", "发布时间：2010-06-03 浏览次数：848", "848")],
    "document_number": [("byline", "发文字号：青矿〔2010〕8号 发布日期：2010年6月3日", "青矿〔2010〕8号")],
    "written_on": [("byline", "成文日期：2010年5月28日 发布日期：2010年6月3日", "2010-05-28")],
}
CASES = [(field, number) for field, sources in SOURCES.items() for number in range(len(sources))]


def _page(sources: list[_Source]) -> str:
    """Each source where a page has it: in the head, below the title, at the text's end, beside it."""
    stated = "".join(how for origin, how, _ in sources if origin in ("meta", "json_ld", "script"))
    byline = next((how for origin, how, _ in sources if origin == "byline"), "")
    marks = "".join(how for origin, how, _ in sources if origin == "microdata")
    credit = next((how for origin, how, _ in sources if origin == "credit"), "")
    return (
        f"<html><head>{stated}</head><body><h1>动员大会</h1><div class=info>{byline}</div>"
        f"<div class=zw>{TEXT}{credit}</div>{marks}</body></html>"
    )


@pytest.mark.parametrize(("field", "number"), CASES)
def test_order_of_trust(field: FieldName, number: int) -> None:
    sources = SOURCES[field][number:]
    origin, _, value = sources[0]
    found = extract(_page(sources).encode(), URL)
    assert (str(found.fields.get(field)), found.origins.get(field)) == (value, origin)


@pytest.mark.parametrize(("field", "number"), CASES)
def test_the_article_keeps_value_and_origin(field: FieldName, number: int) -> None:
    sources = SOURCES[field][number:]
    capture = Capture(url=URL, captured_at="2026-11-21T00:00:00Z", body=_page(sources).encode())
    made = compose([read(capture)])
    assert str(made.fields.get(field)) == sources[0][2]
    assert made.origins.get(field) in (sources[0][0], "text")


@pytest.mark.parametrize(
    ("printed", "value", "precision"),
    [
        ("2010-6-3 9:12:05", "2010-06-03T09:12:05", "second"),
        ("２０１０年６月３日　９：１２", "2010-06-03T09:12", "minute"),
        ("2010/6/3", "2010-06-03", "day"),
        ("二〇一〇年六月三日", "2010-06-03", "day"),
        ("2010年6月", "2010-06", "month"),
        ("2010年", "2010", "year"),
    ],
)
def test_old_dates_and_their_precision(printed: str, value: str, precision: str) -> None:
    source: _Source = ("byline", f"来源：宣传科 发布时间：{printed}", "")
    fields = extract(_page([source]).encode(), "http://www.qingshan.example/7.htm").fields
    assert (fields["published_at"], fields["published_precision"]) == (value, precision)


def test_the_number_of_a_document_stands_above_its_title() -> None:
    head = "<p>中共青山煤矿委员会文件</p><p>青矿党〔2008〕41号</p><h1>实施意见</h1>"
    page = f"<title>实施意见</title>{head}<p>各支部要加强领导，落实责任，确保活动取得实效。</p>"
    assert (
        extract(page.encode(), "http://www.qingshan.example/7.htm").fields["document_number"]
        == "青矿党〔2008〕41号"
    )


@pytest.mark.parametrize(
    "line", ["通讯员：李川", "记者 王山 通讯员 李川", "作者：本报记者 王山、通讯员 李川"]
)
def test_correspondents_are_authors(line: str) -> None:
    fields = extract(_page([("byline", f"{line} 发布时间：2010-06-03", "")]).encode(), URL).fields
    assert str(fields["author"]).split()[-1] == "李川"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (_meta("ArticleTitle", "青山煤矿召开动员大会"), "青山煤矿召开动员大会"),
        ("<meta property=og:title content=青山煤矿召开动员大会>", "青山煤矿召开动员大会"),
        ("<meta itemprop=headline content=青山煤矿召开动员大会>", "青山煤矿召开动员大会"),
        (_ld('"headline": "青山煤矿召开动员大会"'), "青山煤矿召开动员大会"),
        ("<title>青山煤矿召开动员大会_青山矿业网</title>", "青山煤矿召开动员大会"),
    ],
)
def test_a_title_that_is_printed_nowhere(head: str, title: str) -> None:
    page = f"<html><head>{head}</head><body><div class=zw>{TEXT}</div></body></html>"
    assert extract(page.encode(), URL).title == title


def test_a_printed_title_is_taken_as_printed() -> None:
    head = _meta("ArticleTitle", "青山煤矿召开动员大会") + _ld('"headline": "动员大会"')
    page = f"<html><head>{head}<title>动员</title></head><body><h1>青山煤矿召开<br>动员大会</h1>{TEXT}</body>"
    assert extract(page.encode(), URL).title == "青山煤矿召开动员大会"


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("【纠错】责任编辑：李明", {"editor": "李明"}),
        ("摄影报道：赵文锋", {"author": "赵文锋"}),
        ("文/赵文锋 图/李明", {"author": "赵文锋", "photographer": "李明"}),
    ],
)
def test_the_credit_of_a_short_text_is_no_line_of_it(line: str, fields: dict[FieldName, str]) -> None:
    sentence = "青山煤矿六月三日召开动员大会，部署安全生产月活动，各单位负责人参加了会议。"
    page = f"<h1>青山煤矿召开动员大会</h1><div>2010-06-03</div><div><p>{sentence}</p></div><p>{line}</p>"
    capture = Capture(url=URL, captured_at="2020-01-01T00:00:00Z", body=page.encode())
    article = compose([read(capture)])
    assert article.cleaned.body == sentence
    assert fields.items() <= article.fields.items()
