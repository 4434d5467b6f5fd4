"""What a page states for machines: meta tags, microdata, JSON-LD, each read once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from archive.extract.head.json_ld import article_object, fields_of_json_ld, title_of_json_ld
from archive.extract.head.meta_tags import fields_of_meta, read_meta, stated_title
from archive.extract.head.microdata import fields_of_microdata
from archive.model import FieldName, FieldOrigin


class PageHead(NamedTuple):
    """What a page states beside what it prints."""

    title: str | None
    fields: Mapping[FieldOrigin, Mapping[FieldName, str | int]]
    """In the order of trust."""


def read_head(tree: etree._Element) -> PageHead:
    """Read all of it; what a page leaves out is empty."""
    meta, json_ld = read_meta(tree), article_object(tree)
    return PageHead(
        stated_title(meta) or title_of_json_ld(json_ld),
        {
            "meta": fields_of_meta(meta),
            "microdata": fields_of_microdata(tree),
            "json_ld": fields_of_json_ld(json_ld),
        },
    )
