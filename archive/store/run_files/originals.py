"""Where the bytes of an answer stand already, so that they need not be kept twice."""

from __future__ import annotations

from archive.errors import DamageError
from archive.store.archive import Archive
from archive.store.exchange import Exchange
from archive.store.rows import select
from archive.store.warc import Original, reader

SMALLEST_COPY = 512
"""A smaller body takes no more room than the reference to it."""

_KEPT = """
SELECT url, captured_at, warc_file, warc_offset FROM captures
WHERE payload_digest = ? AND record_type <> 'revisit' ORDER BY id LIMIT 1
"""


def find(archive: Archive, exchange: Exchange) -> Original | None:
    """Return the record that holds just these bytes; None where there is none that can be read.

    It is read before it is relied on: a copy of bytes that a disk has lost since would be no copy.
    """
    if exchange.record_type != "response" or len(exchange.wire) < SMALLEST_COPY:
        return None
    for row in select(archive.db, _KEPT, [exchange.payload_digest]):
        try:
            kept = reader.read(archive.warc_directory / row["warc_file"], row["warc_offset"])
        except DamageError:
            return None
        return Original(**row) if kept.record.exchange.wire == exchange.wire else None
    return None
