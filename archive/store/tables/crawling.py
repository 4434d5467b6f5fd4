"""The tables of crawling and of the evidence: sites, runs, captures, the frontier, removals."""

from __future__ import annotations

from archive.store.tables.columns import Table, number, optional, reference, text

SITES = Table(
    "sites",
    "One row per site, or per collection of imported files.",
    (
        text("name", "Short name, that of the spider or of the collection: qingshan"),
        text("title", "What the site calls itself: 青山煤矿"),
        optional(text("home", "Address of its home page; NULL for a collection of files")),
        text(
            "kind",
            "soe, mine, government, association, industry_press, essay_mill, vendor, mirror or imported",
        ),
        optional(text("notes", "Remarks of whoever described the site")),
    ),
    unique=(("name",),),
)

RUNS = Table(
    "runs",
    "One row per crawl, import, rebuild or merge of archives; kept up to date while it goes on.",
    (
        text("site", "Name of the site; empty for a rebuild or merge, which concerns all of them"),
        text(
            "kind",
            "crawl (a walk over the lists), retry (what failed), pages (named one by one), "
            "import, rebuild or merge",
        ),
        text("started_at", "UTC"),
        optional(
            text("finished_at", "UTC; NULL while it goes on, or when it was cut off and nothing ran since")
        ),
        optional(
            text(
                "outcome",
                "finished, paused (by the clock or a stop file), interrupted, failed; NULL while it goes on",
            )
        ),
        number("listed", "Listing pages visited"),
        number("fetched", "Responses and files kept"),
        number("new", "Articles seen for the first time"),
        number("changed", "Known articles with a new text"),
        number("unchanged", "Known articles with the text known already"),
        number("failed", "Addresses that gave nothing usable; the reasons stand in frontier"),
        number("skipped", "Addresses left out on purpose"),
        number("forbidden", "Of those skipped: forbidden by robots.txt"),
        number("irrelevant", "Of those skipped: fetched, and not campaign material"),
        text("warnings", "What the run found strange, one a line; empty when nothing was"),
        number("links", "Articles that the site's start lists link to; 0 for an import"),
        text("alarms", "What somebody must look at, one a line; empty when all is as usual"),
        optional(number("full_walk", "1 where all pages of the lists are walked, known ones too; else NULL")),
        optional(
            text(
                "start_lists",
                "JSON of a crawl: each start list to the articles that it links to, null where it was not "
                "read; NULL for any other run, and for crawls of older programs",
            )
        ),
        optional(
            text(
                "list_rules",
                "Digest of how the site's file has lists read (pattern of articles, paging …): with another "
                "one they are walked in full; NULL as start_lists",
            )
        ),
    ),
    indexed=(("site", "started_at"),),
)

WARC_FILES = Table(
    "warc_files",
    "One row per file in warc/; a run that writes much has several.",
    (
        text("name", "Name in warc/; those of one run sort in their order"),
        reference("run_id", "runs", "The run that wrote it"),
    ),
    unique=(("name",),),
    indexed=(("run_id",),),
)

HOLDINGS = Table(
    "holdings",
    "One row per site and year of publication: what the front page shows, counted when a run ends.",
    (
        text("site", "Name of the site"),
        optional(number("year", "Year of publication; NULL for articles without a date")),
        number("articles", "Articles"),
        number("shown_in_part", "Of these, shown by their site in part only"),
        number("chars", "Code points of their clean bodies"),
    ),
    unique=(("site", "year"),),
)

CAPTURES = Table(
    "captures",
    "One row per response or imported file; the bytes stand in a WARC file.",
    (
        text("url", "Address that answered; urn:sha256:<hex> for an imported file"),
        text("requested_url", "Address asked for; another one than url after a redirect"),
        text("captured_at", "UTC"),
        optional(number("status", "HTTP status; NULL for a file and for a conversion")),
        optional(
            text("mime", "Type that the server declared, without parameters; NULL when it declared none")
        ),
        optional(text("charset", "Codec that read the bytes; NULL where nothing was read as text")),
        text("payload_digest", "sha256:<hex> of the body as on the wire"),
        text("warc_file", "File in warc/"),
        number("warc_offset", "Where the record begins in it, in bytes"),
        number("warc_length", "Length of the (compressed) record in bytes"),
        text(
            "record_type",
            "response, resource (a file), revisit (a 304, or bytes that are kept already) or conversion: "
            "what a browser made of the answer captured before it",
        ),
        text("kind", "What it was fetched as: listing, article, part, attachment or other"),
        optional(text("file_name", "Name of an imported file, without its folder")),
        text("selection", "all: its text is kept whatever it is; campaign_material: if it is that"),
        reference("run_id", "runs", "The run that made it"),
    ),
    unique=(("warc_file", "warc_offset"),),
    indexed=(("url",), ("requested_url",), ("run_id",), ("payload_digest",)),
)

FRONTIER = Table(
    "frontier",
    "One row per address that a site's crawl knows, and what became of it.",
    (
        text("url", "The address"),
        text("site", "Name of the site"),
        text("kind", "listing, article, part (of an article over several pages), attachment, other"),
        text("state", "pending, done, failed or skipped"),
        optional(
            text("reason", "Why it failed or was skipped; of one that is pending again, why it failed last")
        ),
        number("attempts", "Visits so far; set back to 0 when a new walk begins, unless the last one failed"),
        optional(text("next_visit_at", "UTC; not before then. NULL: at once if pending, else never")),
        optional(text("etag", "ETag of the last full answer, for a conditional request")),
        optional(text("last_modified", "Last-Modified of the last full answer, as sent")),
        text(
            "selection",
            "all: the page, or what the list leads to, is kept whatever it is; "
            "campaign_material: if it is that",
        ),
        optional(text("title", "Title of a page that was skipped as no campaign material; else NULL")),
        optional(
            number(
                "depth", "Lists on the way to it, further pages of one list not counted; NULL: at the start"
            )
        ),
    ),
    unique=(("site", "url"),),
    indexed=(("site", "state", "kind"),),
)

HOST_LINES = Table(
    "host_lines",
    "One row per line that a host repeats at the edges of its pages (a slogan); not of imported files.",
    (
        text("site", "Name of the site"),
        text("host", "Host of the articles' addresses"),
        text("version", "Of all lines of this host together, made from them alone"),
        text("line", "The line, folded, each number as 0"),
        number("pages", "Pages that show it, those of one title counted once"),
    ),
    unique=(("site", "host", "line"),),
)

REMOVALS = Table(
    "removals",
    "One row per text that was taken out on request; it comes back neither by a crawl nor by a rebuild.",
    (
        text("url", "Address of the article that was removed"),
        text("why", "Who asked for it, and why"),
        text("removed_at", "UTC"),
    ),
    unique=(("url",),),
)


CRAWLING: tuple[Table, ...] = (SITES, RUNS, WARC_FILES, HOLDINGS, CAPTURES, FRONTIER, HOST_LINES, REMOVALS)
"""In an order in which each table stands behind those that it refers to."""
