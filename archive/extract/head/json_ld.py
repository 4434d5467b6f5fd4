"""JSON-LD: what a page says of its article in a script of its own (`"@type": "NewsArticle"`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from archive.dates import dated_fields, parse_date
from archive.extract.element_text import collapse
from archive.extract.head.stated_values import name_people, name_words
from archive.model import FieldName

_DATES = ("datePublished", "pubDate")
_TITLES = ("headline", "title")
_TYPES = ("Article", "Posting")
"""So end the names of what is a text: NewsArticle, ReportageNewsArticle, BlogPosting."""


def article_object(tree: etree._Element) -> Mapping[str, Any]:
    """Return the first object that has a date or is an article by its type; empty where there is none."""
    return next((item for item in _objects(tree) if _is_article(item)), {})


def title_of_json_ld(item: Mapping[str, Any]) -> str | None:
    """Return the article's headline."""
    return next(filter(None, (" ".join(_names(item.get(name))) for name in _TITLES)), None)


def fields_of_json_ld(item: Mapping[str, Any]) -> dict[FieldName, str | int]:
    """Return date, author, editor, source, section and keywords of an article's object."""
    texts: dict[FieldName, str | None] = {
        "author": name_people(*_names(item.get("author"))),
        "editor": name_people(*_names(item.get("editor"))),
        "source": " ".join(_names(item.get("sourceOrganization"))),
        "section": "/".join(_names(item.get("articleSection"))),
        "keywords": name_words(*_names(item.get("keywords"))),
    }
    dates = (parse_date(str(item.get(name) or "")) for name in _DATES)
    return {**_filled(texts), **dated_fields(next(filter(None, dates), None))}


def _filled(texts: Mapping[FieldName, str | None]) -> dict[FieldName, str | int]:
    return {name: value for name, value in texts.items() if value}


def _is_article(item: Mapping[str, Any]) -> bool:
    types = item.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(map(item.get, _DATES)) or any(str(name).endswith(_TYPES) for name in named)


def _names(value: object) -> Iterator[str]:
    """A text, an object with a name, or a list of either."""
    if isinstance(value, list):
        for each in value:
            yield from _names(each)
    elif isinstance(value, dict):
        yield from _names(value.get("name"))
    elif isinstance(value, str) and value.strip():
        yield collapse(value)


def _objects(tree: etree._Element) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        items = data.get("@graph", [data]) if isinstance(data, dict) else data
        yield from (item for item in items if isinstance(item, dict)) if isinstance(items, list) else ()
