"""`campaign-archive import`: keep files as articles, or take in another archive."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

import click

from archive.errors import CallError
from archive.ingest import UNNAMED, ImportReport, import_paths, readable
from archive.store.archive import DATABASE, Archive
from archive.store.locking.lock import hold
from archive.store.merging.merge import Merged, merge
from archive.store.merging.source import require_other
from archive.store.visit import Selection
from crawler.cli.options import data_directory, data_option, json_option
from crawler.cli.output.import_report import exit_code, tell_as_json, tell_in_words
from crawler.cli.output.progress_bar import progress_bar
from crawler.registry import rules_of

_SITE_NAME = re.compile(r"[\w-]{1,60}")


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option(
    "--site", help=f"Name of the collection that the files form.  [default: {UNNAMED}]", metavar="NAME"
)
@click.option(
    "--all-pages",
    "selection",
    flag_value="all",
    default="campaign_material",
    help="Of a WARC or WACZ file, keep all articles; otherwise those that are campaign material.",
)
@json_option
@data_option
def command(paths: tuple[Path, ...], site: str | None, selection: Selection, as_json: bool) -> int:
    """Keep text, HTML, docx, pdf, WARC and WACZ files, or folders of them, as articles.

    The same bytes again, under whatever name, change nothing. Of a WARC or WACZ file, those articles are kept
    that are campaign material; of the others the capture. What is left out is counted by reason; the table
    frontier has each address, and the page /skipped those that are no campaign material.

    A .doc of the time before 2007 is read where antiword, catdoc or LibreOffice (soffice) is installed.
    Without one it counts as failed.

    The data directory of another archive is taken in whole: its sites, captures, versions, and what was
    removed from it. Nothing is written there.

    \b
    Example:  campaign-archive import ~/texts
              campaign-archive import --site kailuan-papers scans/ old.warc.gz
              campaign-archive import /mnt/colleague/data
    """
    directory = data_directory()
    _require_there(paths)
    archives = [path for path in paths if _is_archive(path)]
    files = [path for path in paths if path not in archives]
    _check_site(site, archives)
    for path in archives:
        require_other(path, directory)
    merged = [(path, _merge(directory, path)) for path in archives]
    report = _import(directory, files, site or UNNAMED, selection) if files else None
    tell = tell_as_json if as_json else tell_in_words
    tell(merged, report)
    return exit_code(merged, report)


def _require_there(paths: Sequence[Path]) -> None:
    """Before anything is written: a misspelt name costs neither an empty archive nor half an import."""
    # Path.exists raises where the name is too long.
    missing = [path for path in paths if not os.path.exists(path)]  # noqa: PTH110
    if missing:
        names = ", ".join(readable(str(path)) for path in missing)
        raise CallError(f"Not there: {names}", remedy="Check the names, and that their disk is there")


def _is_archive(path: Path) -> bool:
    return os.path.isfile(path / DATABASE)  # noqa: PTH113 — Path.is_file raises where the name is too long


def _check_site(site: str | None, archives: list[Path]) -> None:
    if site is None:
        return
    if not _SITE_NAME.fullmatch(site):
        raise CallError(f"{site!r} can't name a collection", remedy="Use up to 60 letters, digits, _ and -")
    if archives:
        raise CallError(
            f"{archives[0]} is an archive, and keeps its own sites", remedy="Import it without --site"
        )


def _merge(directory: Path, source: Path) -> Merged:
    with progress_bar("Merging") as progress:
        return merge(directory, source, rules_of, progress=progress)


def _import(directory: Path, paths: list[Path], site: str, selection: Selection) -> ImportReport:
    with hold(directory, site), Archive.create(directory) as archive, progress_bar("Importing") as progress:
        return import_paths(archive, paths, site=site, selection=selection, progress=progress)
