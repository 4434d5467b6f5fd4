"""A merge that is killed, at whatever moment."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.check import check
from archive.store.export.backup import backup
from archive.store.locking import merge_journal
from archive.store.locking.side_files import left_in
from archive.store.merging.merge import Merged
from archive.store.recorder import Recorder
from archive.store.removal import remove
from archive.store.visit import SiteRow

TakeIn = Callable[[Path, Path], Merged]
Begin = Callable[[Archive], Recorder]
Held = Callable[[Path], list[Any]]


MOMENTS = {
    "while copying": "files._copy = after(files._copy, 2)",
    "while deriving": "merging.derive = before(merging.derive)",
    "before the end": "merging.tombstones.add = after(merging.tombstones.add, 1)",
    "behind the end": "database._install = after(database._install, 1)",
}


@pytest.fixture
def whole(ours: Path, theirs: Path, take_in: TakeIn) -> Path:
    """What a merge makes that nobody kills, of an archive from which a text was removed."""
    with Archive.open(theirs) as archive:
        (key,) = archive.db.execute("SELECT key FROM articles WHERE url LIKE '%/g.html'").fetchone()
        remove(archive, key, "asked for")
    made = ours.parent / "whole"
    backup(ours, made)
    take_in(made, theirs)
    return made


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS.keys())
def test_killed_merge_is_harmless(ours: Path, whole: Path, take_in: TakeIn, held: Held, moment: str) -> None:
    before, theirs = held(ours), ours.parent / "theirs"
    script = ours.parent / "die.py"
    script.write_text(_DIE.format(moment=moment))
    killed = subprocess.run([sys.executable, str(script), str(ours), str(theirs)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert held(ours) in (before, held(whole))
    assert [fault.remedy for fault in check(ours).faults] in ([], ["Run `campaign-archive rebuild`"])
    assert f"{ours / merge_journal.FILE} is the journal" in check(ours).remarks[-1].what
    with Archive.open(ours) as archive:
        Recorder.begin(archive, SiteRow(name="mine", title="青山煤矿"), "crawl").finish("finished")
    assert check(ours).remarks == ()
    assert left_in(ours) == merge_journal.left_in(ours) == []
    take_in(ours, theirs)
    assert held(ours) == held(whole)
    assert check(ours).faults == ()


_DIE = """
import os, sys, signal
from pathlib import Path
from archive.extract.rules import SiteRules
from archive.store.rebuild import new_database as database
from archive.store.merging import files, merge as merging

def die(): os.kill(os.getpid(), signal.SIGKILL)

def before(work):
    return lambda *given: die()

def after(work, times):
    done = []
    def then(*given):
        work(*given)
        done.append(work)
        len(done) == times and die()
    return then

if __name__ == "__main__":
    {moment}
    rules = SiteRules(title="h1", body="#text", next_part="a.next")
    merging.merge(Path(sys.argv[1]), Path(sys.argv[2]), lambda site: rules, workers=1)
"""


def test_growing_file_is_cut_back(ours: Path, begin: Begin, visit_page: Any, tmp_path: Path) -> None:
    """Of a copy that lacks what came later, when a merge into it was killed."""
    with Archive.open(ours) as archive:
        run = begin(archive)
        run.save(visit_page("/h.html", "集团的总结。" * 99, at=30))
        copy = tmp_path / "copy"
        backup(ours, copy)
        run.save(visit_page("/i.html", "集团的总结。" * 99, at=31))
        run.save(visit_page("/j.html", "集团的又一总结。" * 99, at=32))
        run.finish("finished")
    with Archive.open(copy) as archive:
        (name,) = archive.db.execute("SELECT max(name) FROM warc_files WHERE name LIKE 'mine%'").fetchone()
        end = (copy / "warc" / name).stat().st_size
        merge_journal.begin(archive, {name: end, "new.warc.gz": 0})
        shutil.copy(ours / "warc" / name, copy / "warc" / name)
        (copy / "warc" / "new.warc.gz").write_bytes(b"torn")
        assert len(check(copy).remarks) == 4
        begin(archive).finish("finished")
    assert (copy / "warc" / name).stat().st_size == end
    assert not (copy / "warc" / "new.warc.gz").exists()
    assert (check(copy).faults, check(copy).remarks) == ((), ())


def test_evidence_stays_where_the_database_is_another(ours: Path) -> None:
    """An older archive.db was put back behind a merge: a rebuild takes in what it does not know."""
    path = max((ours / "warc").iterdir())
    with Archive.open(ours) as archive:
        merge_journal.begin(archive, {path.name: 0})
        with archive.transaction() as db:
            db.execute("DELETE FROM captures WHERE kind = 'listing'")
    merge_journal.take_back(ours)
    assert path.exists()
    assert not (ours / merge_journal.FILE).exists()


def test_journal_of_a_merge_that_has_its_end_names_no_file(ours: Path, theirs: Path, take_in: TakeIn) -> None:
    with Archive.open(ours) as archive:
        merge_journal.begin(archive, {"new.warc.gz": 0})
        assert merge_journal.under_way(archive) == {"new.warc.gz"}
        begun = (ours / merge_journal.FILE).read_bytes()
    take_in(ours, theirs)
    (ours / merge_journal.FILE).write_bytes(begun)
    with Archive.open(ours) as archive:
        assert merge_journal.under_way(archive) == set()


def test_beginning_of_a_journal_is_named_and_cleared(ours: Path, begin: Begin) -> None:
    beginning = ours / merge_journal.UNFINISHED
    beginning.write_text('{"captures": 3, "en')
    assert [remark.what.partition(" ")[0] for remark in check(ours).remarks] == [str(beginning)]
    with Archive.open(ours) as archive:
        begin(archive).finish("finished")
    assert not beginning.exists()
