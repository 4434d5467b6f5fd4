"""What an export of ten articles and one of the whole archive take of memory, each in a process of its own.

python -m pytest tests/benchmarks/test_export_memory.py -s
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from rich.table import Table

from archive.reading.export import FORMATS

PEER = Path(__file__).with_name("export_peer.py")
MORE = 64
"""Megabytes. All hold the ids of the articles; a ZIP file needs the list of its members at its end, 600 bytes
each, and a concordance the contexts of the first 250,000 lines, until it knows that there are more."""


def run(archive: Path, ending: str, query: str) -> dict[str, Any]:
    command = [sys.executable, str(PEER), str(archive), ending, query]
    answer: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return answer


def rare_word(archive: Path) -> str:
    """Stands in some ten articles."""
    with closing(sqlite3.connect(f"file:{archive}?mode=ro", uri=True)) as connection:
        sql = "SELECT term FROM articles_tokens WHERE doc = 10 AND length(term) = 2 AND term > '一' LIMIT 1"
        return str(connection.execute(sql).fetchone()[0])


@pytest.fixture
def table() -> Table:
    return Table("export", "articles or lines", "megabytes", "CPU s", "peak MB", title="Memory of exports")


def test_memory_does_not_grow_with_the_list(search_archive: Path, table: Table) -> None:
    rare = rare_word(search_archive)
    grown = {}
    for ending in (*FORMATS, "kwic.csv"):
        few = run(search_archive, ending, rare)
        many = run(search_archive, ending, "一" if ending == "kwic.csv" else "")
        for found in (few, many):
            numbers = (f"{found['megabytes']:.1f}", f"{found['seconds']:.1f}", f"{found['peak']:.0f}")
            table.add_row(ending, str(found["count"]), *numbers)
        grown[ending] = many["peak"] - few["peak"]
    Console(width=110).print(table)
    assert max(grown.values()) < MORE
