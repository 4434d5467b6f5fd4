"""The tables of the articles: their fields, words, captures, files, versions and take-downs."""

from __future__ import annotations

from archive.store.tables.columns import ARTICLE_ID, Table, number, optional, real, reference, text
from archive.store.tables.texts import BLOCKS, EDITS, EMBEDDED, FIELD_ORIGINS, GAPS, SECTIONS

ARTICLES = Table(
    "articles",
    "One row per text at one address, as last seen. The text itself stands in article_text.",
    (
        text("key", "Permalink: 12 characters, from the address alone"),
        text("url", "Address; urn:sha256:<hex> for an imported file"),
        optional(text("claimed_url", "Address that the text prints for itself; mirrors print false ones")),
        text("site", "Name of the site it was taken from"),
        optional(text("site_name", "What the page calls its site")),
        optional(text("title", "标题, repaired; NULL when none was found")),
        optional(text("author", "作者; several names joined by one blank")),
        optional(text("source", "来源 as printed, repaired")),
        optional(text("editor", "责任编辑")),
        optional(text("photographer", "摄影; several names joined by one blank")),
        optional(text("captions", "图片说明, one a line")),
        optional(text("section", "栏目, the path of the page in its site")),
        optional(text("vendor", "Seller of member files that stamped the text")),
        optional(text("published_at", "Date printed on the page, Beijing time, cut to published_precision")),
        optional(text("published_precision", "year, month, day, minute or second")),
        optional(
            text("first_printed_at", "When the text was first printed, where its page says so (此稿发表时间)")
        ),
        optional(text("written_on", "Date in the signature (落款)")),
        optional(text("event_on", "Date of the event reported")),
        optional(text("genre", "Genre in canonical Simplified: 意见, 方案, 讲话, 总结, 通知, 通讯 …")),
        optional(text("document_number", "发文字号")),
        optional(text("addressee", "主送: whom it is written or spoken to, as printed")),
        optional(text("keywords", "关键词, joined by one blank")),
        optional(text("abstract", "摘要")),
        optional(text("icp", "ICP备案 number of the site")),
        optional(number("views", "浏览次数 as printed")),
        optional(text("views_seen_on", "Day on which that count was printed")),
        optional(number("downloads", "下载次数 as printed")),
        optional(
            number("comments", "评论 of readers as counted by the page; their words are no part of the text")
        ),
        optional(text("script", "Simplified or Traditional")),
        text(
            "completeness", "complete, abridged (by its editor), truncated, members_only, fragment or unknown"
        ),
        optional(number("declared_chars", "Length of the whole text as the site states it")),
        optional(number("shown_chars", "Length of the part shown as the site states it")),
        optional(number("omitted_chars", "Characters left out, stated or computed")),
        optional(
            number(
                "unaccounted_chars",
                "What should be there by the site's numbers, less what is; NULL where they don't tell",
            )
        ),
        optional(number("declared_pages", "Pages of the whole file as a document-sharing site states them")),
        optional(number("shown_pages", "Pages that it shows, stated or computed")),
        optional(number("omitted_pages", "Pages that it leaves out, stated or computed")),
        number("body_chars", "Code points of the clean body"),
        optional(number("masked_count", "Places masked with X or ×")),
        optional(
            text(
                "host_lines",
                "Version of the lines of its host that were taken from its edges; NULL: none known",
            )
        ),
        text("confidence", "low where the extraction was unsure of the text's extent, else high"),
        text("flags", "Remarks on the text, sorted, joined by one blank; empty when there are none"),
        optional(reference("part_of_id", "articles", "The merged text that this one is a part of")),
        real("relevance", "0 … 1: how far it is campaign material; see docs/catalogue.md"),
        text("relevance_reasons", "What the score rests on, with words and weights, joined by ;"),
        text("first_seen", "UTC"),
        text("last_seen", "UTC; moves when the address is seen again, unchanged or not"),
        optional(
            text("gone_at", "UTC; since when the site answers that there is no such page. NULL: not gone")
        ),
        optional(
            text(
                "abridgement",
                "What the text says of being shortened (本文有删节), as printed; one note a line",
            )
        ),
    ),
    unique=(("key",), ("url",)),
    indexed=(("site", "published_at"), ("published_at",), ("source",), ("part_of_id",)),
)

