"""SQL over the archive: worked questions, stored queries, and sqlite-utils on the command line."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from archive.search import sql_functions
from archive.store.tables import DESCRIBED

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "sql.md").read_text("utf-8")
QUESTIONS = re.findall(r"^## (.+?)\n\n```sql\n(.+?)\n```", PAGE, re.M | re.S)
METADATA = yaml.safe_load((ROOT / "datasette" / "metadata.yaml").read_text("utf-8"))
STORED: dict[str, dict[str, str]] = METADATA["databases"]["archive"]["queries"]
ANSWERS = {"q": "安全", "term": "安"}


@pytest.fixture(scope="module")
def db(demo: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{demo / 'archive.db'}?mode=ro", uri=True)) as connection:
        sql_functions.register(connection)
        yield connection


def test_there_are_ten_questions() -> None:
    assert [title.partition(".")[0] for title, _ in QUESTIONS] == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize(("title", "sql"), QUESTIONS, ids=[title for title, _ in QUESTIONS])
def test_each_question_has_an_answer(db: sqlite3.Connection, title: str, sql: str) -> None:
    assert db.execute(sql).fetchall()


def test_each_question_runs_on_the_command_line_too(demo: Path) -> None:
    _, sql = QUESTIONS[0]
    done = subprocess.run(
        [sys.executable, "-m", "sqlite_utils", str(demo / "archive.db"), sql],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    assert found
    assert all("化工" not in row["title"] for row in found)
    assert any("⟦安全⟧" in row["found"] for row in found)


def test_no_stored_query_hides_a_table() -> None:
    assert STORED.keys().isdisjoint(table.name for table in DESCRIBED)


@pytest.mark.parametrize("name", STORED)
def test_stored_queries_are_described_and_answer(db: sqlite3.Connection, name: str) -> None:
    query = STORED[name]
    assert query["title"]
    assert query["description"]
    assert db.execute(query["sql"], ANSWERS).fetchall()
