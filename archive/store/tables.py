"""Every table and column of archive.db, described once.

The database, docs/schema.md and Datasette's column descriptions are all made from `SCHEMA`.
The tables of the search index (articles_fts, articles_char, articles_tokens, search_meta) belong to
`archive.search.index`.
"""

from __future__ import annotations

from archive.store.catalogue_tables import CATALOGUE
from archive.store.columns import Column, ColumnType, Table
from archive.store.columns import all_required as _all_required
from archive.store.columns import number as _number
from archive.store.columns import reference as _reference
from archive.store.columns import required as _required
from archive.store.columns import text as _text
from archive.store.copies_tables import COPIES

__all__ = ["ARTICLES", "ARTICLE_TEXT", "SCHEMA", "Column", "ColumnType", "Table"]

SITES = Table(
    "sites",
    "One row per site, or per collection of imported files.",
    (
        _required(_text("name", "Short name, that of the spider or of the collection: qingshan")),
        _required(_text("title", "What the site calls itself: 青山煤矿")),
        _text("home", "Address of its home page; NULL for a collection of files"),
        _required(
            _text(
                "kind",
                "soe, mine, government, association, industry_press, essay_mill, vendor, mirror or imported",
            )
        ),
        _text("notes", "Remarks of whoever described the site"),
    ),
    unique=(("name",),),
)

RUNS = Table(
    "runs",
    "One row per crawl, import, rebuild or merge of archives; kept up to date while it goes on.",
    (
        _required(
            _text("site", "Name of the site; empty for a rebuild or merge, which concerns all of them")
        ),
        _required(_text("kind", "crawl, import, rebuild or merge")),
        _required(_text("started_at", "UTC")),
        _text("finished_at", "UTC; NULL while it goes on, or when it was cut off and nothing ran since"),
        _text(
            "outcome",
            "finished, paused (by the clock or a stop file), interrupted, failed; NULL while it goes on",
        ),
        *_all_required(
            (
                _number("listed", "Listing pages visited"),
                _number("fetched", "Responses and files kept"),
                _number("new", "Articles seen for the first time"),
                _number("changed", "Known articles with a new text"),
                _number("unchanged", "Known articles with the text known already"),
                _number("failed", "Addresses that gave nothing usable; the reasons stand in frontier"),
                _number("skipped", "Addresses left out on purpose"),
                _number("forbidden", "Of those skipped: forbidden by robots.txt"),
                _number("irrelevant", "Of those skipped: fetched, and not campaign material"),
            )
        ),
        _required(_text("warnings", "What the run found strange, one a line; empty when nothing was")),
        _required(_number("links", "Articles that the site's start lists link to; 0 for an import")),
        _required(_text("alarms", "What somebody must look at, one a line; empty when all is as usual")),
        _number("full_walk", "1 where all pages of the lists are walked, known ones too; else NULL"),
    ),
    indexed=(("site", "started_at"),),
)

WARC_FILES = Table(
    "warc_files",
    "One row per file in warc/; a run that writes much has several.",
    (
        _required(_text("name", "Name in warc/; those of one run sort in their order")),
        _reference("run_id", "runs", "The run that wrote it"),
    ),
    unique=(("name",),),
    indexed=(("run_id",),),
)

HOLDINGS = Table(
    "holdings",
    "One row per site and year of publication: what the front page shows, counted when a run ends.",
    (
        _required(_text("site", "Name of the site")),
        _number("year", "Year of publication; NULL for articles without a date"),
        *_all_required(
            (
                _number("articles", "Articles"),
                _number("shown_in_part", "Of these, shown by their site in part only"),
                _number("chars", "Code points of their clean bodies"),
            )
        ),
    ),
    unique=(("site", "year"),),
)

