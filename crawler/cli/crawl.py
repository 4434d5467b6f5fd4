"""`campaign-archive crawl`: collect the named sites."""

from __future__ import annotations

from contextlib import ExitStack

import click

from archive.store.lock import hold
from crawler.cli.options import data_directory, data_option, json_option
from crawler.registry import require_sites


@click.command("crawl")
@click.argument("sites", nargs=-1, required=True, metavar="SITE…")
@json_option
@data_option
def command(sites: tuple[str, ...], as_json: bool) -> int:
    """Collect SITE… into the archive; a run that was cut off goes on where it stopped.

    \b
    Example:  campaign-archive crawl hbcoal
              campaign-archive sites          lists the names
    """
    names, directory = require_sites(sites), data_directory()
    with ExitStack() as locks:
        # Before Scrapy is loaded: a second run on the same site is refused at once.
        for name in names:
            locks.enter_context(hold(directory, name))
        from crawler.report import exit_code, lines, terminal_progress
        from crawler.run import crawl

        reports = crawl(names, directory, terminal_progress())
    for line in lines(reports, as_json=as_json):
        click.echo(line)
    return exit_code(reports)
