"""`campaign-archive check`: is the archive sound?"""

from __future__ import annotations

import click

from archive.errors import DamageError
from archive.store.check import check
from crawler.cli.options import data_directory, data_option
from crawler.cli.progress import progress_bar


@click.command("check")
@data_option
def command() -> int:
    """Verify database, search index and frontier against each other, and the digest of every WARC record.

    Exit code 0 when the archive is sound, whatever the sites answered; else 4, each fault with what to do.

    \b
    Example:  campaign-archive check
    """
    directory = data_directory()
    with progress_bar("Checking") as progress:
        faults = check(directory, progress=progress)
    for fault in faults:
        click.echo(f"{fault.what}. {fault.remedy}.", err=True)
    if faults:
        return DamageError.exit_code
    click.echo(f"{directory} is sound")
    return 0
