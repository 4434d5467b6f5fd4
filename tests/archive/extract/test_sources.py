"""A source without a key: an outlet's or a unit's name in a box of its own beside the date."""

from __future__ import annotations

import pytest

from archive.extract import extract
from archive.model import Extraction

TITLE = "青山煤矿开展安全月活动"
TEXT = (
    "<p>六月以来，矿党委精心组织，周密部署，掀起活动热潮。</p><p>各区队积极响应，取得实效。</p>"
    "<p>会上，矿长要求各单位要加强领导，落实责任，确保活动取得实效。</p>"
)
DATE = "<div>2010-06-03</div>"
HEADERS = {
    "below the date": "<div>2010-06-03</div><div>{}</div>",
    "above the date": "<div>{}</div><div>2010-06-03 09:12</div>",
    "above a date with its key": "<div>{}</div><div>发布时间：2010-06-03</div>",
    "glued to a date with its key": "<div><span>{}</span><span>发布时间：2010-06-03</span></div>",
    "before a date with its key": "<div>[{}] 发布时间：2010-06-03 浏览：12次</div>",
    "in a list": "<ul><li>{}</li><li>2010-06-03</li><li>浏览：12</li></ul>",
    "in rows": "<table><tr><td>2010-06-03</td></tr><tr><td>{}</td></tr></table>",
}


def _read(header: str, text: str = f"<div class=zw>{TEXT}</div>", head: str = "") -> Extraction:
    page = (
        f"<html><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{header}{text}</body></html>"
    )
    return extract(page.encode(), "http://www.qingshan.example/a/1.htm")


@pytest.mark.parametrize(
    "source", ["青山日报", "云溪新闻网", "宣传科", "青山市应急管理局", "综采一队", "青山煤矿"]
)
@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_the_name_beside_the_date_is_the_source(header: str, source: str) -> None:
    found = _read(header.format(source))
    assert (found.fields.get("source"), (found.published_at or "")[:10]) == (source, "2010-06-03")
    assert source not in found.text.split("\n")


def test_it_may_stand_with_the_date_in_the_box_of_the_text() -> None:
    found = _read("", f"<div class=zw><div><p>2010-06-03</p><p>青山日报</p></div>{TEXT}</div>")
    assert found.fields.get("source") == "青山日报"
    assert found.text.startswith("六月以来")


@pytest.mark.parametrize(
    ("header", "text"),
    [
        (f"{DATE}<div>企业新闻</div>", TEXT),
        (f"{DATE}<div>新闻中心</div>", TEXT),
        (f"{DATE}<div>情况通报</div>", TEXT),
        (f"{DATE}<div>本网站</div>", TEXT),
        (f"{DATE}<div><a href=/>青山煤矿</a></div>", TEXT),
        (f"{DATE}<div>各区队：</div>", TEXT),
        (f"{DATE}<div>李明</div>", TEXT),
        (f"{DATE}<div>夏季“三防”</div>", TEXT),
        ("<div>企业新闻 发布时间：2010-06-03</div>", TEXT),
        ("<div>青山煤矿开展活动 发布时间：2010-06-03</div>", TEXT),
        ("<div>青山日报</div>", TEXT),
        ("", f"<p>2010-06-03</p><p>综采一队</p>{TEXT}"),
        (f"{DATE}<div>活动要闻</div><div>青山煤矿</div>", TEXT),
    ],
)
def test_what_is_no_source(header: str, text: str) -> None:
    assert "source" not in _read(header, f"<div class=zw>{text}</div>").fields


def test_a_line_of_the_text_that_is_a_units_name_stays() -> None:
    found = _read("", f"<div class=zw><p>2010-06-03</p><p>综采一队</p>{TEXT}</div>")
    assert found.text.startswith("综采一队\n")


@pytest.mark.parametrize(
    ("head", "below"),
    [("<meta name=ContentSource content=党群部>", ""), ("", "<div>来源：党群部</div>")],
)
def test_what_names_the_source_with_a_key_is_asked_first(head: str, below: str) -> None:
    found = _read(f"{DATE}<div>青山煤矿</div>", f"<div class=zw>{TEXT}</div>{below}", head)
    assert found.fields["source"] == "党群部"
