"""The files that a call names, in an order that is the same on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def files_below(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield each path as it stands, and of a folder the files below it, sorted by name.

    Hidden files and folders (`.git`, `._1.txt`) are left out, and so is what a loop of links leads back to.
    What does not exist is yielded too: `read_file` says so. A file that is named twice comes once.
    """
    seen: set[Path] = set()
    for path in paths:
        # Path.is_dir raises where the name is too long.
        for found in _below(path, above=()) if os.path.isdir(path) else (path,):  # noqa: PTH112
            if (real := _real(found)) not in seen:
                seen.add(real)
                yield found


def _below(folder: Path, *, above: tuple[Path, ...]) -> Iterator[Path]:
    real = _real(folder)
    if real in above:
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder  # whoever reads it learns why it can't be listed
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        # Path's own raise where a folder may be listed and what stands in it may not be looked at.
        if os.path.isdir(entry):  # noqa: PTH112
            yield from _below(entry, above=(*above, real))
        elif os.path.isfile(entry) or not os.path.exists(entry):  # noqa: PTH110, PTH113
            yield entry


def _real(path: Path) -> Path:
    """Where the links of a path lead; the path itself where one may not be read, as in /proc."""
    try:
        return Path(os.path.realpath(path))
    except OSError:
        return path.absolute()
