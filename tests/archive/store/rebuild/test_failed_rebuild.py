"""A rebuild that is killed, refused or stopped leaves the archive as it was."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.errors import CallError, DamageError, LockedError
from archive.extract.rules import SiteRules
from archive.store.archive import Archive
from archive.store.articles.changes import Change
from archive.store.derivation import Derivation
from archive.store.locking import lock
from archive.store.locking.side_files import UNFINISHED, left_in
from archive.store.rebuild import rebuild
from archive.store.recorder import Recorder
from archive.store.sighting import Sighting
from archive.store.visit import SiteRow
from tests.archive.store.another_process import refusal
from tests.archive.store.damage import flip

RowsOf = Callable[[Archive], dict[str, list[tuple[Any, ...]]]]


def test_rebuild_killed_in_the_middle_leaves_the_archive(
    full: Archive, data: Path, rules: SiteRules, rows: RowsOf
) -> None:
    before = rows(full)
    code = (
        "import os, sys, signal; from pathlib import Path; from archive.store.rebuild import rebuild\n"
        "def die(done, total): done == 5 and os.kill(os.getpid(), signal.SIGKILL)\n"
        "if __name__ == '__main__': rebuild(Path(sys.argv[1]), lambda site: None, workers=1, progress=die)"
    )
    script = data / "die.py"
    script.write_text(code)
    killed = subprocess.run([sys.executable, str(script), str(data)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (data / UNFINISHED).exists()
    assert rows(full) == before
    rebuild(data, lambda site: rules, workers=1)
    assert left_in(data) == []


def test_rebuild_is_refused_while_a_run_goes_on(full: Archive, data: Path, mine: SiteRow) -> None:
    run = Recorder.begin(full, mine, "crawl")
    with pytest.raises(LockedError):
        rebuild(data, lambda site: None)
    run.finish("finished")


def test_run_is_refused_while_the_archive_is_rebuilt(archive: Archive, data: Path) -> None:
    with lock.hold(data, lock.WHOLE_ARCHIVE):
        assert "the whole archive" in refusal("share", data, lock.WHOLE_ARCHIVE)


def test_damaged_record_stops_the_rebuild_and_names_it(full: Archive, data: Path, rows: RowsOf) -> None:
    before = rows(full)
    name, offset = full.db.execute("SELECT warc_file, warc_offset FROM captures WHERE id = 2").fetchone()
    flip(full.warc_directory / name, offset + 200)
    with pytest.raises(DamageError, match=f"byte {offset} of"):
        rebuild(data, lambda site: None, workers=1)
    assert rows(full) == before


def test_nothing_to_rebuild_from(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="There is neither"):
        rebuild(tmp_path / "none", lambda site: None)
    (tmp_path / "warc").mkdir()
    with pytest.raises(CallError, match="no WARC file"):
        rebuild(tmp_path, lambda site: None)
    assert not (tmp_path / "none").exists()


def test_article_is_not_given_up_for_an_error(
    full: Archive, data: Path, rows: RowsOf, rules: SiteRules, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(full)
    monkeypatch.setattr(Derivation, "changes", _fail)
    with pytest.raises(DamageError, match="would lose the article http"):
        rebuild(data, lambda site: rules, workers=1)
    assert rows(full) == before


def test_article_that_was_removed_does_not_stop_it(
    full: Archive, data: Path, rules: SiteRules, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An archive of an older program may hold it still."""
    monkeypatch.setattr(Derivation, "changes", _fail)
    with full.transaction() as db:
        db.execute("INSERT INTO removals (url, why, removed_at) SELECT url, 'asked for', '' FROM articles")
    made = rebuild(data, lambda site: rules, workers=1)
    assert made.articles == 0
    assert made.failures


def _fail(derivation: Derivation, seen: Sighting) -> tuple[Change, ...]:
    raise ZeroDivisionError("a mistake in a rule")


def test_workers_end_with_a_killed_rebuild(full: Archive, data: Path) -> None:
    code = (
        "import os, sys, signal; from pathlib import Path; from archive.store.rebuild import rebuild\n"
        "def die(done, total): os.kill(os.getpid(), signal.SIGKILL)\n"
        "if __name__ == '__main__': rebuild(Path(sys.argv[1]), lambda site: None, workers=2, progress=die)"
    )
    script = data / "die.py"
    script.write_text(code)
    # The pipe ends when its last writer does, and the workers are writers too.
    killed = subprocess.run(
        [sys.executable, str(script), str(data)], check=False, stdout=subprocess.PIPE, timeout=30
    )
    assert killed.returncode == -signal.SIGKILL
