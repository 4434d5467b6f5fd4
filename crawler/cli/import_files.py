"""`campaign-archive import`: keep files as articles."""

from __future__ import annotations

from pathlib import Path

import click

from archive.ingest import import_paths
from archive.store import Archive
from archive.store.lock import hold
from crawler.cli.options import data_directory, data_option
from crawler.cli.progress import progress_bar


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option(
    "--site", default="imported", show_default=True, help="Name of the collection that the files form."
)
@data_option
def command(paths: tuple[Path, ...], site: str) -> int:
    """Keep text, HTML, docx, pdf and WARC files, or folders of them, as articles.

    The same bytes again, under whatever name, change nothing.

    \b
    Example:  campaign-archive import ~/texts
              campaign-archive import --site kailuan-papers scans/ old.warc.gz
    """
    directory = data_directory()
    with hold(directory, site), Archive.create(directory) as archive, progress_bar("Importing") as progress:
        report = import_paths(archive, paths, site=site, progress=progress)
    for failure in report.failed:
        click.echo(f"Not imported: {failure.path}: {failure.reason}", err=True)
    counts = (f"{report.new} new", f"{report.changed} changed", f"{report.unchanged} unchanged")
    click.echo(", ".join((*counts, f"{len(report.failed)} failed")))
    return 1 if report.failed else 0
