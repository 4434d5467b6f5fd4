"""`campaign-archive sites`: what can be crawled."""

from __future__ import annotations

import dataclasses
import json

import click

from crawler.cli.options import json_option
from crawler.cli.tables import print_table
from crawler.registry import all_sites


@click.command("sites")
@json_option
def command(as_json: bool) -> None:
    """List the sites that can be crawled, and since when each definition is known to work on the live site.

    \b
    Example:  campaign-archive sites
    """
    sites = all_sites()
    if as_json:
        for site in sites:
            click.echo(json.dumps(dataclasses.asdict(site), ensure_ascii=False, default=str))
        return
    rows = (
        (site.name, site.title, site.kind, site.home, _standing(site.is_local, site.verified))
        for site in sites
    )
    print_table(("site", "title", "kind", "home", "seen to work"), rows)


def _standing(is_local: bool, verified: str | None) -> str:
    return "a sample site" if is_local else verified or "not yet"
