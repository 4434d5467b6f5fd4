"""Controls that turn a line round, and what shows nothing, stay out of what a page states in short."""

from __future__ import annotations

import pytest

from archive.article import compose, read
from archive.model import Article, Capture
from archive.text import restore

TEXT = "<p>矿长要求各区队对照方案逐条落实，\u2066确保安全。</p>" * 9
PAGE = """<meta name=ContentSource content="青山{0}煤矿报"><meta name=Author content="王{0}五">
<meta name=SiteName content="{0}青山网{0}"><meta name=ColumnName content="{0}">
<title>安全生产月{0}活动的通知</title>
<h1>安全生产月{0}活动的通知</h1><div><p>青山{0}煤矿各区队：</p>{1}<p><img src="/a.png" alt="合{0}影">
<a href="/a.pdf">方案{0}全文</a></p></div>"""


def read_page(control: str) -> Article:
    return _read(PAGE.format(control, TEXT))


def _read(page: str) -> Article:
    capture = Capture(url="http://mine.test/a.htm", captured_at="2020-01-01T00:00:00Z", body=page.encode())
    return compose([read(capture)])


@pytest.mark.parametrize(
    "control",
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200c\u200d\u200e\u200f\u061c\ufeff",
    ids=ascii,
)
def test_short_values_are_as_a_reader_sees_them(control: str) -> None:
    article = read_page(control)

    assert {name: article.fields.get(name) for name in ("source", "author", "site_name", "section")} == {
        "source": "青山煤矿报",
        "author": "王五",
        "site_name": "青山网",
        "section": None,
    }
    assert article.origins["source"] == article.origins["author"] == "meta"
    assert "section" not in article.origins
    assert article.cleaned.title == "安全生产月活动的通知"
    assert [file.name for file in article.files] == ["方案全文"]
    assert [each.name for each in article.embedded] == ["合影"]


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ('<a href="/a.pdf" title="活动方案">\u200b\u202e</a>', "活动方案"),
        ('<a href="/a.pdf" title=" \u200b">\ufeff</a>', "a.pdf"),
        ('<a href="/down/attach.jsp?id=1/%E2%80%AE"></a>', "attach.jsp"),
        ('<a href="/attach/download.do?/%E2%80%AE.pdf">\u2060附件</a>', "附件"),
        ('<a href="/x/?to=attach.jsp?1">\u2060</a>', "http://mine.test/x/?to=attach.jsp?1"),
    ],
)
def test_a_file_is_named_by_what_shows_something(link: str, name: str) -> None:
    (file,) = _read(PAGE.format("", TEXT).replace('<a href="/a.pdf">方案全文</a>', link)).files
    assert file.name == name


def test_what_the_text_loses_stands_in_its_edits() -> None:
    article = read_page("\u202e")
    assert "\u202e" in article.cleaned.raw and "\u2066" in article.cleaned.raw
    assert restore(article.cleaned) == article.cleaned.raw
    assert {"\u202e", "\u2066"} <= {edit.removed for edit in article.cleaned.edits}