ARTICLE_TEXT = Table(
    "article_text",
    "The words of each article, clean and as extracted.",
    (
        ARTICLE_ID,
        text("body", "Clean text in its original script, one paragraph a line, without the title"),
        text("raw_text", "As extracted, before cleaning; body and edits give it back exactly"),
    ),
    unique=(("article_id",),),
)

ARTICLE_CAPTURES = Table(
    "article_captures",
    "The captures that an article was made of: one, or one per page of a text over several pages.",
    (
        ARTICLE_ID,
        reference("capture_id", "captures", "The capture whose bytes were read"),
        number("position", "0, 1, 2 … in reading order"),
        optional(text("next_part", "Address that this page names as the text's next page; NULL on the last")),
        reference(
            "last_capture_id", "captures", "The newest capture that showed the same bytes, a 304 included"
        ),
    ),
    unique=(("article_id", "position"),),
    indexed=(("next_part",), ("capture_id",), ("last_capture_id",)),
)

ATTACHMENTS = Table(
    "attachments",
    "One row per file (docx, pdf, xls …) that an article links to.",
    (
        ARTICLE_ID,
        optional(reference("capture_id", "captures", "Its newest capture; NULL: not fetched")),
        text("url", "Address of the file"),
        text("name", "Text of the link, or the file's name"),
        optional(text("text", "Text of the file; NULL: not fetched, or not readable")),
    ),
    unique=(("article_id", "url"),),
    indexed=(("url",), ("capture_id",)),
)

VERSIONS = Table(
    "versions",
    "One row per distinct clean text that the site showed at an address.",
    (
        ARTICLE_ID,
        reference("capture_id", "captures", "The capture that first showed it"),
        text("content_digest", "sha256:<hex> of title, line break, body in UTF-8"),
        optional(text("title", "Title of this version")),
        text("body", "Clean text of this version"),
        optional(
            text("uncut_body", "The same before host_lines were taken from its edges; NULL where none were")
        ),
        text("edge_lines", "Short lines at its edges before that, numbers as 0: host_lines counts them"),
        text("seams", "Where further pages of the site begin in it, in code points; mostly empty"),
        text("seen_from", "UTC"),
        text("seen_to", "UTC"),
    ),
    unique=(("article_id", "content_digest"),),
    indexed=(("capture_id",), ("seen_from",)),
)

TAKEDOWNS = Table(
    "takedowns",
    "One row per time that a site took an article away, and what showed it.",
    (
        ARTICLE_ID,
        reference("capture_id", "captures", "The capture that first showed it"),
        text(
            "how",
            "status (404 or 410), notice (the page says so in words) or home (it leads to the home page)",
        ),
        text("seen_before", "UTC; when the text was last seen before"),
        text("gone_at", "UTC; when it was first seen to be gone"),
        optional(reference("back_capture_id", "captures", "The capture that showed it again")),
        optional(text("back_at", "UTC; when it was seen again. NULL: not yet")),
    ),
    indexed=(("article_id",), ("gone_at",), ("back_at",), ("capture_id",)),
)

MADE_OF_TEXT = (
    *("article_text", "blocks", "sections", "article_captures", "attachments", "edits", "gaps"),
    *("field_origins", "embedded"),
)
"""Tables whose rows are made anew with every text of their article."""

OF_ARTICLE = (*MADE_OF_TEXT, "versions", "takedowns")
"""All tables whose rows are an article's own, beside those of the catalogue and of copies."""

ARTICLE: tuple[Table, ...] = (
    ARTICLES,
    ARTICLE_TEXT,
    BLOCKS,
    SECTIONS,
    ARTICLE_CAPTURES,
    ATTACHMENTS,
    VERSIONS,
    TAKEDOWNS,
    EDITS,
    GAPS,
    FIELD_ORIGINS,
    EMBEDDED,
)
"""In an order in which each table stands behind those that it refers to."""
