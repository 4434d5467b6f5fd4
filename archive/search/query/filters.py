"""The fields that a query can name (网站:, 年:, …), and what their values mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from archive.fold import fold

Facet: TypeAlias = Literal["site", "year", "genre", "completeness", "script"]

FACETS: Final[tuple[Facet, ...]] = ("site", "year", "genre", "completeness", "script")

Named: TypeAlias = Literal["campaign", "organisation", "formula"]
"""What the catalogue names; an article may have several campaigns and formulas."""

NAMED: Final[tuple[Named, ...]] = ("campaign", "organisation", "formula")

Filter: TypeAlias = Literal["date"] | Named | Facet
Field: TypeAlias = Literal["title"] | Filter

FIELDS: Final[Mapping[str, Field]] = {
    "标题": "title",
    "title": "title",
    "活动": "campaign",
    "campaign": "campaign",
    "单位": "organisation",
    "organisation": "organisation",
    "organization": "organisation",
    "org": "organisation",
    "提法": "formula",
    "formula": "formula",
    "网站": "site",
    "site": "site",
    "年": "year",
    "年份": "year",
    "year": "year",
    "日期": "date",
    "date": "date",
    "文种": "genre",
    "genre": "genre",
    "完整": "completeness",
    "完整程度": "completeness",
    "completeness": "completeness",
    "文字": "script",
    "字体": "script",
    "script": "script",
}
"""What is typed before the colon, folded, and the field it names."""

_VALUES: Final[Mapping[Field, Mapping[str, str]]] = {
    "completeness": {
        "complete": "complete",
        "完整": "complete",
        "全": "complete",
        "abridged": "abridged",
        "有删节": "abridged",
        "删节": "abridged",
        "节选": "abridged",
        "摘要": "abridged",
        "truncated": "truncated",
        "截断": "truncated",
        "不全": "truncated",
        "members_only": "members_only",
        "会员": "members_only",
        "会员可见": "members_only",
        "fragment": "fragment",
        "片段": "fragment",
        "残篇": "fragment",
        "unknown": "unknown",
        "未知": "unknown",
        "不明": "unknown",
    },
    "script": {
        "simplified": "Simplified",
        "简体": "Simplified",
        "简": "Simplified",
        "traditional": "Traditional",
        "繁体": "Traditional",
        "繁": "Traditional",
    },
}

UNDATED: Final = "undated"
"""Stands for the year, or the date, of articles that print none: 年:不详, year:undated."""

YearRange: TypeAlias = tuple[int | None, int | None] | Literal["undated"]
"""First and last year, None where the range is open; or `UNDATED`."""

_UNDATED_TYPED: Final = frozenset({UNDATED, "none", "不详", "未详", "日期不详", "无", "无日期"})
_YEARS: Final = re.compile(r"(?P<first>\d{4})?年?(?:(?P<range>\.\.+|-|[–—]+|~|至|到)(?P<last>\d{4})?年?)?")


def read_value(facet: Facet, typed: str) -> str | None:
    """Return the value as the archive writes it, or None when the facet has no such value."""
    if facet in _VALUES:
        return _VALUES[facet].get(fold(typed))
    return (fold(typed) if facet == "genre" else typed) or None


def read_years(typed: str) -> tuple[int | None, int | None] | None:
    """Return first and last year of `2010`, `2010年`, `2010..2014`, `2010-2014`, `2010..`, `..2014`.

    The earlier of two comes first, however they are typed. None when it is no year; within the pair, None
    where the range is open.
    """
    match = _YEARS.fullmatch(fold(typed))
    if match is None or not (match["first"] or match["last"]):
        return None
    first = int(match["first"]) if match["first"] else None
    last = int(match["last"]) if match["last"] else None
    if not match["range"]:
        return first, first
    return (last, first) if first and last and last < first else (first, last)


def is_undated(typed: str) -> bool:
    """Tell whether what is typed as year or date names the articles without one."""
    return fold(typed) in _UNDATED_TYPED
