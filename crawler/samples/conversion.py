"""Which texts a site holds, and what it turns their characters into: Traditional, with or without pinyin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

try:
    from archive.text.damage import convert_with_pinyin
except ImportError:

    def convert_with_pinyin(text: str, table: Mapping[str, str]) -> str:
        return text


from crawler.samples.sites import ANQUANWANG, QINGSHAN, Site
from crawler.samples.texts import Line, Text, texts_of

PINYIN: Mapping[str, str] = MappingProxyType({})
"""The mirror's replacement table: Traditional character to its reading."""

NO_PINYIN: Mapping[str, str] = MappingProxyType({})


def articles_of(site: Site) -> tuple[Text, ...]:
    """Return the texts of a site in Simplified, newest first; the mirror has those it copied."""
    if site is ANQUANWANG:
        return tuple(text for text in texts_of(QINGSHAN.name) if "mirrored" in text.header)
    return texts_of(site.name)


def printed(site: Site, html: str, text: Text | None = None) -> str:
    """Return a page as the site serves it, its Chinese converted where the site converts."""
    if site is ANQUANWANG:
        return convert_with_pinyin(html, PINYIN)
    return convert_with_pinyin(html, NO_PINYIN) if _is_traditional(text) else html


def archived(site: Site, text: Text) -> Text:
    """Return a text in the script in which it should be archived."""
    if site is not ANQUANWANG and not _is_traditional(text):
        return text
    return replace(
        text,
        wrapped_title=to_traditional(text.wrapped_title),
        header={key: to_traditional(value) for key, value in text.header.items()},
        parts=tuple(tuple(_traditional_line(line) for line in part) for part in text.parts),
    )


def to_traditional(text: str) -> str:
    """Convert as the mirror does, without its pinyin."""
    return convert_with_pinyin(text, NO_PINYIN)


def _traditional_line(line: Line) -> Line:
    return replace(line, wrapped=to_traditional(line.wrapped))


def _is_traditional(text: Text | None) -> bool:
    return text is not None and text.header.get("script") == "traditional"
