"""`campaign-archive schedule`: what makes the machine crawl by itself."""

from __future__ import annotations

import sys

import click

from archive.errors import CallError
from crawler.cli.options import data_directory, data_option
from crawler.timer_installation import install, remove, unit_directory
from crawler.timetable import cron_entry, printed, systemd_units


@click.command("schedule")
@click.option("--cron", "task", flag_value="cron", help="Print a line for crontab instead of systemd units.")
@click.option("--install", "task", flag_value="install", help="Write the units for this user and start them.")
@click.option("--remove", "task", flag_value="remove", help="Take away what --install has written.")
@click.option("--hour", default=2, show_default=True, type=click.IntRange(0, 23), help="Local time.")
@data_option
def command(task: str | None, hour: int) -> None:
    """Print a daily timer for `crawl --all`: at a random minute, never twice at once, with a log.

    --install writes it to ~/.config/systemd/user; nothing else is touched. See docs/operations.md.

    \b
    Example:  campaign-archive schedule
              campaign-archive schedule --install --hour 3
              campaign-archive schedule --cron | crontab -
    """
    directory = data_directory().absolute()
    if task == "cron":
        click.echo(cron_entry(sys.executable, directory, hour))
    elif task == "remove":
        _remove()
    elif task == "install":
        for line in install(systemd_units(sys.executable, directory, hour), unit_directory()):
            click.echo(line)
    else:
        click.echo(printed(systemd_units(sys.executable, directory, hour)))


def _remove() -> None:
    done = [*remove(unit_directory())]
    if not done:
        raise CallError(f"No timer is installed in {unit_directory()}", remedy="Nothing is left to remove")
    for line in done:
        click.echo(line)
