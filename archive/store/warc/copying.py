"""Copying WARC files byte for byte, up to the end of what somebody knows of them."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from archive.errors import DamageError
from archive.store.durable import sync

_PIECE = 1024 * 1024


def opened_evidence(path: Path, end: int) -> BinaryIO:
    """Open a WARC file that is known up to byte `end`; `DamageError` where it is missing, or ends before."""
    if not path.is_file():
        raise _damage(path, "missing")
    if path.stat().st_size < end:
        raise _damage(path, "shorter than what was written to it")
    return path.open("rb")


def copy_up_to(end: int, original: BinaryIO, copy: BinaryIO) -> None:
    """Copy `end` bytes, each file from where it stands, and wait until they are on the disk."""
    while end > 0:
        piece = original.read(min(end, _PIECE))
        if not piece:
            raise _damage(original.name, "shorter than when it was opened")
        copy.write(piece)
        end -= len(piece)
    sync(copy)


def _damage(path: Path | str, what: str) -> DamageError:
    return DamageError(f"{path} is {what}", remedy="`campaign-archive check` lists all damage of its archive")
