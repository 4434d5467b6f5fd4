"""The mark of a frozen copy: a file that keeps whatever would write from the archive that it stands in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from archive.errors import CallError
from archive.store.durable import sync

FILE: Final = "FROZEN.txt"

_TEXT: Final = """\
This archive is a frozen copy, made by `campaign-archive export --frozen`.
It is read and served, never written to. To change it, change the archive that
it was copied from, and freeze that again.
"""


def mark(directory: Path) -> None:
    """Mark the archive in `directory` as frozen."""
    with (directory / FILE).open("x", encoding="utf-8") as file:
        file.write(_TEXT)
        sync(file)


def require_not_frozen(directory: Path) -> None:
    """Raise `CallError` where the archive in `directory` is a frozen copy."""
    if (directory / FILE).exists():
        raise CallError(
            f"{directory} holds a frozen copy of an archive ({FILE}), which is never written to",
            remedy="Name the archive that it was copied from with --data DIR, and freeze that again; or make "
            f"a copy that can be written to: campaign-archive --data {directory} backup DIR",
        )
