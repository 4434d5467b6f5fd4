"""`kill -9` at 60 random moments over crawl, rebuild, import and merge: nothing lost, nothing doubled.

    KILLS_SEED=7 python -m pytest tests/benchmarks/test_kills.py -s

Each crawl writes a WARC file a record, so that about half of the kills fall on the beginning of a file.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from warcio.checker import Checker

from archive.store.archive import Archive
from archive.store.check import check

SEED = int(os.environ.get("KILLS_SEED", "1"))
WALK = Path(__file__).parents[1] / "archive" / "store" / "walk.py"
CRAWLS, REBUILDS, IMPORTS, MERGES = 20, 15, 15, 10

HELD = (
    "SELECT key, title, first_seen, last_seen, gone_at, body FROM texts ORDER BY key",
    "SELECT url, kind, payload_digest FROM captures WHERE kind <> 'listing' ORDER BY url",
    "SELECT url, content_digest FROM versions JOIN articles ON articles.id = article_id ORDER BY url",
    "SELECT url, kind, state FROM frontier ORDER BY url",
)


@pytest.fixture
def chance() -> random.Random:
    return random.Random(SEED)


def _command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "crawler.cli", *map(str, arguments)]


def _run(command: list[str]) -> float:
    """Return how many seconds it took."""
    began = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - began


def _kill_after(seconds: float, command: list[str]) -> str:
    """Kill a run, and tell how it ended."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        end = "killed" if process.poll() is None else "ended before"
        process.kill()
    return end


def _held(data: Path) -> list[object]:
    with Archive.open(data) as archive:
        return [archive.db.execute(sql).fetchall() for sql in HELD]


def _assert_sound(data: Path) -> None:
    assert check(data).faults == ()
    files = [str(path) for path in (data / "warc").glob("*.warc.gz")]
    assert Checker(Namespace(inputs=files, verbose=False)).process_all() == 0


def _walks(data: Path, chance: random.Random) -> Iterator[str]:
    """Kill a crawl that goes on with what the one before left, until as many are killed."""
    command = [sys.executable, str(WALK), str(data), "mine", "1"]
    for _ in range(CRAWLS):
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.04))
            yield "killed" if process.poll() is None else "ended before"
            process.kill()
    _run(command)


def test_a_crawl_killed_again_and_again_holds_what_a_whole_one_does(
    tmp_path: Path, chance: random.Random
) -> None:
    ends = Counter(_walks(tmp_path / "killed", chance))
    _run([sys.executable, str(WALK), str(tmp_path / "whole")])
    assert _held(tmp_path / "killed") == _held(tmp_path / "whole")
    _assert_sound(tmp_path / "killed")
    print(f"\nseed {SEED}, crawl: {dict(ends)}")


def test_a_killed_rebuild_leaves_the_old_archive_and_can_be_made_again(
    tmp_path: Path, chance: random.Random
) -> None:
    _run([sys.executable, str(WALK), str(tmp_path), "mine", "1"])
    before = _held(tmp_path)
    command = _command("rebuild", "--data", tmp_path)
    whole = _run(command)
    ends = Counter(_kill_after(chance.uniform(0.2, 1.0) * whole, command) for _ in range(REBUILDS))
    assert _held(tmp_path) == before
    _run(command)
    assert _held(tmp_path) == before
    _assert_sound(tmp_path)
    print(f"\nseed {SEED}, rebuild: {dict(ends)}")


def test_a_killed_import_doubles_and_loses_nothing(tmp_path: Path, chance: random.Random) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(150):
        text = f"安全生产月简报第{number}期\n" + "各区队对照方案逐条落实，未发生轻伤以上事故。\n" * 5
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    command = _command("import", "--data", tmp_path / "killed", folder)
    ends = Counter(_kill_after(chance.uniform(0.3, 1.5), command) for _ in range(IMPORTS))
    _run(command)
    with Archive.open(tmp_path / "killed") as archive:
        for table in ("captures", "articles", "versions"):
            assert archive.db.table(table).count == 150
    _assert_sound(tmp_path / "killed")
    print(f"\nseed {SEED}, import: {dict(ends)}")


def test_a_killed_merge_is_taken_back_and_can_be_made_again(tmp_path: Path, chance: random.Random) -> None:
    """Killed twice before it may end: the second merge meets what the first one left."""
    ours, theirs, ends = tmp_path / "ours", tmp_path / "theirs", Counter[str]()
    for data, site in ((ours, "mine"), (theirs, "group")):
        _run([sys.executable, str(WALK), str(data), site, "1"])
    seconds = _run(_merge(shutil.copytree(ours, tmp_path / "whole"), theirs))
    for number in range(MERGES // 2):
        command = _merge(shutil.copytree(ours, tmp_path / f"killed{number}"), theirs)
        ends.update(_kill_after(chance.uniform(0.2, 1.0) * seconds, command) for _ in range(2))
        _run(command)
        assert _held(tmp_path / f"killed{number}") == _held(tmp_path / "whole")
        _assert_sound(tmp_path / f"killed{number}")
    print(f"\nseed {SEED}, merge: {dict(ends)}")


def _merge(ours: Path, theirs: Path) -> list[str]:
    return _command("import", "--data", ours, theirs)
