"""`campaign-archive rebuild`: make every derived row again from the WARC files."""

from __future__ import annotations

from pathlib import Path

import click

from archive.errors import CallError
from archive.store.archive import Archive
from archive.store.corrections import WHERE_A_KEY_STANDS, stored_lines, without_article
from archive.store.rebuild import OnDamage, rebuild, rebuild_index
from archive.store.recatalogue import recatalogue
from crawler.cli.options import data_directory, data_option
from crawler.cli.output.progress_bar import progress_bar
from crawler.registry import rules_of


@click.command("rebuild")
@click.option(
    "--index", "only_index", is_flag=True, help="Make only the search index again, from the stored texts."
)
@click.option(
    "--catalogue",
    "only_catalogue",
    is_flag=True,
    help="Make only the catalogue again, from the stored texts and corrections.csv.",
)
@click.option("--workers", default=2, show_default=True, type=click.IntRange(min=1), help="Processes to use.")
@click.option(
    "--leave-out-damage",
    "damage",
    flag_value="leave_out",
    default="refuse",
    help="Where archive.db is gone and a WARC file is damaged: do without what can't be read.",
)
@data_option
def command(only_index: bool, only_catalogue: bool, workers: int, damage: OnDamage) -> int:
    """Make articles, edits, gaps and index again from the raw captures, without network.

    Addresses and permalinks stay. The old archive stays in place until the new one is complete.

    \b
    Example:  campaign-archive rebuild
    """
    _require_one_task(only_index, only_catalogue, damage)
    directory = data_directory()
    if only_index:
        return _make_index(directory)
    if only_catalogue:
        return _make_catalogue(directory)
    return _make_all(directory, workers, damage)


def _require_one_task(only_index: bool, only_catalogue: bool, damage: OnDamage) -> None:
    if only_index and only_catalogue:
        raise CallError(
            "--index and --catalogue each make one thing only", remedy="Write one of them, then the other"
        )
    if damage == "leave_out" and (only_index or only_catalogue):
        raise CallError(
            "--leave-out-damage is said of WARC files, which --index and --catalogue don't read",
            remedy="Leave it out, or make everything again",
        )


def _make_index(directory: Path) -> int:
    with Archive.open(directory) as archive:
        rebuild_index(archive)
    click.echo("The search index was made again")
    return 0


def _make_catalogue(directory: Path) -> int:
    with Archive.open(directory) as archive, progress_bar("Cataloguing") as progress:
        count = recatalogue(archive, progress=progress)
        lost = without_article(archive.db, stored_lines(archive.db))
    for line in lost:
        told = f"{line.place} corrects {line.key}, which is no article. {WHERE_A_KEY_STANDS}."
        click.echo(f"Warning: {told}", err=True)
    click.echo(f"{count} articles were catalogued again")
    return 0


def _make_all(directory: Path, workers: int, damage: OnDamage) -> int:
    with progress_bar("Rebuilding") as progress:
        made = rebuild(directory, rules_of, workers=workers, damage=damage, progress=progress)
    for failure in made.failures:
        click.echo(f"Not rebuilt: {failure}", err=True)
    click.echo(f"{made.articles} articles from {made.captures} captures")
    return 1 if made.failures else 0
