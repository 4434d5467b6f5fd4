"""The WARC file of one run."""

from __future__ import annotations

from archive.store import warc
from archive.store.archive import Archive
from archive.store.failures import told
from archive.store.recovery import cut_own_tail
from archive.store.warc import Place, Record


class RunFile:
    """Takes one record after the other; each counts only when the caller has committed its row."""

    def __init__(self, archive: Archive, name: str, head: dict[str, str]) -> None:
        self.name = name
        """Its name in warc/."""
        self._archive = archive
        self._head = head
        self._has_tail = False

    def append(self, record: Record) -> Place:
        """Write a record and wait until it is on the disk; what a failed attempt left is cut off before."""
        self.cut()
        self._has_tail = True
        path = self._archive.warc_directory / self.name
        with told(path):
            return warc.append(path, record, head=self._head)

    def committed(self) -> None:
        """Say that the record appended last has its row."""
        self._has_tail = False

    def cut(self) -> None:
        """Cut off a record that has no row."""
        if self._has_tail:
            cut_own_tail(self._archive, self.name)
            self._has_tail = False
