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
from archive.store import lock
from archive.store.archive import Archive
from archive.store.derivation import Derivation
from archive.store.new_database import UNFINISHED
from archive.store.rebuild import rebuild
from archive.store.recorder import Recorder
from archive.store.sighting import Change, Sighting
from archive.store.visit import SiteRow

RowsOf = Callable[[Archive], dict[str, list[tuple[Any, ...]]]]


@pytest.fixture
def full(archive: Archive, mine: SiteRow, rules: SiteRules, visit_page: Any) -> Archive:
    """Two sites, two runs, parts, files, versions, a text taken away, a page without text."""
    for second in (0, 20):
        first_run = Recorder.begin(archive, mine, "crawl", rules)
        other = Recorder.begin(archive, SiteRow(name="group", title="云岭集团"), "crawl", rules)
        first_run.save(visit_page("/", "列表", "listing", second, links=[("/a.html", "article")]))
        files = [("/f/plan.docx", "附件：方案")]
        first_run.save(visit_page("/a.html", "第一部分。" * 9, at=second + 1, next_part="/a_2.html"))
        other.save(visit_page("/g.html", f"集团的通知，第{second}号。" * 5, at=second + 2, files=files))
        first_run.save(visit_page("/b.html", "不变的短文，一直如此。" * 4, at=second + 3, files=files))
        first_run.save(visit_page("/a_2.html", f"第二部分，第{second}稿。" * 6, "part", second + 4))
        first_run.save(visit_page("/f/plan.docx", f"附件正文第{second}稿。" * 6, "attachment", second + 5))
        first_run.save(
            visit_page("/c.html", "撤下的文章。" * 8, at=second + 6, status=200 if second == 0 else 404)
        )
        first_run.save(visit_page("/d.html", "服务器错误", at=second + 7, status=500))
        other.finish("finished")
        first_run.finish("finished")
    return archive


def test_rebuild_equals_the_original(full: Archive, data: Path, rules: SiteRules, rows: RowsOf) -> None:
    before = rows(full)
    seen: list[tuple[int, int]] = []
    report = rebuild(data, lambda site: rules, progress=lambda done, total: seen.append((done, total)))
    after = rows(full)
    assert after["runs"].pop()[2] == "rebuild"
    assert after == before
    assert (report.articles, report.captures, report.failures) == (4, 16, ())
    assert {(16, 16), (17, 20)} <= {*seen}
    assert seen[-1] == (20, 20)
    assert not (data / UNFINISHED).exists()


def test_rebuild_without_a_database_finds_everything_again(
    full: Archive, data: Path, rules: SiteRules
) -> None:
    sql = (
        "SELECT key, url, site, title, body, first_seen, last_seen, gone_at FROM texts ORDER BY key",
        "SELECT url, content_digest, seen_from, seen_to FROM versions "
        "JOIN articles ON articles.id = article_id ORDER BY url, seen_from",
        "SELECT name, title, home, kind FROM sites ORDER BY name",
        "SELECT run_id, site, started_at, name FROM warc_files JOIN runs ON runs.id = run_id ORDER BY 1",
        "SELECT url, site, kind FROM frontier ORDER BY site, url",
    )
    before = [full.db.execute(query).fetchall() for query in sql]
    full.close()
    (data / "archive.db").unlink()
    rebuild(data, lambda site: rules)
    with Archive.open(data) as found:
        found.db.execute("DELETE FROM runs WHERE kind = 'rebuild'")
        assert [found.db.execute(query).fetchall() for query in sql] == before


def test_rebuild_without_a_database_knows_what_was_not_visited_yet(
    archive: Archive, mine: SiteRow, data: Path, rules: SiteRules, visit_page: Any
) -> None:
    recorder = Recorder.begin(archive, mine, "crawl", rules)
    files = [("/f/plan.docx", "附件：方案")]
    recorder.save(visit_page("/a.html", "第一部分。" * 9, next_part="/a_2.html", files=files))
    recorder.finish("interrupted")
    archive.close()
    (data / "archive.db").unlink()
    rebuild(data, lambda site: rules, workers=1)
    with Archive.open(data) as found:
        pending = found.db.execute("SELECT url, kind FROM frontier WHERE state = 'pending' ORDER BY url")
        assert pending.fetchall() == [
            ("http://mine.test/a_2.html", "part"),
            ("http://mine.test/f/plan.docx", "attachment"),
        ]


def test_better_rules_change_the_text_and_make_no_version(full: Archive, data: Path, rows: RowsOf) -> None:
    before = rows(full)
    rebuild(
        data, lambda site: SiteRules(title="h1", body="#text p:first-child", next_part="a.next"), workers=1
    )
    after = rows(full)
    assert len(after["versions"]) == len(before["versions"])
    assert [row[1] for row in after["articles"]] == [row[1] for row in before["articles"]]


def test_server_that_reads_meanwhile_sees_the_new_archive(
    full: Archive, data: Path, rules: SiteRules
) -> None:
    with Archive.open_read_only(data) as reader:
        assert reader.db.table("articles").count == 4
        rebuild(data, lambda site: rules, workers=1)
        assert reader.db.execute("SELECT count(*) FROM runs WHERE kind = 'rebuild'").fetchone() == (1,)


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
    assert not (data / UNFINISHED).exists()


def test_rebuild_is_refused_while_a_run_goes_on(full: Archive, data: Path, mine: SiteRow) -> None:
    run = Recorder.begin(full, mine, "crawl")
    with pytest.raises(LockedError):
        rebuild(data, lambda site: None)
    run.finish("finished")


def test_run_is_refused_while_the_archive_is_rebuilt(archive: Archive, data: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from archive.store import lock\n"
        "with lock.share(Path(sys.argv[1]), lock.WHOLE_ARCHIVE): pass"
    )
    with lock.hold(data, lock.WHOLE_ARCHIVE):
        done = subprocess.run(
            [sys.executable, "-c", code, str(data)], capture_output=True, text=True, check=False
        )
    assert "the whole archive" in done.stderr


def test_damaged_record_stops_the_rebuild_and_names_it(full: Archive, data: Path, rows: RowsOf) -> None:
    before = rows(full)
    name, offset = full.db.execute("SELECT warc_file, warc_offset FROM captures WHERE id = 2").fetchone()
    path = full.warc_directory / name
    damaged = bytearray(path.read_bytes())
    damaged[offset + 200] ^= 0xFF
    path.write_bytes(damaged)
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
