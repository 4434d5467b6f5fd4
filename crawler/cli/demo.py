"""`campaign-archive demo`: the sample sites, crawled and served."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from archive.store.archive import Archive
from archive.store.reports.status import status
from archive.store.visit import RunReport
from crawler.cli.free_sites import crawl_free
from crawler.cli.options import data_directory, data_option
from crawler.cli.output.tables import print_table
from crawler.cli.serve import announce
from crawler.localhost import samples_port
from crawler.registry import site
from crawler.samples.server import SampleServer
from crawler.samples.sites import SITES


@click.command("demo")
@click.option(
    "--serve/--no-serve", "serves", default=True, help="Serve the archive afterwards (the default)."
)
@click.option(
    "--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="Where to serve it."
)
@data_option
def command(serves: bool, port: int) -> None:
    """Crawl five sample sites, which this command itself serves, into DIR/demo, and serve that archive.

    The sites and their texts are invented; they carry the damage that real ones do.

    \b
    Example:  campaign-archive demo
    """
    directory = data_directory() / "demo"
    with SampleServer(samples_port()) as samples:
        _tell(directory, crawl_free([site(each.spider) for each in SITES], directory).reports)
        if serves:
            from crawler.reading_room import serve

            click.echo(f"The sample sites are at http://localhost:{samples.port}/")
            serve(directory, "127.0.0.1", port, "local", announce)


def _tell(directory: Path, reports: Sequence[RunReport]) -> None:
    columns = ("site", "title", "articles", "shown in part", "pages fetched", "failed", "run")
    runs = {report.site: report for report in reports}
    with Archive.open_read_only(directory) as archive:
        found = status(archive)
    rows = (
        (held.name, held.title, held.articles, held.shown_in_part, run.fetched, run.failed, run.outcome)
        for held in found.sites
        if (run := runs.get(held.name))
    )
    print_table(columns, rows)
    click.echo(f"{found.articles} articles in {directory}")
