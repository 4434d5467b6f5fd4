"""`campaign-archive search`: the archive's search on a terminal."""

from __future__ import annotations

import json

import click

from archive.reading.wording.language import language
from archive.reading.wording.query_in_words import in_words
from archive.search.results.hits import Hit
from archive.search.results.search import search
from archive.search.selection.request import SearchRequest
from archive.store.archive import Archive
from crawler.cli.options import QueryCommand, data_directory, data_option, json_option, require_utf8

_TOLD = ("key", "title", "url", "site", "published_at", "written_on", "completeness")


@click.command("search", cls=QueryCommand)
@click.argument("query", nargs=-1, required=True, callback=require_utf8)
@click.option(
    "--limit", default=20, show_default=True, type=click.IntRange(0, 1_000_000), help="Results to print."
)
@json_option
@data_option
def command(query: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find articles by words, exact at every length and in both scripts.

    \b
    Example:  campaign-archive search 创先争优
              campaign-archive search '安全生产 -化工 标题:方案'
    """
    text = " ".join(query)
    with Archive.open_read_only(data_directory()) as archive:
        results = search(archive.db.conn, SearchRequest(query=text, limit=limit))
    if as_json:
        found = [_as_dict(hit) for hit in results.hits]
        click.echo(json.dumps({"query": text, "total": results.total, "results": found}, ensure_ascii=False))
        return
    click.echo(f"{results.total} found · {in_words(results.query, language('zh'))}", err=True)
    for hit in results.hits:
        about = [hit.site, hit.completeness]
        if hit.written_on and not hit.published_at:
            about.append(f"signed {hit.written_on}")
        click.echo(f"{hit.published_at or '–':10.10}  {hit.title or '–'}  ({', '.join(about)})")
        click.echo(f"            {hit.snippet.marked_text}")
        click.echo(f"            {hit.url}")


def _as_dict(hit: Hit) -> dict[str, str | None]:
    told = {name: getattr(hit, name) for name in _TOLD}
    return {**told, "snippet": hit.snippet.marked_text}
