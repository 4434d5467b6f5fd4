"""What a feed reader is told: new articles of a search or a site, and texts that changed or vanished."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from heapq import nlargest
from typing import Final

from archive.reading.atom import Entry, Feed, entry_id
from archive.reading.pages.changes import ChangeFilter, changes_page
from archive.reading.permalink import permalink
from archive.reading.rows import Row, counted, rows
from archive.reading.search_address import Arguments, kept_arguments, query_string, read_request
from archive.reading.wording.language import Language
from archive.search.results.hits import Hit, load_hits
from archive.search.results.ordered import ordered

ENTRIES: Final = 50

_UPDATED: Final = "SELECT coalesce(max(finished_at), '1970-01-01T00:00:00Z') AS at FROM runs"
_SEEN: Final = "SELECT id, first_seen FROM articles WHERE id IN ({marks})"


def search_feed(conn: sqlite3.Connection, arguments: Arguments, home: str, language: Language) -> Feed:
    """Return the articles that the search of `arguments` finds and that came into the archive last."""
    request = read_request(arguments)
    found = ordered(conn, request)
    # Ids are given in the order in which articles came in.
    ids = nlargest(ENTRIES, found.ids)
    arrivals = rows(conn, _SEEN.format(marks=",".join("?" * len(ids))), *ids)
    seen = {row["id"]: row["first_seen"] for row in arrivals}
    with closing(conn.cursor()) as cursor:
        hits = load_hits(cursor, ids, found.needles)
    asked = _query_string(kept_arguments(arguments))
    what = [request.query, *(value for values in request.filters.values() for value in values)]
    return Feed(
        title=" · ".join([language.say("brand"), *filter(None, what)]),
        address=f"{home}/search.atom{asked}",
        page=f"{home}/search{asked}",
        archive_updated=_updated(conn),
        entries=tuple(_arrival(hit, seen[hit.article_id], home, language) for hit in hits),
    )


def changes_feed(conn: sqlite3.Connection, chosen: ChangeFilter, home: str, language: Language) -> Feed:
    """Return the latest of the chosen changes."""
    page = changes_page(conn, chosen)
    asked = _query_string(page.paging.arguments)
    named = language.name("change", chosen.kind) if chosen.kind else ""
    return Feed(
        title=" · ".join(
            filter(None, [language.say("brand"), language.say("changes.title"), named, chosen.site])
        ),
        address=f"{home}/changes.atom{asked}",
        page=f"{home}/changes{asked}",
        archive_updated=_updated(conn),
        entries=tuple(_change(change, home, language) for change in page.changes),
    )


def _query_string(arguments: Arguments) -> str:
    return query_string(arguments).rstrip("?")


def _updated(conn: sqlite3.Connection) -> str:
    return str(counted(conn, _UPDATED)["at"])


def _arrival(hit: Hit, seen: str, home: str, language: Language) -> Entry:
    link = permalink(home, hit.key)
    return Entry(
        id=entry_id(hit.key),
        title=hit.title or language.say("article.untitled"),
        link=link,
        updated=seen,
        author=hit.source or hit.site_title or hit.site,
        summary=hit.snippet.text,
        category=hit.genre,
    )


def _change(change: Row, home: str, language: Language) -> Entry:
    place = f"version-{change['version_id']}" if change["version_id"] else "provenance"
    address = permalink(home, change["key"])
    told = language.name("change", change["kind"])
    how = f" ({language.name('taken_down', change['how'])})" if change["kind"] == "gone" else ""
    more = how if change["more_chars"] is None else f" ({change['more_chars']:+})"
    between = language.say("changes.between", earlier=change["not_before"], later=change["at"])
    return Entry(
        id=entry_id(f"{change['key']} {change['kind']} {change['at']}"),
        title=f"{told}: {change['title'] or language.say('search.untitled')}",
        link=f"{address}#{place}",
        updated=change["at"],
        author=change["site_title"] or change["site"],
        summary=f"{told}{more}. {between}",
        category=told,
    )
