"""Every error the archive raises on purpose, split by whose fault it is.

    ArchiveError
    ├── CallError         the call is wrong: an unknown site, no such directory      exit 2
    │   └── NewerArchiveError  the archive was written by a newer version            exit 2
    ├── InputError        one page or file can't be read; the rest goes on           exit 1
    ├── DamageError       the archive itself is damaged                              exit 4
    ├── MachineError      the machine refused: disk full, no permission, port taken  exit 5
    └── LockedError       another run holds the lock                                 exit 75

Each says what happened, where, and what to do next.
`crawler.cli` prints them and sets the exit code.
"""

from __future__ import annotations

from typing import ClassVar


class ArchiveError(Exception):
    """What happened and what to do about it."""

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        """One sentence that names the file, URL or site, without a full stop."""
        self.remedy = remedy
        """What the caller can do, as one sentence without a full stop; may be empty."""

    def __str__(self) -> str:
        return f"{self.what}. {self.remedy}." if self.remedy else f"{self.what}."


class CallError(ArchiveError):
    """The call can't be carried out as it stands."""

    exit_code = 2


class NewerArchiveError(CallError):
    """The archive was written by a newer version of this program."""


class InputError(ArchiveError):
    """One file or page is damaged, foreign, empty or locked with a password."""


class DamageError(ArchiveError):
    """The archive's files contradict each other or can't be read."""

    exit_code = 4


class MachineError(ArchiveError):
    """The machine refused: disk full, permission denied, port in use."""

    exit_code = 5


class LockedError(ArchiveError):
    """Another run holds the lock; the same call may succeed later."""

    exit_code = 75
