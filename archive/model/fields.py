"""What a text or a page states about itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

FieldName: TypeAlias = Literal[
    "abridgement",
    "abstract",
    "addressee",
    "author",
    "captions",
    "claimed_url",
    "comments",
    "declared_pages",
    "document_number",
    "downloads",
    "editor",
    "event_on",
    "first_printed_at",
    "genre",
    "icp",
    "keywords",
    "masked_count",
    "omitted_pages",
    "photographer",
    "published_at",
    "published_precision",
    "script",
    "section",
    "shown_pages",
    "site_name",
    "source",
    "vendor",
    "views",
    "views_seen_on",
    "written_on",
]
"""Columns of `articles` that a text or a page may state about itself.

`published_at`, `first_printed_at`, `written_on`, `event_on`: Beijing time, ISO 8601 without a zone, cut to
what is printed.
`published_precision`: year, month, day, minute or second.
`author`, `source`, `editor`, `photographer`, `keywords`: one string, several names joined by one blank.
`captions`: one string, one caption a line. `abridgement`: what a text says of being shortened, in that way.
`script`: Simplified or Traditional. `genre`: canonical Simplified (意见, 讲话, 通讯 …).
`views`, `downloads`, `comments`, `masked_count`, `declared_pages`, `shown_pages`, `omitted_pages`: int.
All others: str.
"""

Fields: TypeAlias = Mapping[FieldName, str | int]
"""What was found; what was not found is absent."""

FieldOrigin: TypeAlias = Literal[
    "text", "byline", "credit", "meta", "microdata", "json_ld", "script", "url", "title", "frame"
]
"""Where a page states a field, in the order of trust.

`text`: in the clean text, where it is repaired. `byline`: printed beside the title, or where the site's rule
says. `credit`: signed in or below the text. `title`: what the page's head adds to the article's title.
`frame`: the lines around the text, see `Extraction.frame`, and a blog's links to author and category.
"""
