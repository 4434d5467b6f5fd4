"""What a page marks in its text for machines: `itemprop`, and `<time>` where it has only one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from lxml import etree

from archive.dates import dated_fields, parse_date
from archive.extract.element_text import text_of
from archive.extract.head.stated_values import name_people, name_words
from archive.model import FieldName

_PUBLISHED = ("datepublished", "pubdate", "publishdate", "datecreated")
_LONGEST = 60
_of_marks = etree.XPath("//@itemprop/..")
"""From the attributes to their elements: twice as fast as asking every element for one."""


def fields_of_microdata(tree: etree._Element) -> Mapping[FieldName, str | int]:
    """Return the fields that are marked, the first of each."""
    fields: dict[FieldName, str | int] = {}
    for name, value in _marked(tree):
        for field, found in _read(name, value).items():
            fields.setdefault(field, found)
    times = {element.get("datetime") or "" for element in tree.iter("time")}
    if "published_at" not in fields and len(times) == 1:
        fields |= dated_fields(parse_date(times.pop()))
    return fields


def _marked(tree: etree._Element) -> Iterator[tuple[str, str]]:
    for element in cast(list[etree._Element], _of_marks(tree)):
        value = element.get("content") or element.get("datetime") or text_of(element)
        if value and len(value) <= _LONGEST:
            yield (element.get("itemprop") or "").lower(), value


def _read(name: str, value: str) -> dict[FieldName, str | int]:
    if name in _PUBLISHED:
        return dated_fields(parse_date(value))
    texts: dict[str, tuple[FieldName, str | None]] = {
        "author": ("author", name_people(value)),
        "editor": ("editor", name_people(value)),
        "sourceorganization": ("source", value),
        "articlesection": ("section", value),
        "keywords": ("keywords", name_words(value)),
    }
    field, found = texts.get(name, ("author", None))
    return {field: found} if found else {}
