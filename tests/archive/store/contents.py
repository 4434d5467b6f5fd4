"""What queries find in an archive, to compare it with itself later or with another one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from archive.store.archive import Archive


def contents(directory: Path, queries: Iterable[str]) -> list[list[tuple[Any, ...]]]:
    with Archive.open(directory) as archive:
        return [archive.db.execute(sql).fetchall() for sql in queries]
