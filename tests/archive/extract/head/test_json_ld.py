from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from archive.extract.head.json_ld import article_object, fields_of_json_ld, title_of_json_ld
from archive.extract.tree import parse_tree


def _object(text: str) -> Mapping[str, Any]:
    return article_object(parse_tree(f'<script type="application/ld+json">{text}</script>')[0])


def test_all_that_an_article_states() -> None:
    item = {
        "@type": ["NewsArticle"],
        "headline": "青山煤矿召开动员大会",
        "datePublished": "2021-12-17T02:20:00Z",
        "author": {"name": "王建平"},
        "editor": "李晓明",
        "sourceOrganization": {"@type": "Organization", "name": "宣传科"},
        "articleSection": ["新闻", "要闻"],
        "keywords": "安全月,动员",
    }
    found = _object(json.dumps({"@graph": [{"@type": "WebPage", "name": "青山矿业网"}, item]}))
    assert title_of_json_ld(found) == "青山煤矿召开动员大会"
    assert fields_of_json_ld(found) == {
        "published_at": "2021-12-17T10:20:00",
        "published_precision": "second",
        "author": "王建平",
        "editor": "李晓明",
        "source": "宣传科",
        "section": "新闻/要闻",
        "keywords": "安全月 动员",
    }


@pytest.mark.parametrize("broken", ["{", "[1]", '"x"', "{}", "", '{"@graph": 3}', '{"datePublished": [3]}'])
def test_what_is_broken_states_nothing(broken: str) -> None:
    assert fields_of_json_ld(_object(broken)) == {}


@pytest.mark.parametrize(
    ("form", "author"),
    [
        ('"王山"', "王山"),
        ('[{"name": "王山"}, {"name": "李川"}]', "王山 李川"),
        ('{"name": ["王山", "李川"]}', "王山 李川"),
        ('{"@type": "Organization", "name": "青山矿业网"}', None),
        ('"admin"', None),
        ("3", None),
    ],
)
def test_authors_in_every_form(form: str, author: str | None) -> None:
    item = _object(f'{{"pubDate": "2010-06-03", "author": {form}}}')
    assert fields_of_json_ld(item).get("author") == author


@pytest.mark.parametrize(
    ("form", "words"),
    [('["安全月", "动员"]', "安全月 动员"), ('"安全月；动员，安全月"', "安全月 动员"), ("null", None)],
)
def test_keywords_in_every_form(form: str, words: str | None) -> None:
    assert (
        fields_of_json_ld(_object(f'{{"@type": "BlogPosting", "keywords": {form}}}')).get("keywords") == words
    )
