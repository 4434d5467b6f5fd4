"""`campaign-archive crawl`: collect sites, or single pages."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from archive.addresses import split_address
from archive.errors import ArchiveError, CallError
from archive.store.archive import Archive
from crawler.address import host_of
from crawler.cli.free_sites import crawl_free
from crawler.cli.options import data_directory, data_option, json_option
from crawler.cli.reporting import report_crawls, report_error
from crawler.localhost import is_served
from crawler.plan import Plan, Task
from crawler.registry import require_sites

if TYPE_CHECKING:
    from archive.store.visit import RunReport
    from crawler.site import Site

_UNSERVED = (
    "Nothing answers at {}: `campaign-archive demo` serves the sample sites and crawls them; "
    "`python -m crawler.samples` serves them for crawls from another terminal."
)


class _Wanted(TypedDict):
    every: bool
    urls: tuple[str, ...]
    task: str | None
    max_minutes: float | None


def _finite(_ctx: click.Context, _parameter: click.Parameter, value: float | None) -> float | None:
    """Refuse nan, which no bound does, and inf."""
    if value is None or math.isfinite(value):
        return value
    raise click.BadParameter(f"{value} is no number of minutes.")


@click.command("crawl")
@click.argument("sites", nargs=-1, metavar="[SITE…]")
@click.option("--all", "every", is_flag=True, help="Collect all sites but the sample sites.")
@click.option("--url", "urls", multiple=True, help="Only this page, of whatever site; may be repeated.")
@click.option("--retry-failed", "task", flag_value="retry", help="Only what failed before.")
@click.option(
    "--max-minutes",
    type=click.FloatRange(min=0),
    callback=_finite,
    help="Pause after so long; the next run goes on.",
)
@json_option
@data_option
def command(sites: tuple[str, ...], as_json: bool, **wanted: Unpack[_Wanted]) -> int:
    """Collect SITE… into the archive; a run that was cut off goes on where it stopped.

    A file DIR/stop pauses all crawls, and keeps new ones from beginning.

    \b
    Example:  campaign-archive crawl hbcoal
              campaign-archive crawl --all --max-minutes 240
              campaign-archive crawl --url http://www.example.com/info/1042/2203.htm
    """
    directory = data_directory()
    plan = _plan(wanted)
    _require_one_choice(sites, wanted)
    try:
        chosen = _chosen(sites, wanted, plan)
        _require_contact(chosen, directory)
        if plan.task == "retry":
            with Archive.open_read_only(directory):
                pass  # Where there is no archive nothing has failed, and none is to be begun.
        crawled = crawl_free(chosen, directory, plan)
    except ArchiveError as error:
        report_error(error, directory)
        raise
    code = report_crawls(crawled, directory, plan, as_json=as_json)
    _hint_at_samples(chosen, crawled.reports)
    return code


def _hint_at_samples(sites: Sequence[Site], reports: Sequence[RunReport]) -> None:
    """Tell how the sample sites are served, where one gave nothing since nobody serves it."""
    unreached = {report.site for report in reports if report.failed and not report.fetched}
    for site in sites:
        port = split_address(site.home).port
        if site.is_local and site.name in unreached and port and not is_served(port):
            click.echo(_UNSERVED.format(site.home), err=True)
            return


def _plan(wanted: _Wanted) -> Plan:
    from crawler.single_pages import addresses

    if wanted["urls"] and wanted["task"]:
        raise CallError(
            "--retry-failed asks for all that failed of its sites, --url for one page",
            remedy="Write one of the two; --url asks again for a page that failed, too",
        )
    task: Task = "pages" if wanted["urls"] else "retry" if wanted["task"] else "walk"
    return Plan(task=task, pages=addresses(wanted["urls"]), minutes=wanted["max_minutes"])


def _require_one_choice(names: Sequence[str], wanted: _Wanted) -> None:
    said = sum(map(bool, (names, wanted["every"], wanted["urls"])))
    if said != 1:
        what = "It is said in two ways" if said else "It is not said"
        raise CallError(f"{what} what to crawl", remedy="Name sites, or write --all or --url URL")


def _chosen(names: Sequence[str], wanted: _Wanted, plan: Plan) -> list[Site]:
    from crawler.registry import site
    from crawler.single_pages import sites_of

    if wanted["urls"]:
        return sites_of(plan.pages)
    if wanted["every"]:
        return _real_sites()
    return [site(name) for name in require_sites(names)]


def _real_sites() -> list[Site]:
    from crawler.registry import all_sites

    real = [known for known in all_sites() if not known.is_local]
    if not real:
        raise CallError(
            "spiders/ holds no site but the sample sites", remedy="Add one: docs/adding-a-site.md says how"
        )
    return real


def _require_contact(sites: Sequence[Site], directory: Path) -> None:
    """The crawler asks as well; here nothing was loaded or locked yet."""
    from crawler.installation.configuration import Configuration

    configuration = Configuration.read(directory)
    for site in sites:
        if not site.is_local:
            configuration.require_contact(host_of(site.home) or site.name)
