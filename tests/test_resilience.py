"""Kills at any moment, rebuilds and backups, on the sample sites, through the command line."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

OF_ARTICLE = "JOIN articles ON articles.id = article_id"
CONTENT = {
    "articles": """
        SELECT key, url, site, title, author, source, published_at, genre, completeness, declared_chars,
          shown_chars, omitted_chars, body_chars, masked_count, flags FROM articles""",
    "texts": f"SELECT url, body, raw_text FROM article_text {OF_ARTICLE}",
    "edits": f'SELECT url, rule, start, "end", removed, put FROM edits {OF_ARTICLE}',
    "gaps": f"SELECT url, position, gaps.kind, gaps.omitted_chars FROM gaps {OF_ARTICLE}",
    "origins": f"SELECT url, field, origin FROM field_origins {OF_ARTICLE}",
    "embedded": f"SELECT articles.url, position, embedded.url, name FROM embedded {OF_ARTICLE}",
    "blocks": f'SELECT url, position, blocks.kind, level, start, "end" FROM blocks {OF_ARTICLE}',
    "versions": f"SELECT url, content_digest FROM versions {OF_ARTICLE}",
    "attachments": f"SELECT key, attachments.url, name, text FROM attachments {OF_ARTICLE}",
    "frontier": "SELECT site, url, kind, state FROM frontier",
}
"""What an archive holds, without what depends on when it was made."""

BUT_LISTS = "SELECT site, url, kind, state FROM frontier WHERE kind <> 'listing'"
"""A second walk leaves the older pages of a list, where the newer ones bring nothing new."""

TIMES = "SELECT key, first_seen, last_seen, gone_at FROM articles"


def content(directory: Path, **more: str) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(f"file:{directory}/archive.db?mode=ro", uri=True)) as db:
        queries = {**CONTENT, **more}
        return {name: sorted(db.execute(sql).fetchall(), key=repr) for name, sql in queries.items()}


@pytest.fixture
def kill_now_and_then(samples_port: int) -> Callable[..., None]:
    """Start a command again and again, and end each with SIGKILL after .3 to `longest` seconds."""

    def kill(times: int, longest: float, *arguments: str | Path) -> None:
        chance = random.Random(8)
        for _ in range(times):
            process = subprocess.Popen(
                [sys.executable, "-m", "crawler.cli", *map(str, arguments)],
                env={**os.environ, "CAMPAIGN_SAMPLES_PORT": str(samples_port)},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            time.sleep(chance.uniform(0.3, longest))
            process.kill()
            process.wait()

    return kill


@pytest.fixture
def assert_sound(campaign_archive: Any) -> Callable[[Path], None]:
    """Ask our own check, and warcio's."""

    def assert_sound(data: Path) -> None:
        campaign_archive("check", "--data", data)
        warcio = Path(sys.executable).parent / "warcio"
        subprocess.run([warcio, "check", *sorted((data / "warc").iterdir())], check=True)

    return assert_sound


def test_twenty_kills_lose_and_double_nothing(
    demo: Path, campaign_archive: Any, kill_now_and_then: Any, assert_sound: Any, tmp_path: Path
) -> None:
    kill_now_and_then(20, 3, "--data", tmp_path, "demo", "--no-serve")
    campaign_archive("--data", tmp_path, "demo", "--no-serve")

    killed = tmp_path / "demo"
    assert content(killed, frontier=BUT_LISTS) == content(demo, frontier=BUT_LISTS)
    assert_sound(killed)


