"""Puts a schedule's systemd units where the user's systemd looks for them, and takes them away again."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from archive.errors import MachineError

SERVICE: Final = "campaign-archive.service"
FAILED: Final = "campaign-archive-failed.service"
TIMER: Final = "campaign-archive.timer"
NAMES: Final = (SERVICE, FAILED, TIMER)


def unit_directory() -> Path:
    """Return where systemd looks for the units of this user: `~/.config/systemd/user`."""
    configuration = os.environ.get("XDG_CONFIG_HOME")
    return (Path(configuration) if configuration else Path.home() / ".config") / "systemd" / "user"


def install(units: Mapping[str, str], directory: Path) -> Iterator[str]:
    """Write the units, over those of an earlier call, and start the timer; yield what was done, a line each.

    `MachineError` where the directory can't be written.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for name, text in units.items():
            (directory / name).write_text(text + "\n", encoding="utf-8")
            yield f"wrote {directory / name}"
    except OSError as error:
        raise _refused(directory, error) from error
    yield from _told(("daemon-reload",), ("enable", "--now", TIMER))


def remove(directory: Path) -> Iterator[str]:
    """Stop the timer and delete the units; yield what was done, nothing where none is installed."""
    installed = [directory / name for name in NAMES if (directory / name).exists()]
    if not installed:
        return
    yield from _told(("disable", "--now", TIMER))
    try:
        for path in installed:
            path.unlink()
            yield f"removed {path}"
    except OSError as error:
        raise _refused(directory, error) from error
    yield from _told(("daemon-reload",))


def _told(*calls: Sequence[str]) -> Iterator[str]:
    """Tell the user's systemd; what it can't be told now, such as over a plain ssh, is left to the user."""
    for call in calls:
        written = " ".join(("systemctl", "--user", *call))
        program = shutil.which("systemctl")
        if program and subprocess.run((program, "--user", *call), check=False).returncode == 0:
            yield f"ran {written}"
        else:
            yield f"systemd can't be reached from here; run: {written}"


def _refused(directory: Path, error: OSError) -> MachineError:
    return MachineError(
        f"{directory} can't be written ({error.strerror})",
        remedy="Check that it is your directory, or print the units with `campaign-archive schedule`",
    )
