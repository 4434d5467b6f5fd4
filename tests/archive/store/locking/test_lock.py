from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from archive.errors import LockedError, MachineError
from archive.store.locking import lock
from tests.archive.store.another_process import refusal


def test_lock_is_exclusive_and_names_its_process(tmp_path: Path) -> None:
    with lock.hold(tmp_path, "mine"):
        told = refusal("hold", tmp_path, "mine")
        assert "LockedError: Another run holds mine" in told
        assert "(process " in told
        assert "LockedError" in refusal("share", tmp_path, "mine")
    assert refusal("hold", tmp_path, "mine") == ""


def test_shared_lock_admits_those_who_share(tmp_path: Path) -> None:
    with lock.share(tmp_path, "mine"):
        assert refusal("share", tmp_path, "mine") == ""
        assert "LockedError" in refusal("hold", tmp_path, "mine")


def test_one_process_may_take_its_lock_again(tmp_path: Path) -> None:
    with lock.hold(tmp_path, "mine"):
        with lock.hold(tmp_path, "mine"), lock.share(tmp_path, "mine"):
            pass
        assert "LockedError" in refusal("hold", tmp_path, "mine")


def test_sharing_is_not_holding(tmp_path: Path) -> None:
    with lock.share(tmp_path, "mine"), pytest.raises(LockedError), lock.hold(tmp_path, "mine"):
        pass


def test_any_site_name_makes_a_file_in_locks(tmp_path: Path) -> None:
    with lock.hold(tmp_path, "../矿 a/b"):
        (made,) = (tmp_path / "locks").iterdir()
    assert made.parent == tmp_path / "locks"


def test_directory_that_takes_no_lock(tmp_path: Path) -> None:
    (tmp_path / "locks").write_text("a file")
    with pytest.raises(MachineError, match="can't be made"), lock.hold(tmp_path, "mine"):
        pass


def test_full_disk_is_the_machines_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(descriptor: int, text: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "write", fill)
        with pytest.raises(MachineError, match="No space left"), lock.hold(tmp_path, "mine"):
            pass
    with lock.hold(tmp_path, "mine"):
        pass


def test_asking_for_a_lock_makes_none(tmp_path: Path) -> None:
    assert not lock.is_held(tmp_path, "mine")
    assert list(tmp_path.iterdir()) == []
