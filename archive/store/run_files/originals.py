"""Where the bytes of an answer stand already, so that they are not kept twice, or were not sent again."""

from __future__ import annotations

from http import HTTPStatus

from sqlite_utils import Database

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


_LAST = """
SELECT url, captured_at, warc_file, warc_offset, record_type, payload_digest FROM captures
WHERE url = ? AND status = 200 AND (SELECT kind FROM runs WHERE runs.id = run_id) <> 'import'
ORDER BY id DESC LIMIT 1
"""


def find(archive: Archive, exchange: Exchange) -> Original | None:
    """Return the record that holds just these bytes; None where there is none that can be read.

    It is read before it is relied on: a copy of bytes that a disk has lost since would be no copy. Of a 304
    it is the record of what the site had sent before.
    """
    if exchange.status == HTTPStatus.NOT_MODIFIED:
        return _sent_before(archive.db, exchange.url)
    if exchange.record_type != "response" or len(exchange.wire) < SMALLEST_COPY:
        return None
    for row in select(archive.db, _KEPT, [exchange.payload_digest]):
        try:
            kept = reader.read(archive.warc_directory / row["warc_file"], row["warc_offset"])
        except DamageError:
            return None
        known = kept.record.exchange
        return Original(**row, record_id=known.record_id) if known.wire == exchange.wire else None
    return None


def _sent_before(db: Database, url: str) -> Original | None:
    for row in select(db, _LAST, [url]):
        digest, is_copy = row.pop("payload_digest"), row.pop("record_type") == "revisit"
        body = next(select(db, _KEPT, [digest]), row) if is_copy else row
        return Original(**body)
    return None
