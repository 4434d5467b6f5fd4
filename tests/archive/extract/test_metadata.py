from __future__ import annotations

from archive.extract.metadata import fields_of_json_ld, fields_of_meta, fields_of_url, read_meta, stated_title
from archive.extract.tree import parse_tree

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
    authors = ["王建平", "张文，李明", "青山矿业网", "L_104485", "www.qingshan.example"]
    found = [fields_of_meta({"author": author}).get("author") for author in authors]
    assert found == ["王建平", "张文，李明", None, None, None]


def test_json_ld() -> None:
    source = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage"},
    {"datePublished": "2021-12-17T02:20:00Z", "author": {"name": "王建平"}}]}</script>"""
    assert fields_of_json_ld(parse_tree(source)[0]) == {
        "published_at": "2021-12-17T10:20:00",
        "published_precision": "second",
        "author": "王建平",
    }
    for broken in ("{", "[1]", '"x"', "{}", ""):
        assert fields_of_json_ld(parse_tree(f'<script type="application/ld+json">{broken}</script>')[0]) == {}


def test_authors_of_json_ld_in_every_form() -> None:
    forms = {
        '"王山"': "王山",
        '[{"name": "王山"}, {"name": "李川"}]': "王山 李川",
        '{"name": ["王山", "李川"]}': "王山 李川",
        "3": None,
    }
    for form, expected in forms.items():
        source = f'<script type="application/ld+json">{{"pubDate": "2010-06-03", "author": {form}}}</script>'
        assert fields_of_json_ld(parse_tree(source)[0]).get("author") == expected


def test_the_address_is_asked_last() -> None:
    assert fields_of_url("http://www.qingshan.example/info/8.htm") == {}
    assert fields_of_url("http://www.qingshan.example/t20211217_8.htm")["published_at"] == "2021-12-17"
