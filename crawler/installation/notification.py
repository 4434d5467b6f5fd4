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
            timeout=SECONDS,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise MachineError(
            f"`notify` of {configuration.path} failed ({error})",
            remedy="Try the command by hand, then mend it",
        ) from error
