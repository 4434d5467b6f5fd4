"""Another process that takes a lock of the archive."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

_TAKE = """
import sys; from pathlib import Path; from archive.store.locking import lock
with lock.{how}(Path(sys.argv[1]), sys.argv[2]): {then}
"""


def _call(how: str, directory: Path, name: str, then: str) -> list[str]:
    return [sys.executable, "-c", _TAKE.format(how=how, then=then), str(directory), name]


def refusal(how: Literal["hold", "share"], directory: Path, name: str) -> str:
    """What it says when it takes the lock and lets it go at once; nothing where it gets it."""
    call = _call(how, directory, name, "pass")
    return subprocess.run(call, capture_output=True, text=True, check=False).stderr


@contextmanager
def holding(directory: Path, name: str) -> Iterator[None]:
    """It holds the lock alone until the block ends."""
    call = _call("hold", directory, name, "print('held', flush=True); sys.stdin.read()")
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        yield
        holder.communicate()
