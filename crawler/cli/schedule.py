"""`campaign-archive schedule`: what makes the machine crawl by itself."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping

import click

from archive.errors import CallError
from crawler.cli.options import data_directory, data_option
from crawler.installation.configuration import Configuration
from crawler.installation.timer import install, remove, unit_directory
from crawler.installation.timetable import cron_entry, printed, systemd_units


@click.command("schedule")
@click.option("--cron", is_flag=True, help="Print a line for crontab instead of systemd units.")
@click.option("--install", is_flag=True, help="Write the units for this user and start them.")
@click.option("--remove", is_flag=True, help="Take away what --install has written.")
@click.option("--hour", default=2, show_default=True, type=click.IntRange(0, 23), help="Local time.")
@data_option
def command(hour: int, **tasks: bool) -> None:
    """Print a daily timer for `crawl --all`: at a random minute, never twice at once, with a log.

    --install writes it to ~/.config/systemd/user; nothing else is touched. See docs/operations.md.

    \b
    Example:  campaign-archive schedule
              campaign-archive schedule --install --hour 3
              (crontab -l; campaign-archive schedule --cron) | crontab -
    """
    task = _wanted(tasks)
    directory = data_directory().absolute()
    if not str(directory).isprintable():
        raise CallError(f"{str(directory)!r} fits in no line of a timetable", remedy="Give it another name")
    if task != "remove":
        for hindrance in _hindrances(Configuration.read(directory)):
            click.echo(f"Warning: {hindrance}", err=True)
    if task == "cron":
        click.echo(cron_entry(sys.executable, directory, hour))
    elif task == "remove":
        _remove()
    elif task == "install":
        for line in install(systemd_units(sys.executable, directory, hour), unit_directory()):
            click.echo(line)
    else:
        click.echo(printed(systemd_units(sys.executable, directory, hour)))


def _wanted(tasks: Mapping[str, bool]) -> str | None:
    wanted = [task for task, is_wanted in tasks.items() if is_wanted]
    if len(wanted) > 1:
        raise CallError(
            f"It is said in {len(wanted)} ways what to do: --{', --'.join(wanted)}",
            remedy="Write one of them",
        )
    return wanted[0] if wanted else None


def _hindrances(configuration: Configuration) -> Iterator[str]:
    """Tell now what would be noticed in the night, or never."""
    if configuration.contact is None:
        yield f"{configuration.path} has no line `contact`; without it no real site is crawled"
    program = configuration.notify[0] if configuration.notify else None
    if program is None:
        yield f"{configuration.path} has no line `notify`; nobody is told of alarms"
    elif shutil.which(program) is None:
        yield f"`notify` of {configuration.path} names {program!r}, which is no program here"


def _remove() -> None:
    done = [*remove(unit_directory())]
    if not done:
        raise CallError(f"No timer is installed in {unit_directory()}", remedy="Nothing is left to remove")
    for line in done:
        click.echo(line)
