"""The tables that the rules read, and the programs that make some of them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def data_lines(name: str) -> Iterator[str]:
    """Yield the lines of `archive/data/<name>` but for empty ones and remarks, which begin with #."""
    for line in files("archive.data").joinpath(name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
