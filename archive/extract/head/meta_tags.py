"""What a page's head and address state: the portals' meta standard (ArticleTitle, PubDate …), Open Graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

from archive.dates import PrintedDate, dated_fields, parse_date, parse_short_date, parse_url_date
from archive.extract.element_text import collapse
from archive.extract.head.stated_values import name_people, name_words, read_stamp
from archive.model import FieldName

_TITLES = ("articletitle", "og:title", "headline")
_DATES = (
    *("pubdate", "publishdate", "article:published_time", "og:published_time", "og:release_date"),
    *("publish_time", "weibo:article:create_at", "datepublished", "firstpublishedtime", "_pubtime", "date"),
    "dc.date",
    *("citation_publication_date", "citation_online_date", "citation_date"),
)
_TEXTS: dict[FieldName, tuple[str, ...]] = {
    "source": ("contentsource", "article:source", "mediaid", "source", "citation_journal_title"),
    "author": ("author", "article:author", "og:article:author", "dc.creator", "citation_author"),
    "editor": ("editor", "responsibleeditor"),
    "keywords": ("article:tag", "news_keywords"),
    "section": ("columnname", "article:section"),
    "site_name": ("sitename", "og:site_name"),
}
_READ: dict[FieldName, Callable[[str], str | None]] = {
    **dict.fromkeys(("author", "editor"), name_people),
    "keywords": name_words,
}


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
    """Return the fields that the meta tags give; an author only where people are named, not a site.

    `keywords` are the article's where the portals' standard names the article; elsewhere they are the site's.
    """
    fields: dict[FieldName, str | int] = {}
    for field, names in _TEXTS.items():
        is_ours = field == "keywords" and "articletitle" in meta
        value = next((meta[name] for name in names + ("keywords",) * is_ours if name in meta), None)
        if value and (read := _READ.get(field, str)(value)):
            fields[field] = read
    dated = next(
        (found for name in _DATES if name in meta and (found := _read_date(meta[name]))),
        None,
    )
    return fields | dated_fields(dated)


def _read_date(content: str) -> PrintedDate | None:
    return parse_date(content) or read_stamp(content) or parse_short_date(content)


def fields_of_url(url: str) -> dict[FieldName, str | int]:
    """Return the date that stands in the address, the least trusted one."""
    return dated_fields(parse_url_date(url))
