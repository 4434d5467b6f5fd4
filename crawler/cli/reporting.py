"""How a crawl ended, told on the terminal and to whom the configuration names (`notify`)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from archive.errors import ArchiveError, LockedError, MachineError
from archive.store.archive import Archive
from archive.store.reports.alarm_history import is_news, note_untold
from archive.store.reports.page_outcomes import page_outcomes
from crawler.cli.free_sites import Crawled
from crawler.plan import Plan


def report_crawls(crawled: Crawled, directory: Path, plan: Plan, *, as_json: bool) -> int:
    """Print how the runs ended, tell whom the configuration names what is news, and return the exit code.

    Sites that were left out change it only where all is well with the others.
    """
    from crawler.cli.output.crawl_report import exit_code, lines

    for line in lines(crawled.reports, as_json=as_json):
        click.echo(line)
    if plan.pages and not as_json:
        with Archive.open_read_only(directory) as archive:
            for outcome in page_outcomes(archive, plan.pages):
                click.echo(outcome)
    _tell_news(crawled, directory)
    return exit_code(crawled.reports) or (LockedError.exit_code if crawled.left_out else 0)


def report_error(error: ArchiveError, directory: Path) -> None:
    """Tell whom the configuration names of a call that could not begin, or that broke off.

    Where nobody can be told, that is printed before the error itself, and does not take its place.
    """
    try:
        _tell(directory, [f"Error: {error}"])
    except ArchiveError as untold:
        if str(untold) != str(error):
            click.echo(f"Error: {untold}", err=True)


def _tell_news(crawled: Crawled, directory: Path) -> None:
    """What nobody could be told of is noted in its run, so that the next walk tells it."""
    from crawler.cli.output.crawl_report import lines

    with Archive.open_read_only(directory) as archive:
        news = [report for report in crawled.reports if is_news(archive.db, report)]
    try:
        _tell(directory, [*crawled.left_out, *lines(news, as_json=False)])
    except MachineError as error:
        with Archive.open(directory) as archive:
            note_untold(archive, news, error.what)
        raise


def _tell(directory: Path, told: Iterable[str]) -> None:
    from crawler.installation.configuration import Configuration
    from crawler.installation.notification import notify

    notify(Configuration.read(directory), told)
