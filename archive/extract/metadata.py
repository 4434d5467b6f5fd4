"""What a page's head states: the portals' meta standard (ArticleTitle, PubDate …), Open Graph, JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from archive.dates import PrintedDate, parse_date, parse_url_date
from archive.extract.element_text import collapse
from archive.model import FieldName

_TITLES = ("articletitle", "og:title")
_DATES = (
    *("pubdate", "publishdate", "article:published_time", "og:published_time", "og:release_date"),
    *("publish_time", "weibo:article:create_at", "datepublished", "_pubtime", "date", "dc.date"),
)
_TEXTS: dict[FieldName, tuple[str, ...]] = {
    "source": ("contentsource", "article:source", "mediaid", "source"),
    "author": ("author", "article:author", "og:article:author", "dc.creator"),
    "section": ("columnname", "article:section"),
    "site_name": ("sitename", "og:site_name"),
}
_PEOPLE = re.compile(r"[一-鿿·]{2,11}(?:[\s,，、]+[一-鿿·]{2,11})*")
_FIRM = re.compile(r"[网網报報社台局部处司团]$")


def read_meta(tree: etree._Element) -> dict[str, str]:
    """Return the meta tags, names in lower case; the first of a name wins, empty ones are left out."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop")
        content = collapse(meta.get("content") or "")
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def stated_title(meta: Mapping[str, str]) -> str | None:
    """Return the title that the meta tags give."""
    return next((meta[name] for name in _TITLES if name in meta), None)


def fields_of_meta(meta: Mapping[str, str]) -> dict[FieldName, str | int]:
    """Return the fields that the meta tags give; an author only where people are named, not a site."""
    fields: dict[FieldName, str | int] = {}
    for field, names in _TEXTS.items():
        value = next((meta[name] for name in names if name in meta), None)
        if value and (field != "author" or (_PEOPLE.fullmatch(value) and not _FIRM.search(value))):
            fields[field] = value
    dated = next((found for name in _DATES if name in meta and (found := parse_date(meta[name]))), None)
    return fields | dated_fields(dated)


def fields_of_json_ld(tree: etree._Element) -> dict[FieldName, str | int]:
    """Return date and author of the first JSON-LD object that has them."""
    for item in _json_ld(tree):
        dated = parse_date(str(item.get("datePublished") or item.get("pubDate") or ""))
        if dated:
            names = " ".join(_names(item.get("author")))
            named: dict[FieldName, str | int] = {"author": names} if names else {}
            return named | dated_fields(dated)
    return {}


def _names(author: object) -> Iterator[str]:
    """The names of a JSON-LD author: a text, a person, or a list of either."""
    if isinstance(author, list):
        for each in author:
            yield from _names(each)
    elif isinstance(author, dict):
        yield from _names(author.get("name"))
    elif isinstance(author, str) and author.strip():
        yield collapse(author)


def fields_of_url(url: str) -> dict[FieldName, str | int]:
    """Return the date that stands in the address, the least trusted one."""
    return dated_fields(parse_url_date(url))


def dated_fields(dated: PrintedDate | None) -> dict[FieldName, str | int]:
    """Return a date as fields."""
    return {"published_at": dated.value, "published_precision": dated.precision} if dated else {}


def _json_ld(tree: etree._Element) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        items = data.get("@graph", [data]) if isinstance(data, dict) else data
        yield from (item for item in items if isinstance(item, dict)) if isinstance(items, list) else ()
