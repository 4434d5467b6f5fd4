"""`campaign-archive crawl`: collect the named sites."""

from __future__ import annotations

from contextlib import ExitStack

import click

from archive.store.lock import hold
from crawler.cli.options import data_directory, data_option, json_option


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
    directory = data_directory()
    with ExitStack() as locks:
        # Before Scrapy is loaded: a second run on the same site is refused at once.
        for site in dict.fromkeys(sites):
            locks.enter_context(hold(directory, site))
        from crawler.report import exit_code, lines
        from crawler.run import crawl

        reports = crawl(list(dict.fromkeys(sites)), directory)
    for line in lines(reports, as_json=as_json):
        click.echo(line)
    return exit_code(reports)
