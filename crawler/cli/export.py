"""`campaign-archive export`: a list of results as a file, or the whole archive frozen for the public."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from archive.errors import CallError
from archive.reading.export import FORMATS
from archive.reading.export.listing import open_listing
from archive.search.selection.request import SearchRequest
from archive.store.archive import Archive
from archive.store.export.backup import freeze
from archive.store.export.own_files import require_other_place
from archive.store.export.wacz import export_wacz
from archive.store.failures import told
from crawler.cli.options import QueryCommand, data_directory, data_option, require_utf8
from crawler.cli.output.progress_bar import progress_bar

HOME = "http://127.0.0.1:8001"
"""Where `serve` serves the archive: what the permalinks in a file begin with."""


@click.command("export", cls=QueryCommand)
@click.argument("query", nargs=-1, callback=require_utf8)
@click.option(
    "--to",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=f"The file to write; its ending says in what format: {', '.join(FORMATS)}.",
)
@click.option(
    "--frozen",
    "target",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Instead, copy the whole archive into the new directory DIR, for `serve --public` from a disk "
    "that is read only; nothing writes to it again.",
)
@click.option(
    "--wacz",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Instead, put all raw captures but those of removed texts into FILE, which replay programs open.",
)
@data_option
def command(query: tuple[str, ...], file: Path | None, target: Path | None, wacz: Path | None) -> None:
    """Write all that a search finds into a file, in its order; without a query, the whole archive.

    \b
    Example:  campaign-archive export --to safety.csv '安全生产 -化工'
              campaign-archive export --frozen /srv/archive
              campaign-archive export --wacz captures.wacz
    """
    if sum(named is not None for named in (file, target, wacz)) != 1:
        raise click.UsageError(
            "Name one of: a file with --to, a directory with --frozen, a file with --wacz."
        )
    if query and not file:
        raise click.UsageError("A query chooses what --to writes; the others write the whole archive.")
    if file:
        _write(" ".join(query), file)
    elif target:
        with progress_bar("Copying") as progress:
            freeze(data_directory(), target, progress=progress)
        click.echo(f"Frozen in {target}; serve it with: campaign-archive --data {target} serve --public")
    elif wacz:
        with progress_bar("Packing") as progress:
            count = export_wacz(data_directory(), wacz, progress=progress)
        click.echo(f"{count} captures in {wacz}")


def _write(query: str, file: Path) -> None:
    ending = next((ending for ending in FORMATS if file.name.lower().endswith(f".{ending}")), None)
    if ending is None:
        raise CallError(
            f"{file} has no ending that names a format", remedy=f"Use one of: {', '.join(FORMATS)}"
        )
    directory = data_directory()
    require_other_place(directory, file)
    unfinished = file.with_name(f"{file.name}.part")
    with Archive.open_read_only(directory) as archive, told(file):
        listing = open_listing(archive.db.conn, SearchRequest(query=query), HOME, _call(query))
        try:
            with unfinished.open("wb") as output:
                output.writelines(FORMATS[ending].write(listing))
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)
    click.echo(f"{listing.count} articles in {file}")


def _call(query: str) -> str:
    return shlex.join(["campaign-archive", "export", query] if query else ["campaign-archive", "export"])
