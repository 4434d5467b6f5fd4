from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from archive.ingest.walk import files_below


def touch(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)


def names(root: Path, *paths: Path) -> list[str]:
    return [str(path.relative_to(root)) for path in files_below(paths or (root,))]


def test_files_come_sorted_and_hidden_ones_stay_out(tmp_path: Path) -> None:
    touch(tmp_path, "b/2.txt", "b/1.txt", "a.txt", ".git/config", "b/._1.txt", "通知.txt")
    assert names(tmp_path) == ["a.txt", "b/1.txt", "b/2.txt", "通知.txt"]


def test_the_order_of_the_call_is_kept_and_nothing_comes_twice(tmp_path: Path) -> None:
    touch(tmp_path, "b/1.txt", "a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert names(tmp_path, tmp_path / "b", tmp_path / "link.txt", tmp_path) == ["b/1.txt", "link.txt"]


def test_a_hidden_file_that_is_named_comes(tmp_path: Path) -> None:
    touch(tmp_path, ".draft.txt")
    assert names(tmp_path, tmp_path / ".draft.txt") == [".draft.txt"]


def test_loops_of_links_end(tmp_path: Path) -> None:
    touch(tmp_path, "a/1.txt", "b/2.txt")
    (tmp_path / "a/up").symlink_to(tmp_path)
    (tmp_path / "a/b").symlink_to(tmp_path / "b")
    (tmp_path / "b/a").symlink_to(tmp_path / "a")
    assert sorted(Path(name).name for name in names(tmp_path)) == ["1.txt", "2.txt"]


def test_what_is_missing_is_left_to_the_reader(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone.txt")
    missing = tmp_path / "missing.txt"
    assert list(files_below([missing, tmp_path])) == [missing, tmp_path / "broken.txt"]


def test_a_link_that_may_not_be_read_is_left_to_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As those of other people's processes in /proc."""
    touch(tmp_path, "a.txt", "b.txt")
    read = os.path.realpath

    def refusing(path: Path) -> str:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", path)
        return str(read(path))

    monkeypatch.setattr(os.path, "realpath", refusing)
    assert names(tmp_path) == ["a.txt", "b.txt"]


def test_pipes_in_a_folder_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_listed_is_left_to_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "a/1.txt", "b/2.txt")
    listing = Path.iterdir

    def refuse(folder: Path) -> object:
        if folder.name == "a":
            raise PermissionError(13, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert names(tmp_path) == ["a", "b/2.txt"]


def test_files_that_may_not_be_looked_at_are_left_to_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder may be listed without the right to enter it."""
    touch(tmp_path, "a/1.txt", "b/2.txt")
    look = os.stat

    def refuse(path: Any, **how: Any) -> os.stat_result:
        if Path(path).parent.name == "a":
            raise PermissionError(13, "Permission denied")
        return look(path, **how)

    monkeypatch.setattr(os, "stat", refuse)
    assert names(tmp_path) == ["a/1.txt", "b/2.txt"]
