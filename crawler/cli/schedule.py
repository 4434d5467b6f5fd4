"""`campaign-archive schedule`: what makes the machine crawl by itself."""

from __future__ import annotations

import sys

import click

from crawler.cli.options import data_directory, data_option
from crawler.timetable import cron_entry, systemd_units


@click.command("schedule")
@click.option("--cron", is_flag=True, help="Print a line for crontab instead of systemd units.")
@click.option("--hour", default=2, show_default=True, type=click.IntRange(0, 23), help="Local time.")
@data_option
def command(cron: bool, hour: int) -> None:
    """Print a daily timer for `crawl --all`: at a random minute, never twice at once, with a log.

    See docs/operations.md for how to install it.

    \b
    Example:  campaign-archive schedule
              campaign-archive schedule --cron | crontab -
    """
    directory = data_directory().absolute()
    timetable = cron_entry if cron else systemd_units
    click.echo(timetable(sys.executable, directory, hour))
