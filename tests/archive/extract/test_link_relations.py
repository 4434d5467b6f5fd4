from __future__ import annotations

import pytest

from archive.extract import extract, parse
from archive.extract.link_relations import fields_of_links


@pytest.mark.parametrize(
    ("links", "fields"),
    [
        (
            '<a rel="author">老石头</a> 发表在 <a rel="category tag">矿区文化</a>',
            {"author": "老石头", "section": "矿区文化"},
        ),
        ('<a rel="category tag">矿区文化</a>、<a rel="category tag">散文</a>', {"section": "矿区文化"}),
        ('<a rel="author">老石头</a><p><a rel="author">老石头</a>', {"author": "老石头"}),
        (
            "<a rel='author'>老石头</a> 发表在 <a rel=category>矿区文化</a>",
            {"author": "老石头", "section": "矿区文化"},
        ),
        ('<a rel="bookmark author">老石头</a>', {"author": "老石头"}),
        # Related texts name their own.
        ('<a rel="author">老石头</a><p><a rel="author">阿木</a>', {}),
        ('<a rel="author">admin</a>', {}),
        ('<a rel="author"><img src=1.jpg></a>', {}),
        ('<a rel="external nofollow">老石头</a><a rel="tag">散文</a>', {}),
        ("", {}),
    ],
)
def test_what_links_relate_to(links: str, fields: dict[str, str]) -> None:
    page = parse(f"<html><body><p>{links}</p></body></html>".encode(), "http://www.qingshan.example/c7.html")
    assert fields_of_links(page) == fields


def test_they_stand_around_the_text() -> None:
    text = "<p>青山煤矿六月三日召开动员大会，部署安全生产月活动，各单位负责人参加了会议。</p>" * 3
    page = f'<h1>矿山的早晨</h1>{text}<div><a href=/a rel="author">老石头</a></div>'
    assert extract(page.encode(), "http://www.qingshan.example/c7.html").origins["author"] == "frame"
