"""`campaign-archive sites`: what can be crawled."""

from __future__ import annotations

import dataclasses
import json

import click

from crawler.cli.options import json_option
from crawler.cli.output.tables import print_table
from crawler.registry import all_sites
from crawler.wanted import wanted_sites


@click.command("sites")
@json_option
def command(as_json: bool) -> None:
    """List the sites that can be crawled, whether each was seen to work live, and those still wanted.

    An unverified definition was written after published code or stored pages: run `campaign-archive probe` on
    it first.

    \b
    Example:  campaign-archive sites
    """
    sites, wanted = all_sites(), wanted_sites()
    if as_json:
        rows_of_all = [{"wanted": False, **dataclasses.asdict(site)} for site in sites]
        rows_of_all += [{"wanted": True, **dataclasses.asdict(site)} for site in wanted]
        for row in rows_of_all:
            click.echo(json.dumps(row, ensure_ascii=False, default=str))
        return
    rows = (
        (site.name, site.title, site.kind, site.home, _standing(site.is_local, site.verified))
        for site in sites
    )
    print_table(("site", "title", "kind", "home", "seen to work"), rows)
    click.echo(f"\n{len(wanted)} sites are wanted: `campaign-archive probe` proposes a definition.\n")
    print_table(
        ("wanted", "title", "home", "unknown"),
        ((site.name, site.title, site.home or "not found", site.unknown) for site in wanted),
    )


def _standing(is_local: bool, verified: str | None) -> str:
    return "a sample site" if is_local else verified or "unverified"
