"""The WARC files of one run: when one is full, the next begins."""

from __future__ import annotations

from archive.store.archive import Archive
from archive.store.failures import told
from archive.store.run_files import originals
from archive.store.run_files.recovery import cut_own_tail
from archive.store.run_files.warc_files import Kept, Series
from archive.store.warc import Record
from archive.store.warc.writer import append

ROTATION_BYTES = 1_000_000_000
"""A file that has reached this size is full: small enough to copy, to check and to put back alone."""


class RunFiles:
    """Takes one record after the other; each counts only when the caller has committed its row."""

    def __init__(self, archive: Archive, series: Series, head: dict[str, str], rotation: int) -> None:
        self._archive = archive
        self._rotation = rotation
        self._series = series
        self._head = head
        self._name = ""
        self._number = 0
        self._has_tail = False

    def append(self, record: Record) -> Kept:
        """Write a record and wait until it is on the disk; what a failed attempt left is cut off before.

        Bytes that the archive has already are not written again; the record then refers to them.
        """
        self.cut()
        if self._is_full():
            self._begin_file()
        self._has_tail = True
        path = self._archive.warc_directory / self._name
        with told(path):
            original = originals.find(self._archive, record.exchange)
            place = append(path, record, head=self._head, original=original)
        return Kept(
            warc_file=self._name,
            place=place,
            is_copy=original is not None and record.exchange.record_type != "revisit",
        )

    def committed(self) -> None:
        """Say that the record appended last has its row."""
        self._has_tail = False

    def cut(self) -> None:
        """Cut off a record that has no row."""
        if self._has_tail:
            cut_own_tail(self._archive, self._name)
            self._has_tail = False

    def _is_full(self) -> bool:
        if not self._name:
            return True
        path = self._archive.warc_directory / self._name
        with told(path):
            return path.exists() and path.stat().st_size >= self._rotation

    def _begin_file(self) -> None:
        """The table knows a file before the disk does, so that after a kill nobody takes it for foreign."""
        with self._archive.transaction() as db:
            name = self._series.begin_file(db, self._number + 1)
        self._name, self._number = name, self._number + 1
