"""A text that was taken out stays out, whatever happens to the database."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from archive.errors import CallError, DamageError, LockedError
from archive.extract.rules import SiteRules
from archive.store import removal, tombstones
from archive.store.archive import Archive
from archive.store.check import check
from archive.store.export.backup import backup
from archive.store.locking import lock, whole_archive
from archive.store.rebuild import rebuild
from archive.store.removal import remove
from archive.store.tombstones import Tombstone
from tests.archive.store.another_process import holding, refusal

URL = "http://mine.test/a.html"


@pytest.fixture
def key(archive: Archive, visit_page: Any, crawl: Any) -> str:
    """Of a text over two pages, beside another text."""
    crawl(
        visit_page("/a.html", "第一部分。" * 9, next_part="/a_2.html"),
        visit_page("/a_2.html", "第二部分。" * 9, "part", 2),
        visit_page("/b.html", "另一篇文章，一直留着。" * 9, at=3),
    )
    return str(archive.db.execute("SELECT key FROM articles WHERE url = ?", [URL]).fetchone()[0])


def _held(data: Path) -> list[Any]:
    with Archive.open(data) as archive:
        return [
            archive.db.execute("SELECT url FROM articles").fetchall(),
            archive.db.execute("SELECT url, why, removed_at FROM removals").fetchall(),
            archive.db.execute("SELECT url, state, reason FROM frontier ORDER BY url").fetchall(),
        ]


@pytest.mark.parametrize("has_database", [True, False], ids=["", "without_database"])
def test_rebuild_brings_nothing_back(
    archive: Archive, data: Path, key: str, rules: SiteRules, has_database: bool
) -> None:
    assert remove(archive, key, "asked for") == URL
    before = _held(data)
    assert before[0] == [("http://mine.test/b.html",)]
    assert [row[1] for row in before[2]] == ["skipped", "skipped", "done"]
    assert check(data).faults == ()
    if not has_database:
        (data / "archive.db").unlink()
    rebuild(data, lambda site: rules, workers=1)
    assert _held(data) == before
    assert check(data).faults == ()


def test_older_database_is_told_and_put_right(
    archive: Archive, data: Path, key: str, rules: SiteRules, tmp_path: Path
) -> None:
    backup(data, tmp_path / "older")
    remove(archive, key, "asked for")
    archive.close()
    before = _held(data)
    shutil.copy(tmp_path / "older" / "archive.db", data / "archive.db")
    assert [fault.what for fault in check(data).faults] == [
        f"{URL} was removed on request, but archive.db does not know it"
    ]
    rebuild(data, lambda site: rules, workers=1)
    assert _held(data) == before
    assert check(data).faults == ()


def test_copy_holds_what_its_database_knows(archive: Archive, data: Path, key: str, tmp_path: Path) -> None:
    remove(archive, key, "asked for")
    later = tombstones.Tombstone(url="http://mine.test/b.html", why="", removed_at="", addresses=())
    tombstones.add(data, [later])
    backup(data, tmp_path / "copy")
    assert [one.url for one in tombstones.read(tmp_path / "copy")] == [URL]


def test_line_that_was_never_finished_is_no_removal(data: Path, archive: Archive) -> None:
    one = tombstones.Tombstone(url=URL, why="an author's wish", removed_at="", addresses=(URL,))
    tombstones.add(data, [one])
    with (data / tombstones.FILE).open("ab") as file:
        file.write(b'{"url": "http')
    assert tombstones.read(data) == [one]
    tombstones.add(data, [one])
    assert tombstones.read(data) == [one, one]


@pytest.mark.parametrize(
    "line", [b"nonsense\n", b"{}\n", b'{"url": "", "why": "", "removed_at": "", "addresses": 1}\n']
)
def test_damage_is_named(data: Path, archive: Archive, line: bytes) -> None:
    (data / tombstones.FILE).write_bytes(line)
    with pytest.raises(DamageError, match=r"removals\.jsonl is damaged"):
        tombstones.read(data)


def test_a_file_that_another_text_links_to_stays(archive: Archive, crawl: Any, visit_page: Any) -> None:
    shared, own = ("/f/plan.docx", "附件：方案"), ("/f/own.docx", "附件：名单")
    crawl(
        visit_page("/a.html", "第一篇通知。" * 9, files=[shared, own]),
        visit_page("/b.html", "另一篇通知，一直留着。" * 9, at=2, files=[shared]),
        visit_page("/f/plan.docx", "附件正文3。" * 9, "attachment", 3),
        visit_page("/f/own.docx", "附件正文4。" * 9, "attachment", 4),
    )
    (key,) = archive.db.execute("SELECT key FROM articles WHERE url = ?", [URL]).fetchone()
    remove(archive, key, "asked for")
    (tombstone,) = tombstones.read(archive.directory)
    assert tombstone.addresses == (URL, "http://mine.test/f/own.docx")
    files = "SELECT url, state FROM frontier WHERE kind = 'attachment' ORDER BY url"
    assert archive.db.execute(files).fetchall() == [
        ("http://mine.test/f/own.docx", "skipped"),
        ("http://mine.test/f/plan.docx", "done"),
    ]
    assert archive.db.execute("SELECT count(*) FROM attachments WHERE text IS NOT NULL").fetchone() == (1,)


def test_a_removal_is_on_the_disk_before_anything_is_deleted(
    archive: Archive, data: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a process that dies in between would leave a text that a rebuild brings back."""
    synced = list[list[str]]()
    monkeypatch.setattr(os, "fsync", lambda _: synced.append([one.url for one in tombstones.read(data)]))
    monkeypatch.setattr(removal, "delete_article", _die)
    with pytest.raises(KeyboardInterrupt):
        remove(archive, key, "asked for")
    assert synced[0] == [URL]
    assert [one.url for one in tombstones.read(data)] == [URL]
    assert archive.db.execute("SELECT count(*) FROM articles WHERE key = ?", [key]).fetchone() == (1,)
    assert [fault.what for fault in check(data).faults] == [
        f"{URL} was removed on request, but archive.db does not know it"
    ]


