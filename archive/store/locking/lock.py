"""Locks between processes, one file each in locks/.

The operating system frees a lock when its process ends, however it ends. Within one process a lock
that is held already may be taken again. Of a frozen copy none is given: `CallError`.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from archive.errors import LockedError, MachineError
from archive.store.frozen import require_not_frozen

LOCKS = "locks"
"""The folder that they stand in."""

WHOLE_ARCHIVE = "the whole archive"
"""Shared by every run that writes, held alone by a rebuild, see `whole_archive`. Other locks are named after
their site."""


@dataclass(slots=True)
class _Held:
    descriptor: int
    exclusive: bool
    holders: int = 1


_held: dict[Path, _Held] = {}


@contextmanager
def hold(directory: Path, name: str) -> Iterator[None]:
    """Hold the lock `name` of the archive in `directory` alone; `LockedError` at once if anyone has it."""
    yield from _locked(directory, name, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def wait(directory: Path, name: str) -> Iterator[None]:
    """Hold the lock `name` alone as soon as nobody else has it; for what is over within milliseconds."""
    yield from _locked(directory, name, fcntl.LOCK_EX)


@contextmanager
def share(directory: Path, name: str) -> Iterator[None]:
    """Hold the lock `name` together with others; `LockedError` at once if somebody has it alone."""
    yield from _locked(directory, name, fcntl.LOCK_SH | fcntl.LOCK_NB)


def is_held(directory: Path, name: str) -> bool:
    """Whether another process holds the lock alone; asked without writing, so also of a read-only copy."""
    path = _path(directory, name)
    if path in _held:
        return False
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise MachineError(
            f"The lock {path} can't be read ({error.strerror})",
            remedy="Check that you may read the directory",
        ) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _path(directory: Path, name: str) -> Path:
    return (directory / LOCKS / f"{quote(name, safe='')}.lock").absolute()


def _locked(directory: Path, name: str, mode: int) -> Iterator[None]:
    require_not_frozen(directory)
    path = _path(directory, name)
    _acquire(path, name, mode)
    try:
        yield
    finally:
        _release(path)


def _acquire(path: Path, name: str, mode: int) -> None:
    held = _held.get(path)
    if held is None:
        _held[path] = _Held(_lock_file(path, name, mode), bool(mode & fcntl.LOCK_EX))
    elif mode & fcntl.LOCK_EX and not held.exclusive:
        raise _refusal(path, name)
    else:
        held.holders += 1


def _release(path: Path) -> None:
    held = _held[path]
    held.holders -= 1
    if held.holders == 0:
        del _held[path]
        os.close(held.descriptor)


def _lock_file(path: Path, name: str, mode: int) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise _not_made(path, error) from error
    try:
        fcntl.flock(descriptor, mode)
        os.truncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
    except BlockingIOError:
        os.close(descriptor)
        raise _refusal(path, name) from None
    except OSError as error:
        os.close(descriptor)
        raise _not_made(path, error) from error
    return descriptor


def _not_made(path: Path, error: OSError) -> MachineError:
    return MachineError(
        f"The lock {path} can't be made ({error.strerror})",
        remedy="Check that there is free space, and that you may write the directory",
    )


def _refusal(path: Path, name: str) -> LockedError:
    process = path.read_text(errors="replace").strip()
    by = f" (process {process})" if process else ""
    return LockedError(
        f"Another run holds {name} in {path.parent.parent}{by}",
        remedy="Wait until it ends, then run this again",
    )
