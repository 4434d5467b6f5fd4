"""Waiting until what was written is on the disk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO


def sync(written: IO[bytes] | IO[str]) -> None:
    """Wait until all that was written to an open file is on the disk."""
    written.flush()
    os.fsync(written.fileno())


def sync_names(directory: Path) -> None:
    """Wait until the names in a directory are on the disk: a new file's own bytes are not enough."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
