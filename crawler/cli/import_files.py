"""`campaign-archive import`: keep files as articles."""

from __future__ import annotations

import re
from pathlib import Path

import click

from archive.errors import CallError
from archive.ingest import import_paths
from archive.store import Archive
from archive.store.lock import hold
from crawler.cli.options import data_directory, data_option
from crawler.cli.progress import progress_bar

_SITE_NAME = re.compile(r"[\w-]{1,60}")


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option(
    "--site", default="imported", show_default=True, help="Name of the collection that the files form."
)
@data_option
def command(paths: tuple[Path, ...], site: str) -> int:
    """Keep text, HTML, docx, pdf, WARC and WACZ files, or folders of them, as articles.

    The same bytes again, under whatever name, change nothing. What a WARC file holds beside texts is counted
    by reason; the table frontier has each address.

    A .doc of the time before 2007 is read where antiword, catdoc or LibreOffice (soffice) is installed.
    Without one it counts as failed.

    \b
    Example:  campaign-archive import ~/texts
              campaign-archive import --site kailuan-papers scans/ old.warc.gz
    """
    if not _SITE_NAME.fullmatch(site):
        raise CallError(f"{site!r} can't name a collection", remedy="Use up to 60 letters, digits, _ and -")
    directory = data_directory()
    with hold(directory, site), Archive.create(directory) as archive, progress_bar("Importing") as progress:
        report = import_paths(archive, paths, site=site, progress=progress)
    for failure in report.failed:
        click.echo(f"Not imported: {failure.path}: {failure.reason}", err=True)
    for reason, count in report.skipped.items():
        click.echo(f"Left out: {count} × {reason}", err=True)
    counts = (f"{report.new} new", f"{report.changed} changed", f"{report.unchanged} unchanged")
    click.echo(", ".join((*counts, f"{len(report.failed)} failed")))
    return 1 if report.failed else 0
