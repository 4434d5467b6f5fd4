from __future__ import annotations

import pytest

from archive.extract.head.meta_tags import fields_of_meta, fields_of_url, read_meta, stated_title
from archive.extract.tree import parse_tree
from archive.model import FieldName

PORTAL = """<head><meta name="ArticleTitle" content="关于表彰先进的决定">
<meta name="PubDate" content="2021-12-17 10:20">
<meta name="ContentSource" content="党群工作部"><meta name="Author" content="admin">
<meta name="ColumnName" content=" ">
<meta name="pubdate" content="1999-01-01"></head>"""


def test_the_portals_standard() -> None:
    meta = read_meta(parse_tree(PORTAL)[0])
    assert stated_title(meta) == "关于表彰先进的决定"
    assert fields_of_meta(meta) == {
        "source": "党群工作部",
        "published_at": "2021-12-17T10:20",
        "published_precision": "minute",
    }


def test_an_author_must_be_a_person() -> None:
    authors = ["王建平", "张文，李明", "青山矿业网", "每日青山新闻", "网易", "L_104485"]
    found = [fields_of_meta({"author": author}).get("author") for author in authors]
    assert found == ["王建平", "张文，李明", None, None, None, None]


@pytest.mark.parametrize(
    ("name", "content", "field", "value"),
    [
        ("ContentSource", "党群工作部", "source", "党群工作部"),
        ("Author", "王建平", "author", "王建平"),
        ("editor", "李晓明", "editor", "李晓明"),
        ("editor", "admin", "editor", None),
        ("citation_author", "王建平", "author", "王建平"),
        ("citation_journal_title", "近岸研究", "source", "近岸研究"),
        ("citation_publication_date", "2019/06/15", "published_at", "2019-06-15"),
        ("ColumnName", "安全生产", "section", "安全生产"),
        ("article:tag", "安全月，动员；隐患", "keywords", "安全月 动员 隐患"),
        ("keywords", "煤矿,招聘", "keywords", None),
        ("SiteName", "青山矿业网", "site_name", "青山矿业网"),
        ("PubDate", "2010-6-3 9:12:05", "published_at", "2010-06-03T09:12:05"),
        ("article:published_time", "2010-06-03T01:12:00Z", "published_at", "2010-06-03T09:12:00"),
        ("firstpublishedtime", "2010-06-03-23:59:59", "published_at", "2010-06-03"),
        ("weibo:article:create_at", "2010-06-03", "published_at", "2010-06-03"),
    ],
)
def test_each_tag(name: str, content: str, field: FieldName, value: str | None) -> None:
    meta = read_meta(parse_tree(f'<meta name="{name}" content="{content}">')[0])
    assert fields_of_meta(meta).get(field) == value


def test_keywords_are_the_articles_where_the_portals_standard_names_one() -> None:
    meta = {"articletitle": "关于开展安全月活动的通知", "keywords": "安全月,通知"}
    assert fields_of_meta(meta) == {"keywords": "安全月 通知"}


def test_the_address_is_asked_last() -> None:
    assert fields_of_url("http://www.qingshan.example/info/8.htm") == {}
    assert fields_of_url("http://www.qingshan.example/t20211217_8.htm")["published_at"] == "2021-12-17"
