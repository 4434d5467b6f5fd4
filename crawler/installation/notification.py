"""Tells somebody of a run that nobody watched: the command `notify` of the configuration."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable

from archive.errors import MachineError
from crawler.installation.configuration import Configuration

SECONDS = 60


def notify(configuration: Configuration, lines: Iterable[str]) -> None:
    """Start the command with what there is to tell on standard input; `MachineError` if it fails.

    Without a command, or anything to tell, nothing is started.
    """
    report = "".join(f"{line}\n" for line in lines)
    if not (configuration.notify and report):
        return
    try:
        subprocess.run(
            configuration.notify,
            input=report,
            text=True,
            # A directory's name may be no UTF-8, and a terminal's charset may lack what a line holds.
            errors="backslashreplace",
            timeout=SECONDS,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise MachineError(
            f"`notify` of {configuration.path} failed ({_told(error)})",
            remedy="Try the command by hand, then mend it",
        ) from error


def _told(error: OSError | subprocess.SubprocessError) -> str:
    match error:
        case subprocess.TimeoutExpired():
            return f"it did not end within {SECONDS} seconds"
        case subprocess.CalledProcessError():
            return f"it ended with exit code {error.returncode}"
        case _:
            return str(error)
