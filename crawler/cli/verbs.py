"""The verbs: a table, the group that loads them, and what becomes of their errors."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module

import click

from archive.errors import ArchiveError, MachineError
from crawler.cli.exit_codes import BUG
from crawler.cli.options import data_option

_NAMES = "demo sites probe crawl import clean rebuild search serve export status check backup remove schedule"
VERBS = {name: f"crawler.cli.{name}" for name in _NAMES.split()} | {"import": "crawler.cli.import_files"}
"""Each module holds its verb as `command`."""


class _Verbs(click.Group):
    """Imports a verb's module only when it is asked for, so that `search` starts without Scrapy."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command = import_module(VERBS[cmd_name]).command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Call the verb; it has not failed where the reader of its output went away (head, less)."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Python must not complain about it at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="campaign-archive")
@data_option
def campaign_archive() -> None:
    """Collect, repair, keep and search the campaign texts of Chinese mines and state-owned enterprises.

    \b
    Begin with:  campaign-archive demo
    """


def exit_code() -> int:
    """Run the verb that was called; a Ctrl-C comes out as KeyboardInterrupt."""
    _show_all_characters()
    try:
        result = campaign_archive.main(prog_name="campaign-archive", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except ArchiveError as error:
        _complain(f"Error: {error}")
        return error.exit_code
    except (MemoryError, OSError) as error:
        return _told_of_machine(error)
    except Exception as error:  # The one broad except: no traceback reaches a user.
        if os.environ.get("CAMPAIGN_ARCHIVE_DEBUG"):
            raise
        _complain(
            f"Error: unexpected {type(error).__name__}: {error}. This is a bug in campaign-archive; "
            "the archive is not affected. Run the same call with CAMPAIGN_ARCHIVE_DEBUG=1 for the details."
        )
        return BUG
    return result if isinstance(result, int) else 0


def _told_of_machine(error: MemoryError | OSError) -> int:
    match error:
        case OSError():
            place = error.filename or "what was to be printed"
            _complain(f"Error: The machine refused {place} ({error.strerror or error}).")
        case MemoryError():
            _complain(
                "Error: There is too little memory. Close other programs, then run the same call again."
            )
    return MachineError.exit_code


def _show_all_characters() -> None:
    """A terminal in GBK has no ⟦, and one in Latin-1 no Chinese: there `\\u27e6` is printed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _complain(message: str) -> None:
    click.echo(message, err=True)
