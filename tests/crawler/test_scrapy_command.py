"""Scrapy's own command at the repository's root."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from crawler.registry import site_names
from crawler.samples.server import SampleServer

ROOT = Path(__file__).parents[2]


def scrapy(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scrapy", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_list_names_all_sites() -> None:
    assert scrapy("list").stdout.split() == list(site_names())


def test_crawl_fills_the_same_archive_as_our_own_command(tmp_path: Path) -> None:
    with SampleServer(0) as server:
        done = scrapy(
            "crawl",
            "sample_mirror",
            CAMPAIGN_ARCHIVE_DATA=str(tmp_path),
            CAMPAIGN_SAMPLES_PORT=str(server.port),
        )
    assert done.returncode == 0, done.stderr
    connection = sqlite3.connect(tmp_path / "archive.db")
    outcome, new = connection.execute("SELECT outcome, new FROM runs").fetchone()
    connection.close()
    assert outcome == "finished"
    assert new > 0
