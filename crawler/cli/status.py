"""`campaign-archive status`: what the archive holds and how the last runs went."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator

import click

from archive.store.archive import Archive
from archive.store.clock import now
from archive.store.reports.status import Failing, SiteStatus, Status, status
from crawler.cli.exit_codes import ALARM
from crawler.cli.options import data_directory, data_option, json_option
from crawler.cli.output.tables import print_table


@click.command("status")
@json_option
@data_option
def command(as_json: bool) -> int:
    """Show articles, texts shown in part, what is still to be visited and the last run of each site.

    Exits with 3 while an alarm of the last walk over a site's lists stands.

    \b
    Example:  campaign-archive status
    """
    with Archive.open_read_only(data_directory()) as archive:
        found = status(archive)
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(found), ensure_ascii=False))
    else:
        print_table(SITE_COLUMNS, (_row(site) for site in found.sites))
        for line in _summary(found):
            click.echo(line)
    return ALARM if any(site.last_alarms for site in found.sites) else 0


REASONS_SHOWN = 5
"""Of a site; the frontier has all of them."""

SITE_COLUMNS = (
    "site",
    "title",
    "articles",
    "shown in part",
    "gone",
    "pending",
    "failed",
    "irrelevant",
    "last run",
    "outcome",
)


def _row(site: SiteStatus) -> tuple[object, ...]:
    outcome = site.last_outcome or ("running or cut off" if site.last_run_at else "–")
    counts = (site.articles, site.shown_in_part, site.gone, site.pending, site.failed, site.irrelevant)
    return (site.name, site.title, *counts, site.last_run_at or "–", outcome)


def _summary(found: Status) -> Iterator[str]:
    database, warc = found.database_bytes / 1e6, found.warc_bytes / 1e6
    yield f"{found.articles} articles, {found.captures} captures in {found.directory}"
    yield f"archive.db {database:.1f} MB, warc/ {warc:.1f} MB"
    for site in found.sites:
        yield from (f"{site.name}: alarm: {alarm}" for alarm in site.last_alarms)
        yield from (f"{site.name}: warning: {warning}" for warning in site.last_warnings)
        yield from (f"{site.name}: {_failing(failing)}" for failing in site.failing[:REASONS_SHOWN])


def _failing(failing: Failing) -> str:
    return f"{failing.count} failed, asked for again {_when(failing.next_visit_at)}: {failing.reason}"


def _when(next_visit_at: str | None) -> str:
    """The lists of `start`, and what is due, have no day to wait for."""
    if next_visit_at is None:
        return "by `crawl --retry-failed` alone"
    return "by the next run" if next_visit_at <= now() else f"from {next_visit_at} on"