CAPTURES = Table(
    "captures",
    "One row per response or imported file; the bytes stand in a WARC file.",
    (
        _required(_text("url", "Address that answered; urn:sha256:<hex> for an imported file")),
        _required(_text("requested_url", "Address asked for; another one than url after a redirect")),
        _required(_text("captured_at", "UTC")),
        _number("status", "HTTP status; NULL for a file and for a conversion"),
        _text("mime", "Type that the server declared, without parameters; NULL when it declared none"),
        _text("charset", "Codec that read the bytes; NULL where nothing was read as text"),
        _required(_text("payload_digest", "sha256:<hex> of the body as on the wire")),
        _required(_text("warc_file", "File in warc/")),
        _required(_number("warc_offset", "Where the record begins in it, in bytes")),
        _required(_number("warc_length", "Length of the (compressed) record in bytes")),
        _required(
            _text(
                "record_type",
                "response, resource (a file), revisit (a 304, or bytes that are kept already) or conversion: "
                "what a browser made of the answer captured before it",
            )
        ),
        _required(_text("kind", "What it was fetched as: listing, article, part, attachment or other")),
        _text("file_name", "Name of an imported file, without its folder"),
        _required(
            _text("selection", "all: its text is kept whatever it is; campaign_material: if it is that")
        ),
        _reference("run_id", "runs", "The run that made it"),
    ),
    unique=(("warc_file", "warc_offset"),),
    indexed=(("url",), ("requested_url",), ("run_id",), ("payload_digest",)),
)

FRONTIER = Table(
    "frontier",
    "One row per address that a site's crawl knows, and what became of it.",
    (
        _required(_text("url", "The address")),
        _required(_text("site", "Name of the site")),
        _required(
            _text("kind", "listing, article, part (of an article over several pages), attachment, other")
        ),
        _required(_text("state", "pending, done, failed or skipped")),
        _text("reason", "Why it failed or was skipped"),
        _required(_number("attempts", "Visits so far; set back to 0 when a new walk begins")),
        _text("next_visit_at", "UTC; not before then. NULL: at once if pending, else never"),
        _text("etag", "ETag of the last full answer, for a conditional request"),
        _text("last_modified", "Last-Modified of the last full answer, as sent"),
        _required(
            _text(
                "selection",
                "all: the page, or what the list leads to, is kept whatever it is; "
                "campaign_material: if it is that",
            )
        ),
        _text("title", "Title of a page that was skipped as no campaign material; else NULL"),
        _number("depth", "Lists on the way to it, further pages of one list not counted; NULL: at the start"),
    ),
    unique=(("site", "url"),),
    indexed=(("site", "state", "kind"),),
)

