from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def rows(data: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(data / "archive.db")) as db:
        return db.execute(sql).fetchall()


def test_a_removed_text_stays_away(demo: Path, campaign_archive: Any, tmp_path: Path) -> None:
    data = tmp_path / "copy"
    shutil.copytree(demo, data)
    ((key, url),) = rows(data, "SELECT key, url FROM articles WHERE site = 'sample_group' LIMIT 1")
    ((count,),) = rows(data, "SELECT count(*) FROM articles")

    assert url in campaign_archive("remove", "--data", data, key, "--why", "asked for by its author").stdout
    campaign_archive("check", "--data", data)
    campaign_archive("rebuild", "--data", data)
    campaign_archive("check", "--data", data)

    assert rows(data, "SELECT count(*) FROM articles") == [(count - 1,)]
    assert rows(data, f"SELECT state, reason FROM frontier WHERE url = '{url}'") == [
        ("skipped", "removed on request: asked for by its author")
    ]
    assert rows(data, "SELECT url, why FROM removals") == [(url, "asked for by its author")]


def test_an_unknown_key(demo: Path, campaign_archive: Any, tmp_path: Path) -> None:
    assert "nokey" in campaign_archive("remove", "--data", demo, "nokey", "--why", "x", code=2).stderr
