"""The sample sites, served to commands in processes of their own, and what such an archive holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from crawler.samples.server import SampleServer

Rows: TypeAlias = Callable[[Path, str], list[tuple[Any, ...]]]


@pytest.fixture
def samples(samples_port: int) -> Iterator[SampleServer]:
    with SampleServer(samples_port) as server:
        yield server


@pytest.fixture(scope="session")
def rows() -> Rows:
    """Return what a query finds in the archive of a directory."""
    return _rows


def _rows(data: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(data / "archive.db")) as db:
        return db.execute(sql).fetchall()


@pytest.fixture
def notified(tmp_path: Path) -> Path:
    """What the program wrote that the configuration names."""
    (tmp_path / "campaign-archive.toml").write_text(f'notify = ["tee", "{tmp_path / "told"}"]\n')
    return tmp_path / "told"
