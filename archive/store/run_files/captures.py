"""The table `captures`: one row per record of evidence in the WARC files."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from archive.store.exchange import Exchange
from archive.store.rows import value
from archive.store.run_files.warc_files import Kept
from archive.store.visit import IRRELEVANT, Visit, VisitState
from archive.store.warc import Record

_SAME = f"""
SELECT frontier.state FROM captures JOIN frontier ON frontier.url = captures.requested_url
WHERE site = ? AND captures.url = ? AND +payload_digest = ? AND ? IN ('article', captures.kind)
AND (captured_at = ? OR captures.url LIKE 'urn:sha256:%')
AND (state = 'done' OR (? = 'campaign_material' AND state = 'skipped' AND reason LIKE '{IRRELEVANT}%'))
"""
"""By address: all answers without a body, the 304 of years, have one digest. A further page or a file that
was taken for an article of its own, before what led to it was known, is not kept yet as what it is."""

_MAY_COME_AGAIN = ("article", "part", "attachment")
"""What imported files hold."""


def record_of(visit: Visit, exchange: Exchange) -> Record:
    """Return the record that keeps the answer to a visit."""
    return Record(exchange=exchange, kind=visit.kind, requested_url=visit.url, selection=visit.selection)


def capture_row(record: Record, kept: Kept) -> dict[str, Any]:
    """Return the row of a record that was kept, but for `run_id` and `charset`."""
    exchange = record.exchange
    return {
        "url": exchange.url,
        "requested_url": record.requested_url,
        "captured_at": exchange.captured_at,
        "status": exchange.status,
        "mime": exchange.mime,
        "payload_digest": exchange.payload_digest,
        "warc_file": kept.warc_file,
        "warc_offset": kept.place.offset,
        "warc_length": kept.place.length,
        "record_type": "revisit" if kept.is_copy else exchange.record_type,
        "kind": record.kind,
        "file_name": exchange.file_name,
        "selection": record.selection,
    }


def kept_as(db: Database, site: str, visit: Visit) -> VisitState | None:
    """Return how just this ended when it was kept before: a file imported again, under any name.

    None: it was not, or came to no good end, or was skipped and is now to be kept whatever it is.
    """
    exchange = visit.exchange
    if exchange is None or visit.kind not in _MAY_COME_AGAIN:
        return None
    digest, captured_at = exchange.payload_digest, exchange.captured_at
    same = [site, exchange.url, digest, visit.kind, captured_at, visit.selection]
    state: VisitState | None = value(db, _SAME, same)
    return state
