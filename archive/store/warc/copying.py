"""Copying WARC files byte for byte, up to the end of what somebody knows of them."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from archive.errors import DamageError
from archive.store.durable import sync

_PIECE = 1024 * 1024


def opened_evidence(path: Path) -> BinaryIO:
    """Open a WARC file for copying; `DamageError` where it is missing."""
    if not path.is_file():
        raise DamageError(
            f"{path} is missing", remedy="`campaign-archive check` lists all damage of its archive"
        )
    return path.open("rb")


def copy_up_to(end: int, original: BinaryIO, copy: BinaryIO) -> None:
    """Copy `end` bytes, each file from where it stands, and wait until they are on the disk."""
    while end > 0:
        piece = original.read(min(end, _PIECE))
        if not piece:
            raise DamageError(
                f"{original.name} is shorter than what was written to it",
                remedy="`campaign-archive check` lists all damage",
            )
        copy.write(piece)
        end -= len(piece)
    sync(copy)