ARTICLES = Table(
    "articles",
    "One row per text at one address, as last seen. The text itself stands in article_text.",
    (
        _required(_text("key", "Permalink: 12 characters, from the address alone")),
        _required(_text("url", "Address; urn:sha256:<hex> for an imported file")),
        _text("claimed_url", "Address that the text prints for itself; mirrors print false ones"),
        _required(_text("site", "Name of the site it was taken from")),
        _text("site_name", "What the page calls its site"),
        _text("title", "标题, repaired; NULL when none was found"),
        _text("author", "作者; several names joined by one blank"),
        _text("source", "来源 as printed, repaired"),
        _text("editor", "责任编辑"),
        _text("photographer", "摄影; several names joined by one blank"),
        _text("captions", "图片说明, one a line"),
        _text("section", "栏目, the path of the page in its site"),
        _text("vendor", "Seller of member files that stamped the text"),
        _text("published_at", "Date printed on the page, Beijing time, cut to published_precision"),
        _text("published_precision", "year, month, day, minute or second"),
        _text("written_on", "Date in the signature (落款)"),
        _text("event_on", "Date of the event reported"),
        _text("genre", "Genre in canonical Simplified: 意见, 方案, 讲话, 总结, 通知, 通讯 …"),
        _text("document_number", "发文字号"),
        _text("addressee", "主送: whom it is written or spoken to, as printed"),
        _text("keywords", "关键词, joined by one blank"),
        _text("abstract", "摘要"),
        _text("icp", "ICP备案 number of the site"),
        _number("views", "浏览次数 as printed"),
        _text("views_seen_on", "Day on which that count was printed"),
        _number("downloads", "下载次数 as printed"),
        _number("comments", "评论 of readers as counted by the page; their words are no part of the text"),
        _text("script", "Simplified or Traditional"),
        _required(_text("completeness", "complete, truncated, members_only, fragment or unknown")),
        _number("declared_chars", "Length of the whole text as the site states it"),
        _number("shown_chars", "Length of the part shown as the site states it"),
        _number("omitted_chars", "Characters left out, stated or computed"),
        _number(
            "unaccounted_chars",
            "What should be there by the site's numbers, less what is; NULL where they don't tell",
        ),
        _number("declared_pages", "Pages of the whole file as a document-sharing site states them"),
        _number("shown_pages", "Pages that it shows, stated or computed"),
        _number("omitted_pages", "Pages that it leaves out, stated or computed"),
        _required(_number("body_chars", "Code points of the clean body")),
        _number("masked_count", "Places masked with X or ×"),
        _text(
            "host_lines", "Version of the lines of its host that were taken from its edges; NULL: none known"
        ),
        _required(_text("confidence", "low where the extraction was unsure of the text's extent, else high")),
        _required(
            _text("flags", "Remarks on the text, sorted, joined by one blank; empty when there are none")
        ),
        Column("part_of_id", "INTEGER", "The merged text that this one is a part of", references="articles"),
        _required(
            Column("relevance", "REAL", "0 … 1: how far it is campaign material; see docs/catalogue.md")
        ),
        _required(_text("relevance_reasons", "What the score rests on, with words and weights, joined by ;")),
        _required(_text("first_seen", "UTC")),
        _required(_text("last_seen", "UTC; moves when the address is seen again, unchanged or not")),
        _text("gone_at", "UTC; since when the site answers that there is no such page. NULL: not gone"),
    ),
    unique=(("key",), ("url",)),
    indexed=(("site", "published_at"), ("published_at",), ("source",), ("part_of_id",)),
)

_ARTICLE = _reference("article_id", "articles", "The article")

ARTICLE_TEXT = Table(
    "article_text",
    "The words of each article, clean and as extracted.",
    (
        _ARTICLE,
        _required(
            _text("body", "Clean text in its original script, one paragraph a line, without the title")
        ),
        _required(_text("raw_text", "As extracted, before cleaning; body and edits give it back exactly")),
    ),
    unique=(("article_id",),),
)

BLOCKS = Table(
    "blocks",
    "One row per paragraph, heading, list item, table row, caption or signature of a body.",
    (
        _ARTICLE,
        *_all_required(
            (
                _number("position", "0, 1, 2 … in reading order"),
                _text("kind", "paragraph, heading, list_item, table_row, caption, signature or attachment"),
                _number("level", "Headings: 1 for 一、, 2 for （一）, 3 for 1.; else 0"),
                _number("start", "First code point in body"),
                _number("end", "Code point after the last"),
            )
        ),
    ),
    unique=(("article_id", "position"),),
)

