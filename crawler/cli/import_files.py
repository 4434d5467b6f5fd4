"""`campaign-archive import`: keep files as articles."""

from __future__ import annotations

import re
from pathlib import Path

import click

from archive.errors import CallError
from archive.ingest import import_paths
from archive.store import Archive
from archive.store.lock import hold
from archive.store.visit import Selection
from crawler.cli.options import data_directory, data_option
from crawler.cli.progress import progress_bar

_SITE_NAME = re.compile(r"[\w-]{1,60}")


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option(
    "--site", default="imported", show_default=True, help="Name of the collection that the files form."
)
@click.option(
    "--all-pages",
    "selection",
    flag_value="all",
    default="campaign_material",
    help="Of a WARC or WACZ file, keep all articles; otherwise those that are campaign material.",
)
@data_option
def command(paths: tuple[Path, ...], site: str, selection: Selection) -> int:
    """Keep text, HTML, docx, pdf, WARC and WACZ files, or folders of them, as articles.

    The same bytes again, under whatever name, change nothing. Of a WARC or WACZ file, those articles are kept
    that are campaign material; of the others the capture. What is left out is counted by reason; the table
    frontier has each address, and the page /skipped those that are no campaign material.

    \b
    Example:  campaign-archive import ~/texts
              campaign-archive import --site kailuan-papers scans/ old.warc.gz
    """
    if not _SITE_NAME.fullmatch(site):
        raise CallError(f"{site!r} can't name a collection", remedy="Use up to 60 letters, digits, _ and -")
    directory = data_directory()
    with hold(directory, site), Archive.create(directory) as archive, progress_bar("Importing") as progress:
        report = import_paths(archive, paths, site=site, selection=selection, progress=progress)
    for failure in report.failed:
        click.echo(f"Not imported: {failure.path}: {failure.reason}", err=True)
    for reason, count in report.skipped.items():
        click.echo(f"Left out: {count} × {reason}", err=True)
    counts = (f"{report.new} new", f"{report.changed} changed", f"{report.unchanged} unchanged")
    click.echo(", ".join((*counts, f"{len(report.failed)} failed")))
    return 1 if report.failed else 0
