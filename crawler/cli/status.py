"""`campaign-archive status`: what the archive holds and how the last runs went."""

from __future__ import annotations

import dataclasses
import json

import click
from rich.console import Console
from rich.table import Table

from archive.store import Archive
from archive.store.status import Status, status
from crawler.cli.options import data_directory, data_option, json_option


@click.command("status")
@json_option
@data_option
def command(as_json: bool) -> None:
    """Show articles, truncated texts, the frontier and the last run of each site.

    \b
    Example:  campaign-archive status
    """
    with Archive.open_read_only(data_directory()) as archive:
        found = status(archive)
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(found), ensure_ascii=False))
        return
    Console().print(_table(found))


def _table(found: Status) -> Table:
    raise NotImplementedError(found)
