"""Revisit records whose body an earlier import has brought, in another file of the same crawl."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from archive.errors import DamageError
from archive.ingest.warc.passed_over import Reference
from archive.store.archive import Archive
from archive.store.exchange import Exchange
from archive.store.rows import select
from archive.store.warc import reader

_KEPT: Final = """
SELECT warc_file, warc_offset FROM captures
WHERE url = ? AND captured_at = ? AND status = 200 ORDER BY id DESC
"""


def read_through(archive: Archive, reference: Reference) -> Exchange | None:
    """Return the answer with the body that it refers to; None where the archive has it not."""
    for row in select(archive.db, _KEPT, [reference.url_of_body, reference.captured_at_of_body]):
        try:
            kept = reader.read(archive.warc_directory / row["warc_file"], row["warc_offset"]).record.exchange
        except DamageError:
            continue
        answer = reference.answer
        head = answer if answer.status else kept
        return replace(
            answer,
            wire=kept.wire,
            status=head.status,
            status_line=head.status_line,
            headers=head.headers,
            mime=head.mime,
        )
    return None
