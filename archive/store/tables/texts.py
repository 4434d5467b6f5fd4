"""The tables of what stands in an article's text, and where."""

from __future__ import annotations

from archive.store.tables.columns import ARTICLE_ID, Table, number, optional, real, text

BLOCKS = Table(
    "blocks",
    "One row per paragraph, heading, list item, table row, caption or signature of a body.",
    (
        ARTICLE_ID,
        number("position", "0, 1, 2 … in reading order"),
        text("kind", "paragraph, heading, list_item, table_row, caption, signature or attachment"),
        number("level", "Headings: 1 for 一、, 2 for （一）, 3 for 1.; else 0"),
        number("start", "First code point in body"),
        number("end", "Code point after the last"),
    ),
    unique=(("article_id", "position"),),
)

SECTIONS = Table(
    "sections",
    "One row per section of a body: a heading (一、 （一） 1.) with all that stands below it.",
    (
        ARTICLE_ID,
        number("position", "0, 1, 2 … in reading order"),
        number("level", "1 for a section that stands in no other, 2 below it …"),
        optional(
            text("number", "As printed, with its punctuation: 一、 or （一）; NULL of a heading without one")
        ),
        text("heading", "As printed, without number and closing mark"),
        number("start", "First code point in body, that of the number"),
        number("end", "Code point after the last of the section, sections below it included"),
        optional(number("parent", "Position of the section that it stands in; NULL on level 1")),
    ),
    unique=(("article_id", "position"),),
)

EDITS = Table(
    "edits",
    "One row per span that was removed, replaced or inserted on the way from raw_text to title and body.",
    (
        ARTICLE_ID,
        text("rule", "The rule that did it"),
        number("rule_version", "Raised whenever the rule changes what it does"),
        number("start", "First code point in raw_text"),
        number("end", "Code point after the last; equal to start for an insertion"),
        text("removed", "What stood there"),
        text("put", "What stands there now; empty for a removal"),
        real("confidence", "1.0 where the mechanism leaves no doubt"),
    ),
    indexed=(("article_id", "start"), ("rule",)),
)

GAPS = Table(
    "gaps",
    "One row per place where text of the original is missing.",
    (
        ARTICLE_ID,
        number("position", "Code point in body before which the text is missing"),
        text("kind", "head, inline or tail"),
        optional(
            number(
                "omitted_chars", "Characters missing, as stated or computed; NULL when the site states none"
            )
        ),
    ),
    indexed=(("article_id", "position"),),
)

FIELD_ORIGINS = Table(
    "field_origins",
    "One row per column of an article that text or page states: where it was read.",
    (
        ARTICLE_ID,
        text("field", "Column of articles: author, published_at …"),
        text(
            "origin",
            "text (in the text itself), byline, credit (signed in or below the text), meta, microdata,"
            " json_ld, script, url, title or frame (path, foot of the page)",
        ),
    ),
    unique=(("article_id", "field"),),
)

EMBEDDED = Table(
    "embedded",
    "One row per picture or frame that stands in a text; the files themselves are not fetched.",
    (
        ARTICLE_ID,
        number("position", "0, 1, 2 … in page order"),
        text("kind", "image or frame (a page or video within the page)"),
        text("url", "Its address"),
        text("name", "An image's alternative text, a frame's title; empty where it has none"),
    ),
    unique=(("article_id", "position"),),
)