def test_kills_of_rebuilds_leave_the_archive(
    demo: Path, campaign_archive: Any, kill_now_and_then: Any, assert_sound: Any, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(demo, copy)

    kill_now_and_then(8, 1.5, "rebuild", "--data", copy)

    assert content(copy, times=TIMES) == content(demo, times=TIMES)
    campaign_archive("rebuild", "--data", copy)
    assert content(copy, times=TIMES) == content(demo, times=TIMES)
    assert_sound(copy)


def test_kills_of_imports_lose_and_double_nothing(
    campaign_archive: Any, kill_now_and_then: Any, assert_sound: Any, tmp_path: Path
) -> None:
    folder, data = tmp_path / "texts", tmp_path / "data"
    folder.mkdir()
    for number in range(200):
        text = f"安全生产月简报第{number}期\n" + "各区队对照方案逐条落实，未发生轻伤以上事故。\n" * 5
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")

    kill_now_and_then(8, 1.5, "import", "--data", data, folder)
    campaign_archive("import", "--data", data, folder)

    with closing(sqlite3.connect(data / "archive.db")) as db:
        for table in ("captures", "articles"):
            assert db.execute(f"SELECT count(*), count(DISTINCT url) FROM {table}").fetchone() == (200, 200)
        assert db.execute("SELECT count(*) FROM versions").fetchone() == (200,)
    assert_sound(data)


def test_kills_of_merges_lose_and_double_nothing(
    demo: Path, campaign_archive: Any, kill_now_and_then: Any, assert_sound: Any, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(
        "安全生产月简报\n" + "各区队对照方案逐条落实，查出隐患。\n" * 5, encoding="utf-8"
    )
    campaign_archive("import", "--data", tmp_path / "whole", tmp_path / "a.txt")
    shutil.copytree(tmp_path / "whole", tmp_path / "killed")

    kill_now_and_then(6, 1.5, "import", "--data", tmp_path / "killed", demo)
    for name in ("killed", "whole"):
        campaign_archive("import", "--data", tmp_path / name, demo)

    assert content(tmp_path / "killed", times=TIMES) == content(tmp_path / "whole", times=TIMES)
    assert_sound(tmp_path / "killed")


def test_rebuild_makes_the_same_archive(demo: Path, campaign_archive: Any, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(demo, copy)
    campaign_archive("rebuild", "--data", copy)
    assert content(copy, times=TIMES) == content(demo, times=TIMES)
    campaign_archive("check", "--data", copy)


def test_backup_is_an_archive(demo: Path, campaign_archive: Any, tmp_path: Path) -> None:
    copy = tmp_path / "backup"
    campaign_archive("backup", "--data", demo, copy)
    assert content(copy, times=TIMES) == content(demo, times=TIMES)
    campaign_archive("check", "--data", copy)


def test_second_crawl_finds_everything_unchanged(demo: Path, campaign_archive: Any, tmp_path: Path) -> None:
    shutil.copytree(demo, tmp_path / "demo")
    campaign_archive("--data", tmp_path, "demo", "--no-serve")
    assert content(tmp_path / "demo", frontier=BUT_LISTS) == content(demo, frontier=BUT_LISTS)
    last = json.loads(campaign_archive("status", "--json", "--data", tmp_path / "demo").stdout)
    assert {site["last_outcome"] for site in last["sites"]} == {"finished"}


def test_own_warc_files_give_the_same_articles(demo: Path, campaign_archive: Any, tmp_path: Path) -> None:
    """Further pages, attachments and lists are told apart as the crawl did.

    Imported pages keep the lines that a crawled site is known to repeat.
    """
    files = sorted((demo / "warc").glob("sample_mine*"))
    campaign_archive("import", "--data", tmp_path, *files)
    same = (
        "SELECT url, articles.title, coalesce(uncut_body, body) AS body, flags "
        "FROM articles JOIN versions ON article_id = articles.id WHERE site IN ('sample_mine', 'imported')"
    )
    assert content(tmp_path, same=same)["same"] == content(demo, same=same)["same"]
    attached = "SELECT url, name, text FROM attachments"
    assert content(tmp_path, attached=attached)["attached"] == content(demo, attached=attached)["attached"]
    cleaned = campaign_archive("clean", "--json", *files).stdout.splitlines()
    assert len(cleaned) == len(content(tmp_path)["articles"])
