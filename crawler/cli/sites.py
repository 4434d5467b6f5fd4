"""`campaign-archive sites`: what can be crawled."""

from __future__ import annotations

import dataclasses
import json

import click

from crawler.cli.options import json_option
from crawler.registry import all_sites


@click.command("sites")
@json_option
def command(as_json: bool) -> None:
    """List the sites that can be crawled, and whether their definition was verified on the live site.

    \b
    Example:  campaign-archive sites
    """
    for site in all_sites():
        if as_json:
            click.echo(json.dumps(dataclasses.asdict(site), ensure_ascii=False, default=str))
        else:
            click.echo(f"{site.name:16} {site.title}  {site.home}")
