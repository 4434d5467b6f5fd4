"""`campaign-archive backup`: a consistent copy."""

from __future__ import annotations

from pathlib import Path

import click

from archive.store.export.backup import backup
from crawler.cli.options import data_directory, data_option
from crawler.cli.output.progress_bar import progress_bar


@click.command("backup")
@click.argument("target", type=click.Path(path_type=Path), metavar="DIR")
@data_option
def command(target: Path) -> None:
    """Copy the archive into the new directory DIR, consistent even while a crawl runs.

    \b
    Example:  campaign-archive backup /mnt/backup/2024-06-01
    """
    with progress_bar("Copying") as progress:
        backup(data_directory(), target, progress=progress)
    click.echo(f"Copied to {target}")
