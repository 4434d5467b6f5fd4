from __future__ import annotations

import random
import subprocess
import time
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest
from warcio.checker import Checker

from archive.store.archive import Archive
from archive.store.check import check

KILLS = 10


@pytest.mark.parametrize("rotation", ["1000000000", "1"], ids=["one_file", "a_file_a_record"])
def test_ten_kills_lose_and_double_nothing(
    data: Path, walk_command: list[str], tmp_path: Path, rotation: str
) -> None:
    walk_command += ["mine", rotation]
    chance = random.Random(2026)
    for _ in range(KILLS):
        _kill_after(chance.uniform(0.0, 0.04), walk_command)
    subprocess.run(walk_command, check=True, stdout=subprocess.DEVNULL)
    whole = tmp_path / "whole"
    subprocess.run([*walk_command[:2], str(whole)], check=True, stdout=subprocess.DEVNULL)
    assert _contents(data) == _contents(whole)
    assert check(data).faults == ()
    files = [str(path) for path in (data / "warc").glob("*.warc.gz")]
    assert Checker(Namespace(inputs=files, verbose=False)).process_all() == 0


def _kill_after(seconds: float, command: list[str]) -> None:
    """Kill with SIGKILL, `seconds` after the first page may be saved."""
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(seconds)
        process.kill()


def _contents(data: Path) -> dict[str, Any]:
    """Everything that must not depend on when the run was cut off."""
    queries = {
        "articles": "SELECT key, title, first_seen, last_seen, gone_at, body FROM texts ORDER BY key",
        "captures": "SELECT url, kind, payload_digest FROM captures WHERE kind <> 'listing' ORDER BY url",
        "versions": "SELECT url, body FROM versions JOIN articles ON articles.id = article_id ORDER BY url",
        "attachments": "SELECT articles.url, text FROM attachments JOIN articles ON articles.id = article_id",
        "frontier": "SELECT url, kind, state, attempts FROM frontier ORDER BY url",
        "counts": "SELECT sum(fetched) - sum(listed), sum(new), sum(changed), sum(unchanged) FROM runs",
    }
    with Archive.open(data) as archive:
        return {name: archive.db.execute(sql).fetchall() for name, sql in queries.items()}
