"""`campaign-archive remove`: take a text out on request."""

from __future__ import annotations

import click

from archive.errors import CallError
from archive.store.archive import Archive
from archive.store.removal import remove
from crawler.cli.options import data_directory, data_option, require_utf8


@click.command("remove")
@click.argument("key", callback=require_utf8)
@click.option(
    "--why",
    callback=require_utf8,
    default="",
    help="Who asked for it, and why (required); it is kept in the table removals.",
)
@data_option
def command(key: str, why: str) -> None:
    """Take the article KEY out for good: neither a crawl nor a rebuild brings it back.

    Its raw capture stays in the WARC file.

    \b
    Example:  campaign-archive remove 4yq2mzt7kd3a --why "asked for by the author, 2026-05-04"
    """
    if not why.strip():
        raise CallError(
            "It is not said who asked for it, and why",
            remedy=f'Write it, as in `campaign-archive remove {key} --why "asked for by the author, 2026"`',
        )
    with Archive.open(data_directory()) as archive:
        url = remove(archive, key, why)
    click.echo(f"Removed {url}")
