"""One WARC file as it is given away: record by record, without what was removed on request."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, BinaryIO, Self

from sqlite_utils import Database

from archive.addresses import spellings
from archive.store.archive import Archive
from archive.store.export.cdxj import Entry, Index
from archive.store.rows import select
from archive.store.spellings import articles_at
from archive.store.tombstones import REMOVED
from archive.store.warc.copying import opened_evidence
from archive.store.warc.members import Hole, Member, members
from archive.store.warc.reader import EVIDENCE, damage, read, type_of
from archive.store.warc.record import Place
from archive.store.warc.writer import write_answer

_TAKEN_OUT = f"""
SELECT url FROM removals UNION SELECT url FROM frontier WHERE reason LIKE '{REMOVED}%'
"""

_CAPTURES_OF = """
WITH taken AS (SELECT value AS url FROM json_each(?))
SELECT id, payload_digest FROM captures
WHERE captures.url IN (SELECT url FROM taken) OR requested_url IN (SELECT url FROM taken)
"""

_CAPTURES = "SELECT * FROM captures WHERE warc_file = ? AND warc_offset = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What was removed, and so is not given away."""

    captures: frozenset[int]
    bodies: frozenset[str]
    """Digests of the bodies of these captures."""

    @classmethod
    def of(cls, db: Database) -> Self:
        """Look for it in the whole frontier: once, and not for each file."""
        found = _taken_out(db)
        return cls(captures=frozenset(found), bodies=frozenset(found.values()))


def _taken_out(db: Database) -> dict[int, str]:
    """Captures of what was removed, in all spellings but those that are texts of their own, and digests."""
    removed = [url for (url,) in db.execute(_TAKEN_OUT)]
    ways = {one for url in removed for one in spellings(url)}
    taken = {*removed, *(ways - articles_at(db, ways).keys())}
    return dict(db.execute(_CAPTURES_OF, [json.dumps([*taken])]).fetchall())


class PackedWarc:
    """Reads a file up to byte `end`, the last that the database knows of; `index` takes its captures."""

    def __init__(self, archive: Archive, name: str, end: int, left_out: LeftOut, index: Index) -> None:
        self._archive = archive
        self._path = archive.warc_directory / name
        self._end = end
        self._left_out = left_out
        self._index = index

    def write(self, out: BinaryIO) -> int:
        """Write the records that are given away, and return how many captures are among them."""
        count, request = 0, None
        with opened_evidence(self._path, self._end) as source:
            for piece in members(self._path):
                if piece.offset >= self._end:
                    break
                if isinstance(piece, Hole):
                    raise damage(self._path, piece.offset, "it is no whole record")
                kind = type_of(piece)
                if kind == "warcinfo":
                    _copy(source, piece, out)
                elif kind == "request":
                    request = piece
                elif kind in EVIDENCE:
                    count += self._write_capture(source, request, piece, out)
                    request = None
        return count

    def _write_capture(self, source: BinaryIO, request: Member | None, answer: Member, out: BinaryIO) -> int:
        for row in select(self._archive.db, _CAPTURES, [self._path.name, answer.offset]):
            if row["id"] in self._left_out.captures:
                return 0
            if is_full := self._refers_to_what_is_gone(row):
                place = write_answer(out, read(self._path, answer.offset).record)
            else:
                if request:
                    _copy(source, request, out)
                place = Place(offset=out.tell(), length=answer.length)
                _copy(source, answer, out)
            if row["record_type"] != "conversion":  # A replay program runs the page's scripts itself.
                self._index.add(self._entry(row, place, is_full=is_full))
            return 1
        return 0

    def _entry(self, row: dict[str, Any], place: Place, *, is_full: bool) -> Entry:
        return Entry(
            capture=row,
            warc_file=self._path.name,
            offset=place.offset,
            length=place.length,
            is_revisit=row["record_type"] == "revisit" and not is_full,
        )

    def _refers_to_what_is_gone(self, row: dict[str, Any]) -> bool:
        """Its body stands in a record that is not given away, so it gets it itself."""
        is_copy = row["record_type"] == "revisit" and row["status"] != 304
        return is_copy and row["payload_digest"] in self._left_out.bodies


def _copy(source: BinaryIO, piece: Member, out: BinaryIO) -> None:
    source.seek(piece.offset)
    out.write(source.read(piece.length))