def _die(*_: object) -> None:
    raise KeyboardInterrupt


def test_nothing_is_removed_while_the_archive_is_rebuilt(archive: Archive, data: Path, key: str) -> None:
    """The new database would not know of it."""
    with holding(data, lock.WHOLE_ARCHIVE), pytest.raises(LockedError):
        remove(archive, key, "asked for")
    assert tombstones.read(data) == []
    assert remove(archive, key, "asked for") == URL


def test_unknown_key_is_named(archive: Archive) -> None:
    with pytest.raises(CallError, match="There is no article nothing"):
        remove(archive, "nothing", "asked for")


def test_an_index_of_another_version_is_refused_before_anything_is_noted(
    archive: Archive, data: Path, key: str
) -> None:
    archive.db.execute("UPDATE search_meta SET tokenizer_version = tokenizer_version - 1")
    with pytest.raises(CallError, match="another version"):
        remove(archive, key, "asked for")
    assert tombstones.read(data) == []


def test_a_new_file_of_removals_is_on_the_disk_with_its_name(data: Path, synced: list[int]) -> None:
    data.mkdir()
    tombstones.add(data, [Tombstone(url=URL, why="why", removed_at="2026-11-21T01:00:00Z", addresses=())])
    assert synced == [(data / tombstones.FILE).stat().st_ino, data.stat().st_ino]


def test_two_removals_at_once_keep_each_others_lines(
    archive: Archive, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each cuts off what stands behind the last whole line: nobody else may be writing there."""
    add = tombstones.add
    refused = list[str]()

    def add_beside_another(directory: Path, found: list[Tombstone]) -> None:
        refused.append(refusal("hold", directory, tombstones.FILE))
        add(directory, found)

    monkeypatch.setattr(tombstones, "add", add_beside_another)
    remove(archive, key, "asked for")
    assert [LockedError.__name__ in told for told in refused] == [True]


def test_the_article_is_looked_up_when_nobody_else_writes(
    archive: Archive, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Just before, a rebuild may have given its id to another one."""
    shared = whole_archive.shared

    @contextmanager
    def after_a_rebuild(directory: Path) -> Iterator[None]:
        with shared(directory):
            with archive.transaction() as db:
                one, other = db.execute("SELECT id, key, url FROM articles ORDER BY id").fetchall()
                db.execute("UPDATE articles SET key = id, url = id")
                for row, (_, *named) in ((one, other), (other, one)):
                    db.execute("UPDATE articles SET key = ?, url = ? WHERE id = ?", [*named, row[0]])
            yield

    monkeypatch.setattr(whole_archive, "shared", after_a_rebuild)
    assert remove(archive, key, "asked for") == URL
    assert "第一部分" in archive.db.execute("SELECT body FROM article_text").fetchone()[0]
