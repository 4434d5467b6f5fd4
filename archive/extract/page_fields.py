"""What a page states about its article, joined from all the places where it does."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import filterfalse

from archive.extract.authors import (
    account_of,
    author_of_blog,
    author_of_box,
    find_source_beside,
    source_below,
)
from archive.extract.credits import find_credit
from archive.extract.found import Found
from archive.extract.head.meta_tags import fields_of_url
from archive.extract.link_relations import fields_of_links
from archive.extract.page import Page
from archive.extract.printed_byline import with_source
from archive.extract.stated_dates import (
    date_below,
    date_in_badge,
    date_in_script,
    date_in_tooltip,
    date_just_below,
)
from archive.extract.title_places import number_above
from archive.model import FieldName, FieldOrigin

_Stated = Mapping[FieldName, str | int]


def with_source_beside(found: Found) -> Found:
    """Take the line that names a source beside a dated byline into it, where nothing else states one."""
    head, layout, title, body, byline = found
    stated = [byline.fields, *head.fields.values()]
    if not title.lines or "published_at" not in byline.fields or any("source" in each for each in stated):
        return found
    beside = find_source_beside(layout, byline.lines, title.lines.stop, body.first)
    if beside is None or source_below(layout, body.end):
        return found
    return found._replace(byline=with_source(layout, byline, *beside))


def fields_of(page: Page, found: Found) -> tuple[dict[FieldName, str | int], dict[FieldName, FieldOrigin]]:
    """Join the sources in the order of trust; date and precision always come from the same one."""
    head, layout, title, body, byline = found
    sources: dict[FieldOrigin, _Stated] = {
        "byline": {**number_above(layout, title.lines), **byline.fields},
        "credit": {**date_below(layout, body.end), **find_credit(layout, title.lines.stop, body)},
        **head.fields,
        "title": {"site_name": title.site_name} if title.site_name else {},
    }
    if _lack(sources, "source"):
        sources["credit"] = {**sources["credit"], **source_below(layout, body.end)}
    if _lack(sources, "source"):
        sources["byline"] = {**account_of(page), **sources["byline"]}
    if _lack(sources, "published_at"):
        sources |= _dates_elsewhere(page, found, sources)
    if _lack(sources, "author"):
        sources["byline"] = {**sources["byline"], **author_of_box(layout, body.first, title.site_name)}
        sources["title"] = {**author_of_blog(title.head), **sources["title"]}
    sources["frame"] = fields_of_links(page)
    return _joined(sources)


def _lack(sources: Mapping[FieldOrigin, _Stated], name: FieldName) -> bool:
    return not any(name in stated for stated in sources.values())


def _dates_elsewhere(
    page: Page, found: Found, sources: Mapping[FieldOrigin, _Stated]
) -> dict[FieldOrigin, _Stated]:
    """Where the date stands that neither byline nor head has; at most one place states it."""
    if badge := date_in_badge(found.layout, found.title.lines, page.served):
        return {"byline": {**sources["byline"], **badge}}
    if scripted := date_in_script(page.text):
        return {"script": {**sources.get("script", {}), **scripted}}
    if in_address := fields_of_url(page.url):
        return {"url": in_address}
    if behind_words := date_in_tooltip(page.tree):
        return {"byline": {**sources["byline"], **behind_words}}
    return {"credit": {**sources["credit"], **date_just_below(found.layout, found.body.end)}}


def _joined(
    sources: Mapping[FieldOrigin, _Stated],
) -> tuple[dict[FieldName, str | int], dict[FieldName, FieldOrigin]]:
    fields: dict[FieldName, str | int] = {}
    origins: dict[FieldName, FieldOrigin] = {}
    for origin, stated in sources.items():
        known = {*fields, "published_precision"} if "published_at" in fields else {*fields}
        for name in filterfalse(known.__contains__, stated):
            fields[name], origins[name] = stated[name], origin
    return fields, origins