ARTICLE_CAPTURES = Table(
    "article_captures",
    "The captures that an article was made of: one, or one per page of a text over several pages.",
    (
        _ARTICLE,
        _reference("capture_id", "captures", "The capture whose bytes were read"),
        _required(_number("position", "0, 1, 2 … in reading order")),
        _text("next_part", "Address that this page names as the text's next page; NULL on the last"),
        _reference(
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
        _ARTICLE,
        Column("capture_id", "INTEGER", "Its newest capture; NULL: not fetched", references="captures"),
        _required(_text("url", "Address of the file")),
        _required(_text("name", "Text of the link, or the file's name")),
        _text("text", "Text of the file; NULL: not fetched, or not readable"),
    ),
    unique=(("article_id", "url"),),
    indexed=(("url",), ("capture_id",)),
)

VERSIONS = Table(
    "versions",
    "One row per distinct clean text that the site showed at an address.",
    (
        _ARTICLE,
        _reference("capture_id", "captures", "The capture that first showed it"),
        _required(_text("content_digest", "sha256:<hex> of title, line break, body in UTF-8")),
        _text("title", "Title of this version"),
        _required(_text("body", "Clean text of this version")),
        _text("uncut_body", "The same before host_lines were taken from its edges; NULL where none were"),
        _required(
            _text("edge_lines", "Short lines at its edges before that, numbers as 0: host_lines counts them")
        ),
        _required(_text("seen_from", "UTC")),
        _required(_text("seen_to", "UTC")),
    ),
    unique=(("article_id", "content_digest"),),
    indexed=(("capture_id",), ("seen_from",)),
)

EDITS = Table(
    "edits",
    "One row per span that was removed, replaced or inserted on the way from raw_text to title and body.",
    (
        _ARTICLE,
        *_all_required(
            (
                _text("rule", "The rule that did it"),
                _number("rule_version", "Raised whenever the rule changes what it does"),
                _number("start", "First code point in raw_text"),
                _number("end", "Code point after the last; equal to start for an insertion"),
                _text("removed", "What stood there"),
                _text("put", "What stands there now; empty for a removal"),
                Column("confidence", "REAL", "1.0 where the mechanism leaves no doubt"),
            )
        ),
    ),
    indexed=(("article_id", "start"), ("rule",)),
)

GAPS = Table(
    "gaps",
    "One row per place where text of the original is missing.",
    (
        _ARTICLE,
        _required(_number("position", "Code point in body before which the text is missing")),
        _required(_text("kind", "head, inline or tail")),
        _number("omitted_chars", "Characters missing, as stated or computed; NULL when the site states none"),
    ),
    indexed=(("article_id", "position"),),
)

FIELD_ORIGINS = Table(
    "field_origins",
    "One row per column of an article that text or page states: where it was read.",
    (
        _ARTICLE,
        _required(_text("field", "Column of articles: author, published_at …")),
        _required(
            _text(
                "origin",
                "text (in the text itself), byline, credit (signed in or below the text), meta, microdata,"
                " json_ld, script, url, title or frame (path, foot of the page)",
            )
        ),
    ),
    unique=(("article_id", "field"),),
)

EMBEDDED = Table(
    "embedded",
    "One row per picture or frame that stands in a text; the files themselves are not fetched.",
    (
        _ARTICLE,
        *_all_required(
            (
                _number("position", "0, 1, 2 … in page order"),
                _text("kind", "image or frame (a page or video within the page)"),
                _text("url", "Its address"),
                _text("name", "An image's alternative text, a frame's title; empty where it has none"),
            )
        ),
    ),
    unique=(("article_id", "position"),),
)

HOST_LINES = Table(
    "host_lines",
    "One row per line that a host repeats at the edges of its pages (a slogan); not of imported files.",
    _all_required(
        (
            _text("site", "Name of the site"),
            _text("host", "Host of the articles' addresses"),
            _text("version", "Of all lines of this host together, made from them alone"),
            _text("line", "The line, folded, each number as 0"),
            _number("pages", "Pages that show it, those of one title counted once"),
        )
    ),
    unique=(("site", "host", "line"),),
)

REMOVALS = Table(
    "removals",
    "One row per text that was taken out on request; it comes back neither by a crawl nor by a rebuild.",
    _all_required(
        (
            _text("url", "Address of the article that was removed"),
            _text("why", "Who asked for it, and why"),
            _text("removed_at", "UTC"),
        )
    ),
    unique=(("url",),),
)

MADE_OF_TEXT = (
    *("article_text", "blocks", "article_captures", "attachments", "edits", "gaps"),
    *("field_origins", "embedded"),
)
"""Tables whose rows are made anew with every text of their article."""
SCHEMA: tuple[Table, ...] = (
    SITES,
    RUNS,
    WARC_FILES,
    HOLDINGS,
    CAPTURES,
    FRONTIER,
    ARTICLES,
    ARTICLE_TEXT,
    BLOCKS,
    ARTICLE_CAPTURES,
    ATTACHMENTS,
    VERSIONS,
    EDITS,
    GAPS,
    FIELD_ORIGINS,
    EMBEDDED,
    HOST_LINES,
    REMOVALS,
    *CATALOGUE,
    *COPIES,
)
"""In an order in which each table stands behind those that it refers to."""
