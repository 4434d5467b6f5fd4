"""`campaign-archive demo`: the sample sites, crawled and served."""

from __future__ import annotations

import os
from contextlib import ExitStack

import click
from rich.console import Console
from rich.table import Table

from archive.store.lock import hold
from crawler.cli.options import data_directory, data_option
from crawler.samples.server import DEFAULT_PORT, SampleServer

SAMPLE_SITES = ("sample_mine", "sample_group", "sample_mirror", "sample_mill", "sample_vendor")


@click.command("demo")
@click.option("--serve/--no-serve", default=True, help="Serve the archive afterwards.  [default: --serve]")
@click.option("--port", default=8001, show_default=True, help="Where to serve the archive.")
@data_option
def command(serve: bool, port: int) -> int:
    """Crawl the five sample sites, which this command serves itself, into DIR/demo, and open it to the browser.

    The sites and their texts are invented; they carry the damage that real ones do.

    \b
    Example:  campaign-archive demo
    """
    directory = data_directory() / "demo"
    with ExitStack() as stack:
        for site in SAMPLE_SITES:
            stack.enter_context(hold(directory, site))
        stack.enter_context(SampleServer(int(os.environ.get("CAMPAIGN_SAMPLES_PORT", DEFAULT_PORT))))
        from crawler.report import exit_code, terminal_progress
        from crawler.run import crawl

        reports = crawl(SAMPLE_SITES, directory, terminal_progress())
        Console().print(_table(directory))
        if serve:
            from crawler.serving import serve as serve_archive

            serve_archive(directory, port=port)
    return exit_code(reports)


def _table(directory: object) -> Table:
    raise NotImplementedError(directory)
