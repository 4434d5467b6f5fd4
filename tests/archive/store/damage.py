"""What a disk does to a file, sooner or later."""

from __future__ import annotations

from pathlib import Path


def flip(path: Path, at: int) -> None:
    """Alter the byte at this place; below 0 it counts from the end."""
    body = bytearray(path.read_bytes())
    body[at] ^= 0xFF
    path.write_bytes(body)
