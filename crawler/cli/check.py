"""`campaign-archive check`: is the archive sound?"""

from __future__ import annotations

import click

from archive.errors import DamageError
from archive.store.check import Finding, check
from crawler.cli.options import data_directory, data_option
from crawler.cli.output.progress_bar import progress_bar


@click.command("check")
@data_option
def command() -> int:
    """Verify database, search index and frontier against each other, and the digest of every WARC record.

    Exit code 0 when the archive is sound, whatever the sites answered; else 4, each fault with what to do.
    A run that was cut off is told, and so is what older rules made (the catalogue, the search index …), with
    the `rebuild` that makes it again: neither is a fault.

    \b
    Example:  campaign-archive check
    """
    directory = data_directory()
    with progress_bar("Checking") as progress:
        found = check(directory, progress=progress)
    findings: tuple[Finding, ...] = (*found.remarks, *found.faults)
    for finding in findings:
        click.echo(f"{finding.what}. {finding.remedy}.", err=True)
    if found.faults:
        return DamageError.exit_code
    click.echo(f"{directory} is sound")
    return 0
