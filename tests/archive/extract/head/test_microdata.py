from __future__ import annotations

import pytest

from archive.extract.head.microdata import fields_of_microdata
from archive.extract.tree import parse_tree
from archive.model import FieldName


@pytest.mark.parametrize(
    ("source", "field", "value"),
    [
        ("<span itemprop=datePublished>2010年6月3日</span>", "published_at", "2010-06-03"),
        ("<span itemprop=pubDate content='2010-06-03 09:12'>昨天</span>", "published_at", "2010-06-03T09:12"),
        ("<time datetime='2010-06-03T09:12:00+08:00'>昨天</time>", "published_at", "2010-06-03T09:12:00"),
        ("<time datetime='2010-06-03'>一</time><time datetime='2010-06-04'>二</time>", "published_at", None),
        ("<span itemprop=author><b>王</b>山</span>", "author", "王山"),
        ("<span itemprop=author>青山矿业网</span>", "author", None),
        ("<span itemprop=editor>李川</span>", "editor", "李川"),
        ("<a itemprop=sourceOrganization href=/>宣传科</a>", "source", "宣传科"),
        ("<a itemprop=articleSection href=/>要闻</a>", "section", "要闻"),
        ("<meta itemprop=keywords content='安全月,动员'>", "keywords", "安全月 动员"),
        ("<span itemprop=author>王山</span><span itemprop=author>李川</span>", "author", "王山"),
        ("<span itemprop=author></span><span itemprop=name>王山</span>", "author", None),
    ],
)
def test_each_mark(source: str, field: FieldName, value: str | None) -> None:
    assert fields_of_microdata(parse_tree(source)[0]).get(field) == value
